"""What every chart carries besides its plot: where it comes from, the words that stand for it, its table."""

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jasc_data.wording.numbers import listed

ALT_LIMIT = 220
INVENTED = "Invented demonstration data"


@dataclass(frozen=True)
class Provenance:
    """What every picture carries: its source line, the protective marking (or blank), and whether it is invented."""

    source: str
    marking: str = ""
    invented: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines at the foot of a picture."""
        return tuple(line for line in (INVENTED if self.invented else "", self.source, self.marking) if line)


def file_name_part(name: str) -> str:
    """A name as a part of a file's name: small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("&", "and")).strip("-")


def alt_text(*sentences: str) -> str:
    """As many of the sentences as fit the limit, in order of importance, none cut in the middle."""
    kept = ""
    for sentence in sentences:
        candidate = f"{kept} {sentence}".strip()
        if len(candidate) > ALT_LIMIT:
            break
        kept = candidate
    return kept or textwrap.shorten(sentences[0], ALT_LIMIT, placeholder="…")


def extremes(figures: Mapping[str, float], written: Callable[[float], str], lowest: str = "Lowest") -> tuple[str, ...]:
    """The lowest and the highest of all that is drawn, those level with them included.

    As told with every name, with a name each and how many more, and with figures alone, for the text that still fits.
    """
    low, high = min(figures.values()), max(figures.values())
    least, most = ([name for name, value in figures.items() if value == end] for end in (low, high))

    def one(names: list[str]) -> str:
        return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"

    first, last = written(low), written(high)
    return (
        f"{lowest} {listed(least)} ({first}), highest {listed(most)} ({last}).",
        f"{lowest} {one(least)} ({first}), highest {one(most)} ({last}).",
        f"{lowest} {first}, highest {last}.",
    )


def longest_told(sentences: Sequence[str], endings: Sequence[str]) -> str:
    """The alt text with the first of the endings that fits; without one where none does."""
    kept = [sentence for sentence in sentences if sentence]
    tellings = [alt_text(*kept, ending) for ending in endings]
    return next((told for told, ending in zip(tellings, endings, strict=True) if told.endswith(ending)), tellings[-1])
