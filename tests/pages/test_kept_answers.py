"""Answers kept between page runs: nothing changes one but its grounds and its choices, which are all in its key."""

import ast
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jasc_data.domain.forces import national_directory
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import AverageBasis
from pages._shared.grounds import Grounds, cached
from pages._shared.papers import Chosen
from pages._shared.session import Session
from tests.builders import GROUPS, HOME, NATION, PAPER_DAY, REC, TODAY, VIEW, empty_store, imported, positions_csv

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT / "pages" / "_shared"


@pytest.fixture
def grounds() -> Any:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 104, 34)}))
    with store.snapshot() as snapshot:
        yield Grounds(snapshot, VIEW, Settings(), demonstration=False, as_of=PAPER_DAY, today=TODAY)


def others(grounds: Grounds) -> dict[str, Any]:
    """For every part of the grounds, another one."""
    later = empty_store()
    imported(later, positions_csv({HOME: (7, 104, 34)}))
    imported(later, positions_csv({HOME: (8, 104, 34)}), date(2023, 9, 5))
    without_one = replace(GROUPS, dated={HOME: {date.min: GROUPS.at(HOME, PAPER_DAY)[:-1]}})
    with later.snapshot() as snapshot:
        return {
            "snapshot": snapshot,
            "viewpoint": Viewpoint(HOME, without_one, NATION),
            "settings": Settings(marking="OFFICIAL"),
            "demonstration": True,
            "as_of": date(2023, 6, 5),
            "today": date(2024, 1, 1),
        }


def test_every_part_of_the_grounds_is_in_the_key(grounds: Grounds) -> None:
    changed = others(grounds)
    assert set(changed) == {part.name for part in fields(Grounds)}
    for name, other in changed.items():
        assert replace(grounds, **{name: other}).key != grounds.key, name


def test_a_run_speaks_of_one_day_also_over_midnight(grounds: Grounds) -> None:
    store, day = empty_store(), date(2020, 2, 29)
    session = Session(Settings(), GROUPS, store, grounds.snapshot, False, HOME, national_directory(), (), day)
    assert session.grounds.today == session.upload_context().today == day


def test_what_rests_on_grounds_of_long_ago_is_kept_no_longer(grounds: Grounds) -> None:
    """Of an answer that is asked for seldom, and at other dates, most would stay for good: each commit makes new grounds."""
    asked = []

    @cached
    def seldom(grounds: Grounds) -> date | None:
        asked.append(grounds.as_of)
        return grounds.as_of

    @cached
    def often(grounds: Grounds) -> date | None:
        return grounds.as_of

    seldom(grounds)
    for day in range(1, 29):
        often(replace(grounds, as_of=date(2024, 1, day)))
        often(grounds)
    seldom(grounds)
    assert asked == [PAPER_DAY]  # grounds that are still asked of stay
    for day in range(1, 29):
        often(replace(grounds, as_of=date(2024, 2, day)))
    seldom(grounds)
    assert asked == [PAPER_DAY, PAPER_DAY]


def test_an_answer_is_found_anew_when_its_grounds_or_its_choices_differ(grounds: Grounds) -> None:
    asked = []

    @cached
    def told(grounds: Grounds, basis: AverageBasis = AverageBasis.WITH_US) -> tuple[date | None, AverageBasis]:
        asked.append(basis)
        return grounds.as_of, basis

    for _ in range(2):
        assert told(grounds) == told(grounds, AverageBasis.WITH_US) == told(grounds, basis=AverageBasis.WITH_US)
        assert told(grounds, AverageBasis.MEDIAN) == (PAPER_DAY, AverageBasis.MEDIAN)
        assert told(replace(grounds, as_of=date(2023, 6, 5)))[0] == date(2023, 6, 5)
    assert asked == [AverageBasis.WITH_US, AverageBasis.MEDIAN, AverageBasis.WITH_US]


def test_two_questions_with_the_same_choices_are_told_apart(grounds: Grounds) -> None:
    @cached
    def one(grounds: Grounds, kind: object) -> str:
        return "one"

    @cached
    def other(grounds: Grounds, kind: object) -> str:
        return "other"

    assert (one(grounds, REC), other(grounds, REC)) == ("one", "other")


def names_in(path: Path) -> set[str]:
    """Every name and attribute that a module's code mentions."""
    return names_of(ast.parse(path.read_text(encoding="utf-8")))


def names_of(code: ast.AST) -> set[str]:
    """The same of a part of it."""
    return {
        name
        for node in ast.walk(code)
        for name in (getattr(node, "id", None), getattr(node, "attr", None), getattr(node, "name", None))
        if name
    }


def modules_imported(path: Path) -> set[str]:
    """Every module that a module imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return named | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_the_answers_ask_nothing_but_their_grounds() -> None:
    """No clock, no environment, no session: what is not in the grounds cannot reach an answer."""
    found = [*(PROJECT / "jasc_data" / "answers").rglob("*.py"), SHARED / "answers.py"]
    assert len(found) > 50
    for path in found:
        assert not modules_imported(path) & {"streamlit", "os", "time", "pages._shared.session"}, path.name
        text = path.read_text(encoding="utf-8")
        assert not [clock for clock in ("date.today(", "datetime.now(", "read_settings(") if clock in text], path.name


def test_what_is_kept_asks_nothing_but_its_grounds_and_its_choices() -> None:
    """Nobody's rights, session or clock reaches what one visitor finds and all are shown."""
    outside = {"st", "session", "current", "actor", "visitor", "environ", "read_settings", "who_closes", "now"}
    kept = [
        function
        for path in SHARED.glob("*.py")
        if "@cached" in (text := path.read_text(encoding="utf-8"))
        for function in ast.parse(text).body
        if isinstance(function, ast.FunctionDef) and "cached" in [ast.unparse(by) for by in function.decorator_list]
    ]
    assert len(kept) > 30
    for function in kept:
        assert not names_of(function) & outside, function.name
        assert "date.today" not in ast.unparse(function), function.name


def test_who_may_close_and_whose_names_are_shown_are_choices_of_a_paper(grounds: Grounds) -> None:
    """Two visitors who choose otherwise are never shown each other's."""
    asked: list[tuple[Any, ...]] = []

    @cached
    def paper(grounds: Grounds, chosen: Chosen, closing: tuple[tuple[str, str], ...]) -> int:
        asked.append((chosen, closing))
        return len(asked)

    plain = Chosen(parts=("summary",), since=None, leads=False, anonymised=False, marking="")
    closing = (("3", "HMICFRS"),)
    differing = [
        replace(plain, leads=True),
        replace(plain, anonymised=True),
        replace(plain, parts=()),
        replace(plain, marking="OFFICIAL"),
    ]
    assert paper(grounds, plain, closing) == 1
    assert [paper(grounds, other, closing) for other in differing] == [2, 3, 4, 5]
    assert paper(grounds, plain, (("3", "the force"),)) == 6
    assert paper(grounds, replace(plain), closing) == 1


def test_there_is_one_way_to_keep_an_answer() -> None:
    """Besides it only stores, the dates that the frame offers and what periods can begin with (by their own keys) and
    charts as drawn (by themselves) are kept.
    """
    modules = (*(PROJECT / "pages").rglob("*.py"), PROJECT / "app.py")
    mentioned = {path.name: names_in(path) for path in modules if path.name != "__init__.py"}
    keeping = [name for name, names in mentioned.items() if "SingleFlight" in names]
    assert sorted(keeping) == ["grounds.py", "pictures.py", "session.py", "single_flight.py", "time_choices.py"]
    assert not [name for name, names in mentioned.items() if names & {"cache_resource", "cache_data"}]
