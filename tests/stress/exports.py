"""Exports of which each is known by its figures, so that a page's figures can be told to be of one export, and which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from jasc_data.wording.numbers import short_date
from tests.builders import HOME, NATION, csv_bytes, long_csv

_HEADINGS = ("As of", "Reference", "Type", "Report", "Published", "Grade", "Status", "Deadline", "Lead", "Text")
_OPENED, _HELD_THROUGH = 2, 40  # of a kind and a week: how many open, and how many reports they come from
_FIGURES = {  # which words of a page hold a figure of the export, and of which kind
    re.compile(r"had (\d+) open (recommendation|AFI)s(?! and AFIs)"): (2, 1),
    re.compile(r"(\d+) (recommendation|AFI)s(?: and \d+ AFIs)? open\b"): (2, 1),
    re.compile(r"(recommendation|AFI)s \d+ to (\d+)"): (1, 2),
}
_DAY = re.compile(r'jasc-told">(\d+ \w+ \d{4})<')


@dataclass(frozen=True)
class Exports:
    """Weekly exports of the home force, the last of them of ``last``. They are numbered from 0."""

    count: int
    last: date

    def day(self, number: int) -> date:
        """As of when the export is."""
        return self.last - timedelta(weeks=self.count - 1 - number)

    def content(self, number: int) -> bytes:
        """The export as a file: each week two more of a kind open, and one closes."""
        return csv_bytes([_HEADINGS, *self._rows(number)])

    def figures(self, number: int) -> dict[str, int]:
        """How many are open in it, by kind: different in every export."""
        return {"recommendation": 100 + number, "AFI": 40 + number}

    def _rows(self, number: int) -> Iterator[list[str]]:
        day = self.day(number)
        for cause in range(4):
            yield [
                str(day),
                f"C{cause}",
                "Cause of concern",
                "Vetting",
                "2024-01-31",
                "",
                "In progress",
                "",
                "",
                "Act.",
            ]
        for kind, count in self.figures(number).items():
            for item in range(number, number + count):
                report = item // _HELD_THROUGH
                yield [
                    str(day), f"{kind[0].upper()}{item}", kind, f"Thematic {report}",
                    f"{date(2023, 1, 31) + timedelta(days=90 * report)}",
                    f"Level {2 + item % 2}", "Awaiting sign-off" if item - number < _OPENED else "In progress",
                    f"{date(2025, 1, 1) + timedelta(days=5 * item)}", f"Lead {item % 9}",
                    f"The force should do what {kind} {item} asks for, and show the difference that it has made.",
                ]  # fmt: skip

    def number_told(self, text: str) -> tuple[set[int], int]:
        """The numbers of the exports that a page's text speaks of, and how many of its words say so."""
        days = {short_date(self.day(number)): number for number in range(self.count)}
        told = [days.get(day, -1) for day in _DAY.findall(text)]
        for words, (kind, figure) in _FIGURES.items():
            for match in words.finditer(text):
                told.append(int(match[figure]) - self.figures(0)[match[kind]])
        return set(told), len(told)


def positions() -> bytes:
    """All other forces by kind and grade."""
    chance = Random("positions")
    rows: list[tuple[object, ...]] = []
    for force in NATION:
        if force != HOME:
            rows.append((force, "CoC", chance.randint(0, 9), ""))
            for kind in ("Rec", "AFI"):
                grades = {grade: chance.randint(0, 60) for grade in ("1", "2", "3", "4", "not graded")}
                rows += [(force, kind, count, grade) for grade, count in grades.items()]
                rows.append((force, kind, sum(grades.values()), ""))
    return long_csv(*rows)
