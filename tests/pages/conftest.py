"""The dashboards that tests of pages share: one a state of what is held, for each module of tests."""

from collections.abc import Iterator

import pytest

from tests.pages.states import Visits


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    """``visits.visit(state, page)``: the page in that state of what is held."""
    with pytest.MonkeyPatch.context() as patch:
        shared = Visits(tmp_path_factory.mktemp("states"), patch)
        yield shared
        shared.close()
