"""What many ask at once is found once: whoever comes first finds it, the others wait for that, and it is kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from threading import Lock
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class SingleFlight(Generic[Found]):
    """Keeps what was found, under keys, for all threads. at_most: of how many; what was asked for longest ago goes."""

    def __init__(self, at_most: int):
        self._at_most = at_most
        self._lock = Lock()
        self._flights: OrderedDict[Hashable, Future[Found]] = OrderedDict()

    def get(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What is kept under that key, else what ``find`` finds.

        A failure is raised for whoever waits for it and is not kept; when the finder's own visit is ended, another one
        of those who wait finds it.
        """
        while True:
            with self._lock:
                flight = self._flights.get(key)
                if flight is None:
                    mine = self._flights[key] = Future()
                else:
                    self._flights.move_to_end(key)
            if flight is None:
                return self._found(key, mine, find)
            try:
                return flight.result()
            except CancelledError:
                continue

    def forget(self, fits: Callable[[Any], bool]) -> None:
        """Keeps no longer what was found under the keys that fit."""
        with self._lock:
            for key in [key for key, flight in self._flights.items() if fits(key) and flight.done()]:
                del self._flights[key]

    def _found(self, key: Hashable, flight: Future[Found], find: Callable[[], Found]) -> Found:
        try:
            found = find()
        except BaseException as failure:
            with self._lock:
                del self._flights[key]
            if isinstance(failure, Exception):
                flight.set_exception(failure)
            else:
                flight.cancel()
            raise
        flight.set_result(found)
        with self._lock:
            self._forget_the_oldest()
        return found

    def _forget_the_oldest(self) -> None:
        done = [key for key, flight in self._flights.items() if flight.done()]
        for key in done[: max(0, len(done) - self._at_most)]:
            del self._flights[key]
