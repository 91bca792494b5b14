"""What an answer may rest on, and the one way to keep it between page runs.

An answer that is kept is found from its grounds and its choices alone, and kept under all of both: nothing else can
change it, so no page can show a stale one.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from hashlib import sha256
from inspect import signature
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.drawing.chart import Provenance
from jasc_data.store.snapshot import Snapshot
from pages._shared.single_flight import SingleFlight

_KEPT = 32  # answers of each kind: a committee looks at few dates, and years of exports make large answers
_GROUNDS = 8  # that answers are kept of: each commit makes new ones, and what was said before it is seldom asked again

Choices = ParamSpec("Choices")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Grounds:
    """One state of the store, from whose viewpoint and as of which date it is looked at, the settings, and the day.

    as_of: the date chosen, else the latest of the home force; None when nothing is held. today: the day of looking.
    """

    snapshot: Snapshot
    viewpoint: Viewpoint
    settings: Settings
    demonstration: bool
    as_of: date | None
    today: date

    @cached_property
    def key(self) -> str:
        """Differs whenever an answer could. Settings and groups count by what they say.

        A digest: it is looked at for every answer that a page asks for.
        """
        parts = (
            self.snapshot.data_version,
            self.snapshot.known_at,
            self.viewpoint.fingerprint,
            self.settings.model_dump_json(),
            self.demonstration,
            self.as_of,
            self.today,
        )
        return sha256(repr(parts).encode()).hexdigest()

    @property
    def held_at(self) -> date:
        """The date, where it is known that something is held."""
        assert self.as_of is not None
        return self.as_of

    def provenance(self, source: str) -> Provenance:
        """What every picture and file with figures of that source carries."""
        return Provenance(source, self.settings.marking, self.demonstration)


class _Lately:
    """The grounds that were asked of last. What rests on others is kept no longer, whichever question it answers."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._keys: OrderedDict[str, None] = OrderedDict()
        self._answers: list[SingleFlight[Any]] = []

    def answers(self) -> SingleFlight[Any]:
        """Room for the answers to one question; the grounds' key begins the key of each."""
        kept: SingleFlight[Any] = SingleFlight(_KEPT)
        self._answers.append(kept)
        return kept

    def ask(self, key: str) -> None:
        """To be called whenever something is asked of grounds."""
        with self._lock:
            self._keys[key] = None
            self._keys.move_to_end(key)
            gone = self._keys.popitem(last=False)[0] if len(self._keys) > _GROUNDS else None
        if gone:
            for kept in self._answers:
                kept.forget(lambda asked: asked[0] == gone)


_lately = _Lately()


def cached(find: Callable[Concatenate[Grounds, Choices], Found]) -> Callable[Concatenate[Grounds, Choices], Found]:
    """Keeps what a function finds, under its grounds and its choices. It must ask nothing else: no clock, no setting.

    Of all visitors who ask at once one finds it. The answer is shared between them as it is, not copied for each run:
    answers do not change. Choices are values that can be told apart (``Hashable``), never lists.
    """
    kept: SingleFlight[Found] = _lately.answers()
    asked = signature(find)

    @wraps(find)
    def answer(*given: Any, **named: Any) -> Found:
        asking = asked.bind(*given, **named)
        asking.apply_defaults()  # or an answer would be kept twice: with its usual choice, and without one
        (_, grounds), *choices = asking.arguments.items()
        _lately.ask(grounds.key)
        return kept.get((grounds.key, *choices), lambda: find(*given, **named))

    return answer
