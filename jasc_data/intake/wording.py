"""What each problem code says to the person who meets it; the sentences stand in reference/problems.toml."""

import tomllib
from typing import NamedTuple

from jasc_data.forces import REFERENCE


class Wording(NamedTuple):
    """severity: error, warning or notice. message and fix are format strings."""

    severity: str
    message: str
    fix: str


def _read() -> dict[str, Wording]:
    with (REFERENCE / "problems.toml").open("rb") as file:
        return {code: Wording(**words) for code, words in tomllib.load(file).items()}


WORDING = _read()
