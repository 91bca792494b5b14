"""A tracking workbook that came back, against what was given out and what is held now: what it would change.

What its rows say is compared with the versions that were given out; only what differs from those was filled in. Where
the held version is another one by now as well, both are kept, and who takes the workbook in says which holds.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jasc_data.answers.tracking.answer import TrackingHeld
from jasc_data.editorial.tracking import ReturnEntry
from jasc_data.editorial.tracking_rows import ReturnedPosition, ReturnedStep, RowReader, Unfit, row_problem
from jasc_data.intake.problems import Problem, Severity, problem
from jasc_data.intake.tracking_file import ReadTracking, TrackingRow, read_tracking
from jasc_data.intake.tracking_layout import Made, StepKey
from jasc_data.wording.numbers import counted, long_date

_MANY_EXPORTS = 3  # since the workbook was given out, that make it an old one
Returned = ReturnedStep | ReturnedPosition


@dataclass(frozen=True)
class TrackingReturn:
    """What a workbook would do. dated: the day whose position it tells, None as long as nobody has said.

    untouched: rows that say what was given out, or what is held already. position_on: the day written into the file.
    """

    file_name: str
    content: bytes
    made: Made | None
    position_on: date | None
    dated: date | None
    steps: tuple[ReturnedStep, ...]
    positions: tuple[ReturnedPosition, ...]
    untouched: int
    problems: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Returned, ...]:
        """Steps, then positions."""
        return (*self.steps, *self.positions)

    @property
    def edited_meanwhile(self) -> tuple[Returned, ...]:
        """The rows that were edited here since they were given out."""
        return tuple(one for one in self.all if one.edited_meanwhile)

    @property
    def to_choose(self) -> tuple[Returned, ...]:
        """Those of them of which it must be said which version holds."""
        return tuple(one for one in self.all if one.must_choose)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems with which nothing can be taken in."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that must be acknowledged."""
        return tuple(found for found in self.problems if found.severity is Severity.WARNING)


def returned_tracking(
    content: bytes,
    file_name: str,
    held: TrackingHeld,
    dated: date | None,
    taken_in: Sequence[ReturnEntry] = (),
    read: ReadTracking | None = None,
) -> TrackingReturn:
    """The workbook against what is held. dated: None takes the day written into it. taken_in: earlier ones.

    read: what ``read_tracking`` made of the content, where that was done elsewhere.
    """
    read = read or read_tracking(content)
    day = dated or read.position_on
    reader = RowReader(held, day or held.day)
    problems = [*read.problems, *_of_the_day(read, day, held), *_of_the_file(read, held), *_known(content, taken_in)]
    problems += _keys_twice(read.rows)
    steps: list[ReturnedStep] = []
    positions: list[ReturnedPosition] = []
    untouched = 0
    for row in read.rows:
        before = len(steps) + len(positions) + len(problems)
        try:
            if isinstance(row.key, StepKey):
                found = reader.step(row, row.key)
                steps += [found] if found else []
            else:
                for one in reader.positions(row, row.key):
                    if isinstance(one, Problem):
                        problems.append(one)
                    else:
                        positions.append(one)
        except Unfit as unfit:
            problems.append(unfit.problem)
            continue
        if row.protected_changed:
            problems.append(row_problem(row, "tracking.protected_changed"))
        is_free = isinstance(row.key, StepKey) and not row.key.step_id and row.is_blank
        untouched += before == len(steps) + len(positions) + len(problems) and not is_free
    returned: tuple[Returned, ...] = (*steps, *positions)
    problems += [told for one in returned if (told := reader.gone(one))]
    problems += _written_twice(steps)
    return TrackingReturn(
        file_name,
        content,
        read.made,
        read.position_on,
        day,
        tuple(steps),
        tuple(positions),
        untouched,
        tuple(dict.fromkeys(problems)),
    )


def _of_the_day(read: ReadTracking, day: date | None, held: TrackingHeld) -> list[Problem]:
    """The day whose position the file tells must be said, and lie between its making and today."""
    if day is None and read.day_unread:
        return [problem("tracking.day_unread", value=read.day_unread)]
    if day is None:
        return [problem("tracking.day_missing")]
    if day > held.day:
        return [problem("tracking.day_to_come", day=long_date(day))]
    if read.made and day < read.made.day:
        return [problem("tracking.day_early", day=long_date(day), made=long_date(read.made.day))]
    return []


def _of_the_file(read: ReadTracking, held: TrackingHeld) -> list[Problem]:
    """How old it is, and what of it is not there any more."""
    if read.made is None:
        return []
    found = []
    since = sum(export.entry > read.made.entry for export in held.exports)
    if since >= _MANY_EXPORTS:
        found.append(problem("tracking.old", day=long_date(read.made.day), count=since))
    left_out = read.made.rows - len(read.rows)
    if left_out > 0 and not any(one.severity is Severity.ERROR for one in read.problems):
        found.append(problem("tracking.rows_left_out", count=counted(left_out, "row"), all=read.made.rows))
    return found


def _known(content: bytes, taken_in: Sequence[ReturnEntry]) -> list[Problem]:
    sha256 = hashlib.sha256(content).hexdigest()
    same = next((entry for entry in taken_in if entry.sha256 == sha256), None)
    if same is None:
        return []
    return [problem("tracking.known", day=long_date(same.happened_at.date()), number=same.return_number)]


def _keys_twice(rows: Sequence[TrackingRow]) -> list[Problem]:
    """Rows about one step, position or report that stand twice; free rows of an item have one key on purpose."""
    first: dict[object, TrackingRow] = {}
    found = []
    for row in rows:
        if isinstance(row.key, StepKey):
            about: object = row.key.step_id or None
        else:
            about = (row.key.is_report, row.key.subject_id)
        if about is None:
            continue
        if about in first:
            found.append(row_problem(row, "tracking.key_twice", first=first[about].number))
        first.setdefault(about, row)
    return found


def _written_twice(steps: Sequence[ReturnedStep]) -> list[Problem]:
    """New steps of one item in the same words."""
    seen: set[tuple[int, str]] = set()
    found = []
    for one in steps:
        told = (one.change.item_id, one.change.step)
        if one.given is None and told in seen:
            found.append(row_problem(one.row, "tracking.step_twice", value=one.change.step))
        seen |= {told} if one.given is None else set()
    return found
