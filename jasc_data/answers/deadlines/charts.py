"""Open items by lead and by age: a bar each, the figure between name and bar."""

from html import escape

import plotly.graph_objects as go

from jasc_data.answers.deadlines.answer import NO_LEAD, Ageing
from jasc_data.answers.deadlines.tables import age_table, lead_table
from jasc_data.answers.deadlines.text import ages_message, leads_message
from jasc_data.drawing import theme
from jasc_data.drawing.bar_frame import named, set_in_frame
from jasc_data.drawing.chart import Chart, Provenance, alt_text
from jasc_data.wording.numbers import short_date

SHOWN_LEADS = 9


def lead_bars(ageing: Ageing, provenance: Provenance, *, characters: int = 56) -> Chart:
    """The leads with the most items, the rest of them together."""
    lines = [(line.name, line.open) for line in ageing.leads]
    if len(lines) > SHOWN_LEADS:
        few = [line for line in ageing.leads if line.name != NO_LEAD][: SHOWN_LEADS - 2]
        none = [line for line in ageing.leads if line.name == NO_LEAD]
        rest = len(ageing.leads) - len(few) - len(none)
        left = len(ageing.items) - sum(line.open for line in [*few, *none])
        lines = [(line.name, line.open) for line in few]
        lines += [(f"{rest:,} other leads", left), *((line.name, line.open) for line in none)]
    measure = f"Open items by lead, {short_date(ageing.day)}"
    figure = _bars(lines, leads_message(ageing), measure, provenance, characters)
    said = f"Bars of open items by lead: {leads_message(ageing)}."
    return Chart(
        figure, leads_message(ageing), _alt(said, lines), lead_table(ageing), f"leads-{ageing.day}", provenance
    )


def age_bars(ageing: Ageing, provenance: Provenance, *, characters: int = 56) -> Chart:
    """The ages, youngest first, those without items included."""
    lines = [(line.name, line.open) for line in ageing.ages]
    measure = f"Open items by age since publication, {short_date(ageing.day)}"
    figure = _bars(lines, ages_message(ageing), measure, provenance, characters)
    said = f"Bars of open items by age: {ages_message(ageing)}."
    return Chart(figure, ages_message(ageing), _alt(said, lines), age_table(ageing), f"ages-{ageing.day}", provenance)


def _alt(message: str, lines: list[tuple[str, int]]) -> str:
    return alt_text(message, *[f"{name} {open_:,}." for name, open_ in lines])


def _bars(
    lines: list[tuple[str, int]], message: str, measure: str, provenance: Provenance, characters: int
) -> go.Figure:
    places = [float(place) for place in range(len(lines))]
    figure = go.Figure(
        go.Bar(
            x=[open_ for _, open_ in lines],
            y=places,
            orientation="h",
            width=0.78,
            marker={"color": theme.HOME, "line": {"width": 0}},
            customdata=[f"{escape(name)}: {open_:,} open" for name, open_ in lines],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    set_in_frame(
        figure,
        places=places,
        names=[named(name, f"{open_:,}") for name, open_ in lines],
        title=message,
        measure=measure,
        provenance=provenance,
        characters=characters,
        reach=max(1, *(open_ for _, open_ in lines)) * 1.02,
    )
    return figure
