"""Totals and counts between and below the rows of a list of items: no items, and held against what they sum."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jasc_data.domain.normalise import marked_key, spelling_key, visible
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.fields import KIND_WORDS
from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.reading import SheetRow
from jasc_data.intake.words import STATUSES, TOTAL

_TOTAL_OF_SOMETHING = re.compile(r"(?:.+ )?(?:sub ?totals?|totals?|count)(?: \d+)?")  # ``Grand Count``, ``Kent Total``
_TOTAL_ALONE = re.compile(r"(?:sub ?total|grand (?:total|count)|(?:row )?count|number of [a-z]+)s?(?: \d+)?")
_DIGIT = re.compile(r"\d")
_LONGEST = 60  # characters of what a total is called
_OF_ALL = re.compile(r"grand |overall |totals?\b|sum\b|number of |\d")  # as the line begins
_OF_TOTALS = re.compile(r"\b(?:sub ?totals?|grand|totals?|sum|count|number|of|open|\d+)\b")
_ENDED = frozenset(word for status, words in STATUSES.items() if not status.counts_as_open for word in words.split("|"))


def is_total(table: Table, row: SheetRow, lone: str | None) -> bool:
    """A row that begins with the word and holds numbers alone besides; where the kinds have a column, one without a
    kind that is called a total or count of something, as spreadsheets set them below each group.

    lone: the row's only filled cell, if it has but one.
    """
    if lone is not None and len(table.columns) > 2:
        return lone.strip().isdecimal() or begins_like_a_total(lone)
    first = next(filter(str.strip, row.cells))
    kind = table.column_of("kind")
    of_kind = row.cells[kind.index].strip() if kind and kind.index < len(row.cells) else ""
    if of_kind and (_DIGIT.search(first) or len(first) > _LONGEST):  # nearly every reference has a digit
        return False
    named, like_one = _called(first)
    if not (named or like_one):
        return False
    words = sum(not cell.strip().isdecimal() for cell in row.cells if cell.strip()) - 1
    if not words:
        return True
    return (
        named if not of_kind else spelling_key(first) in TOTAL and (words == 1 or marked_key(of_kind) not in KIND_WORDS)
    )


@lru_cache(maxsize=1024)
def _called(first: str) -> tuple[bool, bool]:
    """Whether a row that begins so is called a total or count of something, and whether it is like one."""
    key = spelling_key(first)
    return key in TOTAL or bool(_TOTAL_OF_SOMETHING.fullmatch(key)), begins_like_a_total(first)


def begins_like_a_total(text: str) -> bool:
    """True for a line such as ``Total open: 5`` or ``Number of items``."""
    key = spelling_key(text)
    return key.partition(" ")[0] in TOTAL or bool(_TOTAL_ALONE.fullmatch(key))


def total_problem(row: SheetRow, kept: list[SheetRow], group: list[SheetRow], table: Table) -> Problem | None:
    """A total below a list of items is checked when it states one number, against the rows, all of them or the open
    ones: one that is called so, or follows another, against all above it; one of a group against its group alone; one
    of a kind against the items of that kind, above it or in its group."""
    stated = [word for cell in row.cells for word in visible(cell).replace(":", " ").split() if word.isdecimal()]
    if len(stated) != 1:
        return problem("total.not_checked", row_number=row.number, value=" ".join(filter(None, row.cells)))
    key = spelling_key(next(filter(str.strip, row.cells)))
    of_all = _OF_ALL.match(key) is not None
    rows, code = (kept, "total.differs") if of_all or not group else (group, "total.group_differs")
    kind = KIND_WORDS.get(" ".join(_OF_TOTALS.sub(" ", key).split()))
    sums = [_of_kind(some, kind, table) for some in (kept, group)] if kind else [rows]
    if int(stated[0]) in {count for some in sums for count in (len(some), _open_rows(some, table))}:
        return None
    return problem(code, row_number=row.number, value=stated[0], stated=stated[0], counted=len(sums[0]))


def _of_kind(rows: Sequence[SheetRow], kind: Kind, table: Table) -> list[SheetRow]:
    column = table.column_of("kind")
    return [row for row in rows if column and KIND_WORDS.get(marked_key(row.cells[column.index])) is kind]


def _open_rows(rows: Sequence[SheetRow], table: Table) -> int:
    """The rows whose status does not say that they are closed, as a person counts them."""
    status = table.column_of("status")
    ended = _ENDED if status else frozenset()
    return sum(status is None or spelling_key(row.cells[status.index]) not in ended for row in rows)
