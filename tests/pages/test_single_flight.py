"""What many ask at once is found once, whatever comes of it."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from threading import Barrier, Event
from time import sleep
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import StopException

from jasc_data.drawing import plotly_charts
from pages._shared.pictures import picture
from pages._shared.single_flight import SingleFlight

MANY = 10


@contextmanager
def asked_by_many(kept: SingleFlight[str], find: Callable[[], str]) -> Iterator[list[Future[str]]]:
    """Ten who ask for the same at the same moment."""
    together = Barrier(MANY)

    def ask() -> str:
        together.wait(10)
        return kept.get("question", find)

    with ThreadPoolExecutor(MANY) as visitors:
        yield [visitors.submit(ask) for _ in range(MANY)]


def test_ten_who_ask_at_once_are_given_what_one_of_them_found() -> None:
    kept, found, go = SingleFlight[str](2), [], Event()

    def find() -> str:
        found.append("once")
        go.wait(10)
        return "answer"

    with asked_by_many(kept, find) as answers:
        go.set()
    assert {answer.result() for answer in answers} == {"answer"}
    assert found == ["once"]
    assert kept.get("question", find) == "answer"
    assert found == ["once"]


def test_a_failure_reaches_all_who_wait_and_is_not_kept() -> None:
    kept, waiting, tried = SingleFlight[str](2), Event(), []

    def fails() -> str:
        tried.append("once")
        waiting.wait(0.2)  # until the others have come
        raise ValueError("no such report")

    with asked_by_many(kept, fails) as answers:
        pass
    assert {str(answer.exception()) for answer in answers} == {"no such report"}
    assert tried == ["once"]
    assert kept.get("question", lambda: "answer") == "answer"


def test_whoever_leaves_before_it_is_found_takes_it_from_nobody() -> None:
    """Streamlit ends a visit by an exception of its own, when its page is left or asked for again."""
    kept, tried = SingleFlight[str](2), []

    def left_at_first() -> str:
        tried.append("again")
        if len(tried) == 1:
            Event().wait(0.1)
            raise StopException
        return "answer"

    with asked_by_many(kept, left_at_first) as answers:
        pass
    outcomes = [answer.exception() or answer.result() for answer in answers]
    assert sum(isinstance(outcome, StopException) for outcome in outcomes) == 1
    assert outcomes.count("answer") == MANY - 1
    assert len(tried) == 2


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept, found = SingleFlight[int](2), []

    def ask(number: int) -> int:
        return kept.get(number, lambda: found.append(number) or number)  # type: ignore[func-returns-value]

    for number in (1, 2, 1, 3, 1, 2):
        assert ask(number) == number
    assert found == [1, 2, 3, 2]


def test_another_question_does_not_wait() -> None:
    kept, go = SingleFlight[str](2), Event()

    def slow() -> str:
        assert go.wait(10)
        return "slow"

    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(kept.get, "slow", slow)
        assert kept.get("quick", lambda: "quick") == "quick"
        assert not waiting.done()
        go.set()
        assert waiting.result() == "slow"


def test_a_question_may_rest_on_another() -> None:
    kept = SingleFlight[str](2)
    assert kept.get("all", lambda: kept.get("part", lambda: "part") + " of all") == "part of all"


def test_a_chart_is_drawn_once_for_all_who_look(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def slow(_chart: Any, *, characters: int) -> str:
        drawn.append(characters)
        sleep(0.05)
        return f"drawn for {characters}"

    monkeypatch.setattr(plotly_charts, "figure", slow)
    chart: Any = type("Chart", (), {})()
    with ThreadPoolExecutor(MANY) as visitors:
        seen = list(visitors.map(partial(picture, chart), [37, 99] * 5))
    assert set(seen) == {"drawn for 37", "drawn for 99"}
    assert sorted(drawn) == [37, 99]
