"""What a file says of a field that decides a figure and that it has no column for: the uploader's word, never ours.

Asked once for files that read the same columns, then remembered, and shown with every later upload.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jasc_data.domain.forces import ForceDirectory, national_directory
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.fields import called
from jasc_data.intake.layouts import Table
from jasc_data.intake.learned import NO_DEADLINE, Decision, Domain, Learned, columns_signature
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.words import KINDS
from jasc_data.wording.numbers import listed

DECIDING = ("force", "report", "status", "grade", "deadline")
NO_REPORT = ""
_CAUSES = frozenset(KINDS[Kind.CAUSE_OF_CONCERN].split("|"))


@dataclass(frozen=True)
class Assumption:
    """What every row of the file is taken to say of one field. answered: the uploader said so, now or before."""

    field: str
    meaning: str
    answered: bool

    @property
    def sentence(self) -> str:
        """The assumption as a statement about the file."""
        if self.field == "force":
            return f"all of its items are {self.meaning}'s"
        if self.field == "report":
            return f"all of its items are from '{self.meaning}'" if self.meaning else "no report is stated"
        if self.field == "grade":
            graded = self.meaning != Grade.NOT_GRADED
            return f"all of its items are level {self.meaning}" if graded else "none of its items is graded"
        return f"all of its items are {self.meaning}" if self.field == "status" else "none of its items has a deadline"


def assumptions_for(table: Table, force: str | None, home_force: str, learned: Learned) -> tuple[Assumption, ...]:
    """The fields that decide a figure and have no column, each with what was said of it or would be taken.

    force: the uploader named the force of the whole file.
    """
    said = learned.assumptions(signature_of(table))
    unless_said: Mapping[str, str] = {
        "force": home_force,
        "report": NO_REPORT,
        "status": Status.OPEN,
        "grade": Grade.NOT_GRADED,
        "deadline": NO_DEADLINE,
    }
    absent = [field for field in DECIDING if table.column_of(field) is None or _says_nothing(table, field)]
    return tuple(
        Assumption(field, said.get(field, unless_said[field]), field in said)
        for field in absent
        if not (field == "force" and force) and not (field == "grade" and _causes_alone(table))
    )


def assumed_meaning(field: str, meaning: str) -> str:
    """What may be said of a field without a column, as it is kept. Raises ValueError with what is wrong."""
    if field not in DECIDING:
        raise ValueError(f"'{field}' cannot be assumed; the fields are {', '.join(DECIDING)}")
    if field == "force":
        found = national_directory().find(meaning)
        if len(found) != 1:
            raise ValueError(f"'{meaning}' is not one of the 43 forces")
        return found[0].name
    choices: Mapping[str, list[str]] = {"status": [*Status], "grade": [*Grade], "deadline": [NO_DEADLINE]}
    allowed = choices.get(field, [meaning])
    if meaning not in allowed:
        raise ValueError(f"{field} can be assumed to be {', '.join(allowed)}, not '{meaning}'")
    return meaning


def signature_of(table: Table) -> str:
    """For which files an answer holds: those that read the same columns, whatever else they hold."""
    return columns_signature(column.heading for column in table.columns if column.field)


def assumption_problems(assumptions: tuple[Assumption, ...], rows: int) -> list[Problem]:
    """A warning of its own code for each that nobody has answered, a notice for each that somebody has."""
    return [
        problem(
            "assumed.known" if assumption.answered else f"assumed.{assumption.field}",
            value=assumption.meaning,
            field=called(assumption.field),
            taken=assumption.sentence,
            rows=f"{rows:,}",
        )
        for assumption in assumptions
    ]


def forces_set_aside(table: Table, directory: ForceDirectory) -> list[Problem]:
    """Where no column says whose the items are, a column that is set aside and yet holds names of forces."""
    if table.column_of("force") is not None:
        return []
    found = []
    for column in table.columns:
        cells = [row.cells[column.index] for row in table.rows] if column.set_aside else []
        named = sorted({force[0].name for cell in cells if len(force := directory.find(cell)) == 1})
        if named:
            found.append(
                problem(
                    "force.set_aside", column_letter=column.letter, heading=column.heading, forces=listed(named[:4])
                )
            )
    return found


def decisions_of(assumptions: tuple[Assumption, ...], table: Table) -> tuple[Decision, ...]:
    """The assumptions as decisions, to be kept with the upload and for the next file that reads the same columns."""
    signature = signature_of(table)
    return tuple(Decision(Domain.ASSUMPTION, entry.field, entry.meaning, signature) for entry in assumptions)


def _says_nothing(table: Table, field: str) -> bool:
    """A status that is blank throughout: that all is open would be ours to say. A blank grade or deadline is none."""
    column = table.column_of(field)
    if field != "status" or column is None or not table.rows:
        return False
    return not any(row.cells[column.index].strip() for row in table.rows)


def _causes_alone(table: Table) -> bool:
    """Causes of concern carry no grade, so a file of nothing else needs no column for it."""
    kind = table.column_of("kind")
    return kind is not None and all(spelling_key(row.cells[kind.index]) in _CAUSES for row in table.rows)
