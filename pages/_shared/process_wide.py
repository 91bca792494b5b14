"""What one process keeps for all its visitors, where no visitor reaches it: Streamlit's caches can be cleared by any.

A store that is open may not be opened a second time, so what forgets it breaks every page.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


class ProcessWide(Generic[Given, Made]):
    """A function whose result is made once for what it is given, by whoever comes first; the others wait for it."""

    def __init__(self, make: Callable[Given, Made]):
        self._make = make
        self._lock = Lock()
        self._made: dict[object, Made] = {}

    def __call__(self, *given: Given.args, **named: Given.kwargs) -> Made:
        """What was made. A failure is not kept."""
        key = (given, tuple(sorted(named.items())))
        with self._lock:
            if key not in self._made:
                self._made[key] = self._make(*given, **named)
            return self._made[key]

    def clear(self) -> None:
        """Forgets what was made; to be called by tests alone, which close it themselves."""
        with self._lock:
            self._made.clear()
