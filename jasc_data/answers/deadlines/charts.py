"""Open items by lead and by age: a bar each, the figure between name and bar."""

from collections.abc import Sequence

from jasc_data.answers.deadlines.answer import NO_LEAD, Ageing
from jasc_data.answers.deadlines.tables import age_table, lead_table
from jasc_data.answers.deadlines.text import ages_message, leads_message, overdue_message
from jasc_data.drawing.chart import Provenance, alt_text
from jasc_data.drawing.chart_spec import Bar, ChartSpec, Part, RankedBars
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import short_date

SHOWN_LEADS = 9


def lead_bars(ageing: Ageing, provenance: Provenance) -> ChartSpec:
    """The leads with the most items, the rest of them together."""
    lines = [(line.name, line.open) for line in ageing.leads]
    if len(lines) > SHOWN_LEADS:
        few = [line for line in ageing.leads if line.name != NO_LEAD][: SHOWN_LEADS - 2]
        none = [line for line in ageing.leads if line.name == NO_LEAD]
        rest = len(ageing.leads) - len(few) - len(none)
        left = len(ageing.items) - sum(line.open for line in [*few, *none])
        lines = [(line.name, line.open) for line in few]
        lines += [(f"{rest:,} other leads", left), *((line.name, line.open) for line in none)]
    said = leads_message(ageing)
    return ChartSpec(
        plot=_bars(lines),
        message=said,
        measure=f"Open items by lead, {short_date(ageing.day)}",
        unit="open",
        alt=_alt(f"Bars of open items by lead: {said}.", lines),
        table=lead_table(ageing),
        file_name=f"leads-{ageing.day}",
        provenance=provenance,
    )


def overdue_bars(ageing: Ageing, provenance: Provenance) -> ChartSpec | None:
    """The leads with overdue items, the most first, the rest of them together; None when nothing is overdue."""
    late = sorted((line for line in ageing.leads if line.overdue), key=lambda line: -line.overdue)
    if not late:
        return None
    lines = [(line.name, line.overdue) for line in late[:SHOWN_LEADS]]
    rest = late[SHOWN_LEADS:]
    lines += [(f"{len(rest):,} more", sum(line.overdue for line in rest))] if rest else []
    said = overdue_message(ageing, late)
    return ChartSpec(
        plot=_bars(lines, "overdue"),
        message=said,
        measure=f"Overdue items by lead, {short_date(ageing.day)}",
        unit="overdue",
        alt=_alt(f"Bars of overdue items by lead: {said}.", lines),
        table=lead_table(ageing),
        file_name=f"overdue-by-lead-{ageing.day}",
        provenance=provenance,
    )


def age_bars(ageing: Ageing, provenance: Provenance) -> ChartSpec:
    """The ages, youngest first, those without items included."""
    lines = [(line.name, line.open) for line in ageing.ages]
    said = ages_message(ageing)
    return ChartSpec(
        plot=_bars(lines),
        message=said,
        measure=f"Open items by age since publication, {short_date(ageing.day)}",
        unit="open",
        alt=_alt(f"Bars of open items by age: {said}.", lines),
        table=age_table(ageing),
        file_name=f"ages-{ageing.day}",
        provenance=provenance,
    )


def _alt(message: str, lines: Sequence[tuple[str, int]]) -> str:
    return alt_text(message, *[f"{name} {open_:,}." for name, open_ in lines])


def _bars(lines: Sequence[tuple[str, int]], unit: str = "open") -> RankedBars:
    return RankedBars(
        tuple(Bar(name, f"{number:,}", (Part(number, Role.HOME, f"{number:,} {unit}"),)) for name, number in lines)
    )
