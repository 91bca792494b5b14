"""Answers for papers, found once for all tests of a process: of the demonstration, and of a store made here."""

from datetime import date
from functools import cache

from jasc_data.demonstration.forces import demonstration_directory
from jasc_data.documents.paper.asked import paper_answers
from jasc_data.documents.paper.part import PaperAnswers
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from tests.builders import BY_FORCE, GROUPS, HOME, TODAY, VIEW, empty_store, imported, item, items_csv
from tests.demonstrated import demonstrated

EARLIER, DAY = date(2023, 6, 5), date(2023, 9, 4)
SETTINGS = Settings(marking="OFFICIAL-SENSITIVE")


@cache
def demonstration(*, anonymised: bool = False, leads: bool = False) -> PaperAnswers:
    """The demonstration at its latest date, against its date before, with the paper's target."""
    asked = Asked(DAY, EARLIER, leads, 80, invented=True, anonymised=anonymised)
    directory = demonstration_directory()
    with demonstrated().snapshot() as snapshot:
        return paper_answers(snapshot, Viewpoint(HOME, GROUPS, directory.names), directory, SETTINGS, asked, TODAY)


def _items() -> bytes:
    """Items whose texts name peers and try to be formulas."""
    report = {"report": "Vetting in Norfolk Constabulary and Devon and Cornwall", "report_published": "02/11/2022"}
    late = {"deadline": "30/04/2023", "overdue_reason": "=1+1 waits for Warks, GLOUCESTERSHIRE and D&C <b>"}
    return items_csv(
        *(item(f"R{number}", grade=str(2 + number % 2), lead="Somebody", text="Ask Wiltshire Police", **report, **late)
          for number in range(1, 8)),
        item("A1", "AFI", "PEEL", grade="3", lead="Else"),
        item("C1", "CoC", "=SUM(A1)", text="As in Suffolk"),
    )  # fmt: skip


@cache
def of_own_store(*, anonymised: bool = False) -> PaperAnswers:
    """The paper's positions by force, and own items of the day before from a file that is named for a peer."""
    store = empty_store()
    imported(store, BY_FORCE.read_bytes(), name="positions-of-suffolk.csv")
    imported(store, _items(), date(2023, 9, 3), name="Norfolk_items.csv")
    asked = Asked(DAY, None, below=5, anonymised=anonymised)
    with store.snapshot() as snapshot:
        return paper_answers(snapshot, VIEW, national_directory(), Settings(), asked, TODAY)
