"""Words of a file that are read as was decided for an earlier one: said with their rows, and asked where they come from
another column than the one that they were decided for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jasc_data.intake.fields import called, heading_key
from jasc_data.intake.layouts import Column, Table
from jasc_data.intake.learned import Decision, Domain, Learned, lookup_key, meaning_in_words
from jasc_data.intake.problems import Problem, problem
from jasc_data.wording.numbers import counted, listed

_FIELDS = {
    "force": Domain.FORCE,
    "kind": Domain.KIND,
    "status": Domain.STATUS,
    "grade": Domain.GRADE,
    "addressee": Domain.ADDRESSEE,
    "deadline": Domain.DEADLINE,
    "report": Domain.REPORT,
}


@dataclass(frozen=True)
class RememberedWord:
    """A word of one column, what it was decided to mean, in how many rows it stands, and whether it was decided for a
    column of this heading."""

    column: Column
    domain: Domain
    word: str
    meaning: str
    rows: int
    of_this_heading: bool

    @property
    def decision(self) -> Decision:
        """The same as a decision about this heading's column."""
        return Decision(self.domain, self.word, self.meaning, heading_key(self.column.heading))


def remembered_words(table: Table, learned: Learned, said: Iterable[Decision]) -> tuple[RememberedWord, ...]:
    """The words of the table that are read as was decided before. said: what the uploader says of this very file."""
    now = {(entry.domain, lookup_key(entry.word)) for entry in said}
    found = []
    for column in table.columns:
        domain = _FIELDS.get(column.field or "")
        meanings = learned.meanings(domain) if domain else {}
        if domain and meanings:
            rows, spelt = _counted(table, column, meanings)
            for key, number in rows.items():
                if (domain, key) not in now and lookup_key(meanings[key]) != key:
                    known = heading_key(column.heading) in learned.decided_for(domain, key)
                    found.append(RememberedWord(column, domain, spelt[key], meanings[key], number, known))
    return tuple(found)


def _counted(table: Table, column: Column, meanings: Mapping[str, str]) -> tuple[Counter[str], dict[str, str]]:
    rows: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for row in table.rows:
        cell = row.cells[column.index].strip()
        key = lookup_key(cell)
        if cell and key in meanings:
            rows[key] += 1
            spelt.setdefault(key, cell)
    return rows, spelt


def remembered_problems(words: Iterable[RememberedWord]) -> list[Problem]:
    """One line a column: a notice for words of its own heading, a warning for those decided for another one."""
    columns: dict[tuple[Column, bool], list[RememberedWord]] = {}
    for word in words:
        columns.setdefault((word.column, word.of_this_heading), []).append(word)
    return [
        problem(
            "words.known" if known else "words.elsewhere",
            column_letter=column.letter,
            heading=column.heading,
            field=called(column.field or ""),
            taken=listed(
                [f"'{word.word}' as {meaning_in_words(word.meaning)} ({counted(word.rows, 'row')})" for word in entries]
            ),
        )
        for (column, known), entries in columns.items()
    ]


def settled_words(said: Iterable[Decision], table: Table) -> tuple[Decision, ...]:
    """What was said of words, each with the heading of the column that it stands in, where it stands in one."""
    said = tuple(said)
    if not said:
        return said
    found = {
        (_FIELDS[column.field], lookup_key(row.cells[column.index])): heading_key(column.heading)
        for column in table.columns
        if column.field in _FIELDS
        for row in table.rows
    }
    return tuple(
        replace(entry, layout=entry.layout or found.get((entry.domain, lookup_key(entry.word)), "")) for entry in said
    )
