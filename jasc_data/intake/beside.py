"""What is written above and below the table, held against how it is read.

A list that was cut short or filtered, another date, counts of what is closed: none of it is read, and each is asked
about, for it would make every figure wrong.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from jasc_data.intake.fields import ITEM_FIELDS, bare_key
from jasc_data.intake.layouts import Layout, Table
from jasc_data.intake.problems import CellFault, Problem, problem
from jasc_data.intake.reading import Sheet, SheetRow
from jasc_data.intake.words import read_date
from jasc_data.wording.numbers import long_date

_THINGS = "(?:rows|records|items|issues|results|entries|lines|recommendations|afis)"
_CUT_SHORT = re.compile(
    r"\bexceed(?:s|ed)\b|omitted|truncated|\bcontinued (?:on|over|in)\b|\btop [\d,]+\b"
    r"|\b(?:only|limited to) (?:the )?(?:first |top )?[\d,]+"
    rf"|\bfirst [\d,]+ {_THINGS}|\b[\d,]+ more {_THINGS}|\bsample of (?:the )?{_THINGS}"
    r"|\bexclud(?:es?|ing|ed)\b(?! (?:all )?(?:(?:items|recommendations) )?(?:closed|signed|superseded|withdrawn))",
    re.IGNORECASE,
)
_SOME_OF_ALL = re.compile(
    rf"\bpage ([\d,]+) of ([\d,]+)|\b([\d,]+) (?:\w+ )?(?:out )?of (?:about )?([\d,]+) (?:\w+ )?{_THINGS}",
    re.IGNORECASE,
)
_ONE_LEVEL = re.compile(
    r"\blevels? [1-4](?:(?: and |, | ?[-–&] ?)[1-4])*(?: \w+)? only\b|\bonly levels? [1-4]", re.IGNORECASE
)
_FILTERS = re.compile(r"\s*(?:applied )?filter(?:s|ed)?(?: by)?\s*:", re.IGNORECASE)
_FILTER = re.compile(r"\s*(.+?) (?:is|contains|starts|does|equals|=|>|<)", re.IGNORECASE)
_STILL_WHOLE = frozenset(
    word for field in ("force", "kind", "status", "as_of") for word in ITEM_FIELDS[field].split("|")
)
_TAKEN = r"(?:extract|export|download|generat)ed\b(?: [a-z]+){0,6}?"  # from the portal, on the day that it tells of
_DATED = re.compile(
    r"(?:\b(?:as at|as of|correct (?:at|on|to)|position (?:at|on)|(?:extract|export|download|position|snapshot) date"
    rf"|{_TAKEN})[:\s]+|\A\s*)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [a-z]+ \d{4})\b",
    re.IGNORECASE,
)
_NOT_OPEN = re.compile(
    r"\b(?:closed|signed[ -]off|completed|discharged|overdue|past (?:their |the )?deadlines?)\b"
    r"|\b(?:recommendations|recs|afis|causes of concern|cocs|items)\b.*\b(?:issued|raised|made|received)\b",
    re.IGNORECASE,
)
_OF_OPEN = re.compile(r"\b(?:open|outstanding|live|awaiting|not|remaining|yet)\b", re.IGNORECASE)
_LEFT_OUT_CLOSED = re.compile(
    r"\bexclud(?:es?|ing|ed):? (?:all )?(?:(?:items|those) )?(?:closed|signed[ -]off)", re.IGNORECASE
)
_OF_BOTH = re.compile(r"\bopen (?:and|or|&|/|\+) ?closed\b|\bclosed (?:and|or|&|/|\+) ?open\b", re.IGNORECASE)


def beside_problems(sheet: Sheet, table: Table, as_of: date | None) -> list[Problem]:
    """One warning for each line beside the table that contradicts how the table is read.

    as_of: the date that the uploader gave for the whole file.
    """
    last = max((row.number for row in table.rows), default=table.heading_row)
    above = [row for row in sheet.rows if row.number < table.heading_row]
    below = [row for row in sheet.rows if row.number > last]
    if table.layout is Layout.PAPER:  # whose corner has no meaning of its own, so that titles are written there
        above.append(SheetRow(table.heading_row, (table.columns[0].heading,)))
    return list(_told([*above, *below], table, as_of)) + list(_of_something_else(above, table))


def _told(rows: Iterable[SheetRow], table: Table, as_of: date | None) -> Iterator[Problem]:
    for row in rows:
        text = " ".join(filter(None, row.cells))
        if table.layout is Layout.ITEMS and _leaves_out(text):
            yield problem("rows.cut_short", row_number=row.number, value=text)
        for found in _DATED.findall(text) if as_of and table.column_of("as_of") is None else ():
            said = _day(found)
            if said and said != as_of:
                yield problem(
                    "as_of.title", row_number=row.number, value=text, found=long_date(said), given=long_date(as_of)
                )


def _leaves_out(text: str) -> bool:
    """True for a line that says that some of the list is not there."""
    if _CUT_SHORT.search(text) or _ONE_LEVEL.search(text) or _is_filtered(text):
        return True
    pairs = (tuple(filter(None, found)) for found in _SOME_OF_ALL.findall(text))
    return any(int(some.replace(",", "") or 0) < int(of_all.replace(",", "") or 0) for some, of_all in pairs)


def _of_something_else(above: Iterable[SheetRow], table: Table) -> Iterator[Problem]:
    """Counts of what is closed, overdue, of one level or was ever issued are no counts of what is open."""
    for row in above if table.layout is not Layout.ITEMS else ():
        text = _LEFT_OUT_CLOSED.sub("", " ".join(filter(None, row.cells)))
        other = _NOT_OPEN.search(text) and not _OF_OPEN.search(text)
        if other or _OF_BOTH.search(text) or _ONE_LEVEL.search(text):
            line = " ".join(filter(None, row.cells))
            yield problem("positions.of_closed", row_number=row.number, value=line)


def _is_filtered(text: str) -> bool:
    """True for a filter that leaves out more than other forces, kinds or closed items: what is left out is no list."""
    match = _FILTERS.match(text)
    named = [found[1] for line in text[match.end() :].splitlines() if (found := _FILTER.match(line))] if match else []
    return any(bare_key(name) not in _STILL_WHOLE for name in named)


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except CellFault:
        return None
