"""How much is measured: all of it for the document, or little to prove that it runs."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Plan:
    """What a run measures.

    folder: where stores and figures are kept. document: what is written. expected: how long it takes, in words.
    sizes: of how many weekly exports each history is measured. runs: of which a median is taken. most: how many
    pages and documents, the first ones; None for all. rows: of the files that are imported. browser: whether Chromium
    and peers are used.
    """

    folder: Path
    document: Path
    expected: str
    sizes: dict[str, tuple[int, ...]]
    runs: int
    most: int | None
    rows: tuple[int, ...]
    browser: bool


def full() -> Plan:
    """One export to ten years of weekly ones, of the home force and of all 43."""
    sizes = (1, 10, 100, 520)
    return Plan(
        PROJECT / "build" / "bench",
        PROJECT / "docs" / "benchmarks.md",
        "half an hour on two cores, less when the stores are there already",
        {"home": sizes, "national": sizes},
        runs=5,
        most=None,
        rows=(7_000, 100_000),
        browser=True,
    )


def short(folder: Path) -> Plan:
    """Next to nothing, to prove that it runs."""
    return Plan(
        folder,
        folder / "benchmarks.md",
        "half a minute",
        {"home": (1, 2)},
        runs=1,
        most=1,
        rows=(200,),
        browser=False,
    )
