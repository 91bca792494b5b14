"""Best guesses at what unknown columns hold, to be offered and confirmed, never used unasked."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from jasc_data.forces import national_directory
from jasc_data.intake.problems import CellFault
from jasc_data.intake.words import read_date, read_grade, read_kind, read_status
from jasc_data.words_alike import spelling_key

_ALIKE = 0.72
_MOST = 0.8  # of the cells that are filled must read as the field


def guess_fields(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    known: Mapping[int, str],
    synonyms: Mapping[str, Sequence[str]],
) -> dict[int, str]:
    """Fields by column index: those known, then headings spelt alike, then columns whose cells read as a field.

    No field is guessed twice.
    """
    fields = dict(known)
    words = {word: field for field, spellings in synonyms.items() for word in spellings}
    for index, heading in enumerate(headings):
        if index not in fields and heading.strip():
            alike = get_close_matches(spelling_key(heading), words, n=1, cutoff=_ALIKE)
            if alike and words[alike[0]] not in fields.values():
                fields[index] = words[alike[0]]
    for index in range(len(headings)):
        cells = [row[index] for row in rows if index < len(row) and row[index].strip()]
        if index not in fields and cells:
            field = _by_content(cells, set(fields.values()))
            if field:
                fields[index] = field
    return fields


def _by_content(cells: list[str], taken: set[str]) -> str | None:
    for field, reads in _READERS.items():
        if field not in taken and sum(_reads(reads, cell) for cell in cells) >= _MOST * len(cells):
            return field
    return None


def _reads(reader: Callable[[str], object], cell: str) -> bool:
    try:
        reader(cell)
    except CellFault:
        return False
    return True


def _known_force(text: str) -> None:
    if not national_directory().find(text):
        raise CellFault("force.unknown", closest="")


_READERS: dict[str, Callable[[str], object]] = {
    "force": _known_force,
    "kind": read_kind,
    "status": read_status,
    "grade": read_grade,
    "deadline": read_date,
}
