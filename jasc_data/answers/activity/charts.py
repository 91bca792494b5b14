"""The activity register along time: a bar from the first day to the last, then hatched to what is expected."""

from jasc_data.answers.activity.answer import Activity, ActivityHeld
from jasc_data.answers.activity.tables import activity_table
from jasc_data.answers.activity.text import days_words, expected_words, timeline_message
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.drawing.chart import Provenance, alt_text
from jasc_data.drawing.chart_spec import ChartSpec, DatedRow, Key, Milestone, Stretch, Timeline
from jasc_data.drawing.roles import Role
from jasc_data.wording.numbers import counted, long_date, short_date

_KEY = Key(((Role.HOME, "going on or planned"), (Role.OTHERS, "finished"), (Role.PROJECTED, "until what is expected")))
SHOWN = 14  # rows; the next ones before those long past


def timeline(held: ActivityHeld, provenance: Provenance) -> ChartSpec | None:
    """The entries that have days; None when none has. Of many, those nearest to the day; how many more is said."""
    dated = [entry for entry in held.entries if entry.days]
    if not dated:
        return None
    shown = sorted(sorted(dated, key=lambda entry: _distance(entry, held))[:SHOWN], key=lambda entry: entry.days)
    rest = len(dated) - len(shown)
    more = f"; {rest:,} more in the table" if rest else ""
    undated = len(held.entries) - len(dated)
    without = f"; {undated:,} without a day" if undated else ""
    said = timeline_message(held)
    return ChartSpec(
        plot=Timeline(tuple(_row(entry) for entry in shown), held.day, short_date(held.day)),
        message=said,
        measure=f"Inspections, super-complaints and boards, {short_date(held.day)}{more}{without}",
        unit="activities",
        alt=alt_text(f"Timeline of {counted(len(shown), 'row')}: {said}.", *(_alt(entry) for entry in held.awaited)),
        table=activity_table(held, with_leads=False),
        file_name=f"activity-{held.day}",
        provenance=provenance,
        key=Key(
            ((Role.HOME, "going on or planned"), (Role.OTHERS, "finished"), (Role.PROJECTED, "until what is expected"))
        ),
    )


def _row(entry: Activity) -> DatedRow:
    first, last = entry.starts_on or entry.ends_on, entry.ends_on or entry.starts_on
    stretches, marks = [], []
    if first and last and first < last:
        stretches.append(Stretch(first, last, _role(entry), f"{entry.stage}, {days_words(entry)}"))
    elif first:
        marks.append(Milestone(first, _role(entry), f"{entry.stage}, {long_date(first)}"))
    if entry.expected_on:
        if last and entry.awaited_on and last < entry.awaited_on:
            stretches.append(Stretch(last, entry.awaited_on, Role.PROJECTED, expected_words(entry)))
        marks.append(Milestone(entry.expected_on, _role(entry), expected_words(entry)))
    return DatedRow(
        entry.name, tuple(stretches), tuple(marks), emphasised=entry.kind is not ActivityKind.BOARD and not _done(entry)
    )


def _role(entry: Activity) -> Role:
    return Role.OTHERS if _done(entry) else Role.HOME


def _done(entry: Activity) -> bool:
    return entry.stage is Stage.FINISHED


def _distance(entry: Activity, held: ActivityHeld) -> int:
    """How far the nearest of its days is from the day that is looked at."""
    return min(abs((day - held.day).days) for day in entry.days)


def _alt(entry: Activity) -> str:
    return f"{entry.name}: {expected_words(entry)}."
