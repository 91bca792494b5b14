"""How long paper, deck and figure pack take with ten years of exports held: the answers, and the files made of them.

Run: python benchmarks/documents.py [years]      (default 10; building that store takes some minutes, unless
JASC_BENCHMARK_STORES names the folder in which benchmarks/pages.py keeps its own)

Each line is the median and the longest of several runs, each from a fresh snapshot, as the command line does it.
"""

import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.pages import HOME, LAST, build
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PaperAnswers, make_paper
from jasc_data.documents.paper.asked import paper_answers, paper_file
from jasc_data.documents.paper.source import brief_source
from jasc_data.documents.presentation.deck import deck_file
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import views
from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.store.connection import Store, open_store

RUNS = 5
LIMIT = 5.0  # seconds for a paper or a deck, its answers included
QUARTER = 13 * 7  # days between two meetings


def answers_in(store: Store, *, anonymised: bool = False) -> PaperAnswers:
    """All that paper and deck are made of, at the latest date against the quarter before."""
    viewpoint = Viewpoint(HOME, Settings().groups(), national_directory().names)
    asked = Asked(LAST, date.fromordinal(LAST.toordinal() - QUARTER), below=80, anonymised=anonymised)
    with store.snapshot() as snapshot:
        return paper_answers(snapshot, viewpoint, national_directory(), Settings(), asked, date.today())


def paper(answers: PaperAnswers) -> bytes:
    """The paper as Word."""
    return paper_file(make_paper(answers), Settings()).content


def deck(answers: PaperAnswers) -> bytes:
    """Every view as PowerPoint."""
    return deck_file(answers.presented, views(answers.presented, tuple(VIEWS))).content


def pack(answers: PaperAnswers) -> bytes:
    """The figure pack."""
    return figure_pack(make_paper(answers), answers.presented.provenance(brief_source(answers)))


def measured(store: Store) -> None:
    """Prints a table: the seconds that each document takes from the store to its bytes."""
    print(f"\n{'document':26}{'answers':>10}{'file':>10}{'both':>10}{'longest':>10}{'bytes':>12}")
    made: tuple[tuple[str, Callable[[PaperAnswers], bytes], bool], ...] = (
        ("paper", paper, False),
        ("paper, anonymised", paper, True),
        ("deck", deck, False),
        ("figure pack", pack, False),
    )
    for name, make, anonymised in made:
        rounds = []
        for _ in range(RUNS):
            began = time.perf_counter()
            answers = answers_in(store, anonymised=anonymised)
            found = time.perf_counter()
            content = make(answers)
            rounds.append((found - began, time.perf_counter() - found))
        both = [sum(one) for one in rounds]
        first, second = (median(taken) for taken in zip(*rounds, strict=True))
        late = " !" if max(both) > LIMIT else ""
        print(f"{name:26}{first:8.2f} s{second:8.2f} s{median(both):8.2f} s{max(both):8.2f} s{len(content):12,}{late}")


def main(years: int, *, profiled: bool) -> None:
    """Makes or opens the store, and measures. profiled: says where the time of a paper and a deck goes."""
    kept = os.environ.get("JASC_BENCHMARK_STORES")
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(kept or temporary) / f"{years}-years-all.duckdb"
        if not path.exists():
            build(path, years, 52 * years)
        store = open_store(path, create=False)
        if profiled:
            profile = cProfile.Profile()
            profile.runcall(lambda: [make(answers_in(store)) for make in (paper, deck)])
            pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
        measured(store)
        store.close()


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    main(numbers[0] if numbers else 10, profiled="--profile" in sys.argv)
