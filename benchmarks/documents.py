"""How long paper, deck and figure pack take: the answers, and the files made of them, from the store to the bytes.

Each is made from a fresh snapshot, as the command line does it.
"""

from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

from benchmarks.histories import LAST, VIEWPOINT
from benchmarks.plan import Plan
from benchmarks.stores import copies
from benchmarks.timing import taken
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PaperAnswers, make_paper
from jasc_data.documents.paper.asked import paper_answers, paper_file
from jasc_data.documents.paper.source import brief_source
from jasc_data.documents.presentation.deck import deck_file
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import views
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.store.connection import Store, open_store

QUARTER = 13 * 7  # days between two meetings


def answers_in(store: Store, *, anonymised: bool = False) -> PaperAnswers:
    """All that paper and deck are made of, at the latest date against the quarter before."""
    asked = Asked(LAST, date.fromordinal(LAST.toordinal() - QUARTER), below=80, anonymised=anonymised)
    with store.snapshot() as snapshot:
        return paper_answers(snapshot, VIEWPOINT, national_directory(), Settings(), asked, date.today())


def paper(answers: PaperAnswers) -> bytes:
    """The paper as Word."""
    return paper_file(make_paper(answers), Settings()).content


def deck(answers: PaperAnswers) -> bytes:
    """Every view as PowerPoint."""
    return deck_file(answers.presented, views(answers.presented, tuple(VIEWS))).content


def pack(answers: PaperAnswers) -> bytes:
    """The figure pack."""
    return figure_pack(make_paper(answers), answers.presented.provenance(brief_source(answers)))


MADE: dict[str, tuple[Callable[[PaperAnswers], bytes], bool]] = {
    "Paper": (paper, False),
    "Paper, anonymised": (paper, True),
    "Deck of every view": (deck, False),
    "Figure pack": (pack, False),
}


def documents(plan: Plan) -> dict[str, Any]:
    """Of each document: the median seconds from the store to its bytes, with least and most of the home history."""
    sizes = (min(plan.sizes["home"]), max(plan.sizes["home"]))
    found: dict[str, Any] = {"sizes": sizes, "made": {}}
    with copies(plan, [("home", size) for size in sizes]) as paths:
        stores = [open_store(path, create=False) for path in paths.values()]
        for name, (make, anonymised) in list(MADE.items())[: plan.most]:
            rounds = [[_seconds(store, make, anonymised) for store in stores] for _ in range(plan.runs)]
            found["made"][name] = [
                [median(part) for part in zip(*of_one, strict=True)] for of_one in zip(*rounds, strict=True)
            ]
            print(f"  {name}: {found['made'][name]}", flush=True)
        for store in stores:
            store.close()
    return found


def _seconds(store: Store, make: Callable[[PaperAnswers], bytes], anonymised: bool) -> tuple[float, float]:
    """Of the answers, and of the file made of them."""
    gathered: list[PaperAnswers] = []
    answering = taken(lambda: gathered.append(answers_in(store, anonymised=anonymised)))
    return answering.wall, taken(lambda: make(gathered[0])).wall
