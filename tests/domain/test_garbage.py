"""While files are taken in no garbage is looked for; once the last of them is done it is again."""

import gc

import pytest

from jasc_data.domain.garbage import garbage_waits


def test_it_waits_for_the_last_of_those_under_way() -> None:
    with garbage_waits():
        with garbage_waits():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_ends_the_waiting() -> None:
    with pytest.raises(ZeroDivisionError), garbage_waits():
        1 / 0  # noqa: B018
    assert gc.isenabled()
