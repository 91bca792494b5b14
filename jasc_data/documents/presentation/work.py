"""The views of what is to be done: reports, changes, overdue items, the path to a target, causes of concern."""

from jasc_data.answers.causes.answer import Cause
from jasc_data.answers.causes.text import causes_headline, causes_sentences
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.deadlines.text import ageing_sentences, deadlines_headline
from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.period_changes.tables import kinds_table
from jasc_data.answers.period_changes.text import (
    by_report_sentences,
    changes_headline,
    changes_sentences,
    changes_source,
)
from jasc_data.answers.projection.tables import path_table
from jasc_data.answers.projection.text import projection_headline, target_text, ways
from jasc_data.answers.register.answer import RegisterItem
from jasc_data.answers.reports.charts import report_bars
from jasc_data.answers.reports.text import reports_headline, reports_sentences
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.questions import elsewhere, likely, who_closes
from jasc_data.drawing.slide import Figure, Figures, Question, Slide, Words
from jasc_data.drawing.table_spec import NOT_KNOWN, Column, Contents, Format, Missing, TableSpec, rows_of

_ROWS = 6  # of a list that a view holds; how many more there are is said
_STEPS = 4  # of a way to a target
_REPORTS = 8  # bars that are read from the back of the room
_ROOM = {3: 165, 4: 114, _ROWS: 78}  # characters of each of two texts in a row, by how many rows share a view at most
_NO_REASON = Missing("no reason given")
_OF_CAUSES = (
    Column("Cause of concern"),
    Column("What is wrong"),
    Column("Published", Format.SHORT_DATE),
    Column("Open items that belong to it", Format.COUNT),
)
_APART = ("Regraded", "Changed", "Slipped")  # columns that a page has room for


def reports(presented: Presented) -> Slide | None:
    """The reports behind the open items; None when no items are held."""
    found = presented.reports
    if found is None:
        return None
    source = short_item_source(found.sources)
    chart = report_bars(found, presented.provenance(source), shown=_REPORTS)
    blocks = (chart,) if chart else (Words(reports_sentences(found)),)
    questions = likely(elsewhere(presented), who_closes(presented))
    return Slide("reports", reports_headline(found), blocks, source, reports_sentences(found), questions)


def changes(presented: Presented) -> Slide | None:
    """What came and went since the last meeting, else since the export before; None without an earlier date."""
    found = presented.changes
    if found is None or not found.compared:
        return None
    table = kinds_table(found).captioned("")  # the title says it
    for column in table.columns:
        table = table.without(column) if column.heading in _APART else table
    said = changes_sentences(found)
    return Slide(
        "changes",
        changes_headline(found),
        (table, Words((*by_report_sentences(found), *said[len(found.kinds) :]))),
        changes_source(found).removesuffix("."),
        (*presented.counted, *said, *by_report_sentences(found)),
        likely(who_closes(presented)),
    )


def overdue(presented: Presented) -> Slide | None:
    """The overdue items, the longest overdue first, each with its reason; None when no items are held."""
    ageing = presented.ageing
    if not ageing.register.held:
        return None
    late = ageing.overdue
    table = TableSpec(_late_columns(presented), rows_of(_late_rows(presented, late[:_ROWS])), _shown_of(len(late)))
    said = ageing_sentences(ageing)
    blocks = (table,) if late else (Words(said[:2]),)
    source = short_item_source(ageing.register.sources)
    return Slide("overdue", deadlines_headline(ageing), blocks, source, said, likely(_without_reason(late)))


def _late_columns(presented: Presented) -> tuple[Column, ...]:
    whose = (Column("Lead"),) if presented.leads else ()
    return (
        Column("Item"),
        Column("What it asks"),
        *whose,
        Column("Days overdue", Format.COUNT),
        Column("Reason given"),
    )


def _late_rows(presented: Presented, items: tuple[RegisterItem, ...]) -> list[Contents]:
    room = _room(len(items), 2.5 if presented.leads else 2)
    return [
        (
            item.name,
            shortened(item.text or item.report, room),
            *((item.lead or Missing("none stated"),) if presented.leads else ()),
            item.days_overdue(presented.ageing.day),
            shortened(item.overdue_reason, room) if item.overdue_reason else _NO_REASON,
        )
        for item in items
    ]


def _without_reason(late: tuple[RegisterItem, ...]) -> Question | None:
    without = [item.name for item in late if not item.overdue_reason]
    told = f"{len(without):,} of {len(late):,}: {', '.join(without[:_ROWS])}." if without else "None: each gives one."
    return Question("Which of them give no reason?", (told,)) if late else None


def target(presented: Presented) -> Slide | None:
    """The way below the target that is set; None where none is, or its items are not held."""
    goal, projection = presented.goal, presented.projection
    if goal is None:
        return None
    said = target_text(projection, goal)
    shown = Figures(
        (
            Figure(f"{goal.open:,}", f"{goal.kind.short_heading} open", ()),
            Figure(f"{goal.needed:,}", f"To be signed off to come below {goal.below:,}", ()),
        )
    )
    lists = (
        path_table(path, f"{name}: {sentence}").first_rows(_STEPS) for name, (path, sentence) in ways(goal).items()
    )
    blocks = (shown, *(lists if goal.needed else ()))
    title = projection_headline(projection, goal)
    return Slide("target", title, blocks, short_source(projection.now), said, likely(who_closes(presented)))


def concerns(presented: Presented) -> Slide | None:
    """Every open cause of concern; None when they are not held as items."""
    causes = presented.causes
    if not causes.held:
        return None
    first = causes.causes[:_ROWS]
    table = TableSpec(
        _OF_CAUSES,
        rows_of(_cause(cause, len(first)) for cause in first),
        _shown_of(len(causes.causes)),
    )
    said = causes_sentences(causes)
    source = short_item_source(causes.register.sources)
    blocks = (table,) if causes.causes else (Words(said),)
    return Slide("concerns", causes_headline(causes), blocks, source, said)


def _cause(cause: Cause, rows: int) -> Contents:
    item = cause.item
    return (
        item.name,
        shortened(item.text or item.report, _room(rows, 1.25)),
        item.published or NOT_KNOWN,
        len(cause.open),
    )


def _shown_of(number: int) -> str:
    return f"The first {_ROWS} of {number:,}" if number > _ROWS else ""


def _room(rows: int, texts: float) -> int:
    """How many characters each text of a row may have. texts: how many share the row, a lead being half a one."""
    return int(next(room for most, room in _ROOM.items() if rows <= most) * 2 / texts)


def shortened(text: str, room: int) -> str:
    """The text up to so many characters, cut between words where it has any, with a sign that it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= room else f"{line[:room].rsplit(' ', 1)[0]} …"
