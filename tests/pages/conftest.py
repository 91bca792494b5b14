"""A store of a test's own for the dashboard, and the dashboards that tests share: one a state of what is held."""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager

from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from pages._shared import session
from tests.builders import HOME, by, filled_once, imported
from tests.demonstrated import demonstrated
from tests.pages.states import Visits


@pytest.fixture(scope="session", autouse=True)
def shared_demonstration() -> Iterator[None]:
    """The pages show the demonstration that all tests share; a server of the browser's tests makes its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "demonstration_store", demonstrated)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_components() -> Iterator[None]:
    """AppTest looks through every installed package for components, anew for each session: most of what a visit costs.
    The dashboard has none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)
        yield


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    """``visits.visit(state, page)``: the page in that state of what is held."""
    with pytest.MonkeyPatch.context() as patch:
        shared = Visits(tmp_path_factory.mktemp("states"), patch)
        yield shared
        shared.close()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stores_closed: None) -> Path:
    """Where the dashboard of this test keeps its store."""
    path = tmp_path / "store" / "jasc.duckdb"
    monkeypatch.setenv("JASC_STORE", str(path))
    return path


@pytest.fixture
def stores_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The dashboard keeps the store for the process: closed and forgotten after each test."""
    opened: list[Store] = []

    def remembered(path: Path, address: None, *, create: bool, migrate: bool) -> Store:
        opened.append(open_kept(path, address, create=create, migrate=migrate))
        return opened[-1]

    monkeypatch.setattr(session, "open_kept", remembered)
    session._opened.clear()
    yield
    session._opened.clear()
    for store in opened:
        store.close()


@pytest.fixture
def filled(place: Path) -> Callable[..., None]:
    """``filled((bytes, date), ...)``: a store that holds these files, closed again."""

    def filled_with(
        *files: tuple[bytes, date], withdrawn: tuple[int, ...] = (), home: str = HOME, forces: tuple[str, ...] = ()
    ) -> None:
        def fill(store: Store) -> None:
            for content, day in files:
                imported(store, content, day, today=date.today(), home=home, forces=forces)
            for number in withdrawn:
                withdraw(store, number, by())

        what = sha256(repr((files, withdrawn, home, forces)).encode()).hexdigest()
        filled_once(f"filled with {what}", fill, place)

    return filled_with
