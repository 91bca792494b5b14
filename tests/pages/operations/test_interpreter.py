"""What Python looks through for garbage while the dashboard runs: what it holds for good is set aside."""

import asyncio
import gc
import sys
from collections.abc import Iterator

import pytest

from pages._shared.operations.interpreter import set_aside_what_stays, take_turns_often
from pages._shared.operations.running import running


class Held:
    """Something that a library holds, in a circle with itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def as_it_was() -> Iterator[None]:
    turn = sys.getswitchinterval()
    yield
    gc.unfreeze()
    sys.setswitchinterval(turn)


@pytest.mark.usefixtures("as_it_was")
def test_what_stays_is_set_aside_and_later_garbage_is_found_all_the_same() -> None:
    stays = Held()
    set_aside_what_stays()
    assert gc.get_freeze_count() > 10_000
    assert not [held for held in gc.get_objects() if held is stays]
    later = [id(Held()) for _ in range(3)]
    assert later
    assert gc.collect() >= 3


@pytest.mark.usefixtures("as_it_was")
def test_what_was_set_aside_is_taken_back_when_the_server_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages._shared.operations.running.close_stores", lambda: None)

    async def serve() -> None:
        async with running(None):
            set_aside_what_stays()

    asyncio.run(serve())
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("as_it_was")
def test_a_thread_that_computes_gives_way_often() -> None:
    take_turns_often()
    assert sys.getswitchinterval() == pytest.approx(0.001)
