"""What each problem code says to the person who meets it; the sentences stand in problems.toml."""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Wording(NamedTuple):
    """severity: error, warning or notice. message and fix are format strings."""

    severity: str
    message: str
    fix: str


def _read() -> dict[str, Wording]:
    with (Path(__file__).parent / "problems.toml").open("rb") as file:
        return {code: Wording(**words) for code, words in tomllib.load(file).items()}


WORDING = _read()
