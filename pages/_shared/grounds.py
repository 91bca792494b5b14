"""What an answer may rest on, and the one way to keep it between page runs.

An answer that is kept is found from its grounds and its choices alone, and kept under all of both: nothing else can
change it, so no page can show a stale one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from hashlib import sha256
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar

from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings
from jasc_data.drawing.chart import Provenance
from jasc_data.store.snapshot import Snapshot
from pages._shared.single_flight import SingleFlight

_KEPT = 32  # answers of each kind: a committee looks at few dates, and years of exports make large answers

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


def cached(find: Callable[Concatenate[Grounds, Choices], Found]) -> Callable[Concatenate[Grounds, Choices], Found]:
    """Keeps what a function finds, under its grounds and its choices. It must ask nothing else: no clock, no setting.

    Of all visitors who ask at once one finds it. The answer is shared between them as it is, not copied for each run:
    answers do not change. Choices are values that can be told apart (``Hashable``), never lists.
    """
    kept: SingleFlight[Found] = SingleFlight(_KEPT)
    asked = signature(find)

    @wraps(find)
    def answer(*given: Any, **named: Any) -> Found:
        asking = asked.bind(*given, **named)
        asking.apply_defaults()  # or an answer would be kept twice: with its usual choice, and without one
        (_, grounds), *choices = asking.arguments.items()
        return kept.get((grounds.key, *choices), lambda: find(*given, **named))

    return answer
