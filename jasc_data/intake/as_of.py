"""The date for which a file's figures are correct (rule 3): its own column, or the uploader's word, never a guess."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from jasc_data.intake.layouts import Table
from jasc_data.intake.problems import Problem, problem
from jasc_data.wording.numbers import long_date

Record = TypeVar("Record")
_DATE_IN_NAME = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)|(?<!\d)(\d\d)[-._](\d\d)[-._](20\d\d)(?!\d)")


def date_in_name(file_name: str) -> date | None:
    """A date in a file's name (2023-09-04 or 04-09-2023), to be offered and never used unasked."""
    match = _DATE_IN_NAME.search(file_name)
    if match is None:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def by_date(
    records: Iterable[tuple[date | None, int, Record]],
    table: Table,
    given: date | None,
    suggested: date | None,
    today: date,
) -> tuple[dict[date, list[Record]], list[Problem]]:
    """The records by their as-of date, in date order, and what is wrong with the dates.

    records: each with the date in its row (None when the file has no such column) and its row number.
    given: the uploader's date. suggested: a date found in the file's name.
    """
    column = table.column_of("as_of")
    if column is None or not table.rows:  # a file without rows has no date in its column either
        return _all_of_one_date([record for _, _, record in records], given, suggested, today)
    dated: dict[date, list[Record]] = defaultdict(list)
    found: list[Problem] = []
    cells = {row.number: row.cells[column.index] for row in table.rows}
    place = {"column_letter": column.letter, "heading": column.heading}
    for day, row_number, record in records:
        if day is None:
            found.append(problem("cell.missing", row_number=row_number, **place, value="", field="as-of date"))
        elif day > today:
            found.append(
                problem("as_of.future", row_number=row_number, **place, value=cells[row_number], day=long_date(day))
            )
        elif given and given != day:
            found.append(
                problem(
                    "as_of.differs",
                    row_number=row_number,
                    **place,
                    value=cells[row_number],
                    found=long_date(day),
                    given=long_date(given),
                )
            )
        else:
            dated[day].append(record)
    return dict(sorted(dated.items())), found


def _all_of_one_date(
    records: list[Record], given: date | None, suggested: date | None, today: date
) -> tuple[dict[date, list[Record]], list[Problem]]:
    if given is None:
        if suggested is not None:
            return {}, [problem("as_of.in_file_name", value=str(suggested), found=suggested.isoformat())]
        return {}, [problem("as_of.missing")]
    if given > today:
        return {}, [problem("as_of.future", value=str(given), day=long_date(given))]
    return {given: records}, []
