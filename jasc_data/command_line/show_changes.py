"""``show changes --from D --to D``: the items of a force that changed between two dates."""

import argparse

from jasc_data.answers.figures.headlines import held_dates
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.period_changes.tables import changed_items_table
from jasc_data.answers.period_changes.text import changes_headline, changes_notices, changes_sentences
from jasc_data.command_line.commands import Answer
from jasc_data.command_line.period_option import WORDS, counted_since, since
from jasc_data.command_line.viewpoint import add_known_at, day, force, known
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.settings import Settings
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.editorial.periods import beginnings


def add_options(parser: argparse.ArgumentParser) -> None:
    """The two dates, and whose items."""
    parser.add_argument(
        "--from", dest="since", type=since, required=True, metavar="YYYY-MM-DD", help=f"the first date, or {WORDS}"
    )
    parser.add_argument("--to", dest="until", type=day, required=True, metavar="YYYY-MM-DD", help="the second date")
    parser.add_argument("--force", type=force, help="the force (default: the home force)")
    add_known_at(parser)


def show_changes(settings: Settings, given: argparse.Namespace) -> Answer:
    """What opened, closed, left otherwise, was regraded or changed. Refused when no items are held at both dates."""
    home = given.force or settings.home_force
    with known(settings, given) as snapshot:
        counted = counted_since(beginnings(snapshot, held_dates(snapshot, home)), given.since, given.until)
        if counted.day >= given.until:
            raise FileRefused("The date after --from must be before the date after --to.")
        answer = period_changes(snapshot, home, counted.day, given.until)
    if not answer.compared:
        raise FileRefused(
            f"The items of {home} are not held at both {counted.day} and {given.until}: "
            "import an items export of or before each date."
        )
    rows = [
        {
            "reference": item.reference,
            "kind": item.kind.value,
            "report": item.report,
            "change": item.change.value,
            "before": item.before,
            "after": item.after,
        }
        for item in answer.items
    ]
    data = {"force": home, "as_of": given.until.isoformat(), "from": counted.day.isoformat(), "rows": rows}
    said = (*counted.known, *counted.said, *changes_sentences(answer), *changes_notices(answer))
    lines = [changes_headline(answer), *said]
    return Answer(data, "\n".join([*lines, "", *terminal_table(changed_items_table(answer.items))] if rows else lines))
