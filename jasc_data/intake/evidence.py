"""What speaks for a column's being a field: its heading and its values. Proposals, to be confirmed by the uploader.

Nothing is read by a proposal. On the page it is filled in only where heading and values agree; where they do not, the
candidates are offered and one must be chosen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from jasc_data.domain.forces import national_directory
from jasc_data.domain.normalise import spelling_key
from jasc_data.intake.deadlines import read_deadline
from jasc_data.intake.fields import ITEM_FIELDS, TWO_MEANINGS, bare_key
from jasc_data.intake.learned import Vocabulary, lookup_key
from jasc_data.intake.problems import CellFault, shortened
from jasc_data.intake.signs import is_sign
from jasc_data.intake.words import read_date, read_day, read_grade, read_kind, read_status

_ALIKE = 86  # per cent: headings at least so alike are proposed for each other
_MOST = 0.8  # of the cells that are filled must read as the field, for the values to speak for it
_SAMPLES = 3
_CELLS_LOOKED_AT = 200
_DATES = ("deadline", "target_date", "closed_on", "report_published", "as_of")
_YES_NO = frozenset("true|false|yes|no|y|n".split("|"))


@dataclass(frozen=True)
class Proposal:
    """What a column may hold: the fields, likeliest first; ``agreed`` when heading and values name the same one."""

    candidates: tuple[str, ...] = ()
    agreed: bool = False

    @property
    def filled_in(self) -> str | None:
        """The field that may stand on the page before the uploader has chosen; None where one must be chosen."""
        return self.candidates[0] if self.agreed else None


def samples_of(cells: Iterable[str]) -> tuple[str, ...]:
    """Three different values of the column, as they are quoted."""
    return tuple(dict.fromkeys(shortened(cell) for cell in cells if cell.strip()))[:_SAMPLES]


def propose(
    heading: str, cells: Sequence[str], fields: Iterable[str], taken: Iterable[str], vocabulary: Vocabulary
) -> Proposal:
    """The fields that the column may hold, by its heading and by its values; none that another column holds."""
    free = [field for field in fields if field not in set(taken)]
    filled = [cell for cell in cells if cell.strip()][:_CELLS_LOOKED_AT]
    by_heading = [field for field in heading_fields(heading) if field in free]
    by_values = [field for field in free if speaks_for(field, filled, vocabulary)]
    both = [field for field in by_heading if field in by_values or _fits(field, filled)]
    named = [field for field in by_heading if field not in _READERS and bare_key(heading) in _FIELD_OF]
    agreed = both if len(both) == 1 else named
    return Proposal(tuple(dict.fromkeys([*agreed, *both, *by_heading, *by_values])), len(agreed) == 1 and bool(filled))


def without_rivals(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals; where two columns would be filled in as one field, neither is."""
    filled_in = [proposal.filled_in for proposal in proposals]
    return [
        replace(proposal, agreed=proposal.agreed and filled_in.count(proposal.filled_in) == 1) for proposal in proposals
    ]


def speaks_for(field: str, cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True when most of the filled cells read as the field; a field of free text is borne out by anything."""
    reads = _READERS.get(field)
    filled = [cell for cell in cells if cell.strip()][:_CELLS_LOOKED_AT]
    if reads is None or not filled:
        return False
    return sum(_reads(reads, cell, vocabulary) for cell in filled) >= _MOST * len(filled)


def speaks_against(field: str, cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True when not half of the filled cells read as the field."""
    reads = _READERS.get(field)
    filled = [cell for cell in cells if cell.strip()][:_CELLS_LOOKED_AT]
    return reads is not None and 2 * sum(_reads(reads, cell, vocabulary) for cell in filled) < len(filled)


def is_yes_no(cells: Sequence[str]) -> bool:
    """True when every filled cell is a yes or a no."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(spelling_key(cell) in _YES_NO for cell in filled)


def is_data(cell: str) -> bool:
    """True for a cell that can be no heading: a date or a number."""
    return bool(cell.strip()) and (_is_number(cell) or _understood(read_date, cell))


def heading_fields(heading: str) -> list[str]:
    """The fields whose names the heading is, contains, or is spelt much like; the closest first."""
    key = bare_key(heading)
    if not key:
        return []
    if key in TWO_MEANINGS:
        return list(TWO_MEANINGS[key])
    if key in _FIELD_OF:
        return [_FIELD_OF[key]]
    padded = f" {key} "
    within = sorted((word for word in _FIELD_OF if f" {word} " in padded), key=lambda word: -len(word))
    alike = process.extractOne(key, list(_FIELD_OF), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return list(dict.fromkeys(_FIELD_OF[word] for word in [*within, *([alike[0]] if alike else [])]))


def _fits(field: str, cells: Sequence[str]) -> bool:
    """True when the values look like the field, of fields that no cell reads as: no two references are alike, a
    wording has several words."""
    if field == "reference":
        return len(set(cells)) == len(cells) and all(len(cell.split()) <= 3 for cell in cells)
    return field == "text" and 2 * sum(len(cell.split()) >= 3 for cell in cells) > len(cells)


def _reads(reader: Callable[[str, Vocabulary], object], cell: str, vocabulary: Vocabulary) -> bool:
    if is_sign(cell):
        return False
    try:
        return reader(cell, vocabulary) is not False
    except CellFault as fault:
        return fault.code == "status.ambiguous"  # a word for a status, though it is not clear for which


def _understood(reader: Callable[[str], object], cell: str) -> bool:
    try:
        reader(cell)
    except CellFault as fault:
        return fault.code in ("date.excel_serial", "date.two_digit_year", "date.impossible")
    return True


def _is_number(cell: str) -> bool:
    return cell.strip().replace(".", "", 1).replace(",", "").isdecimal()


def _known_force(cell: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.directory.find(cell) or national_directory().find(cell))


def _date(cell: str, vocabulary: Vocabulary) -> object:
    return read_day(cell, epoch=vocabulary.epoch)


def _deadline(cell: str, vocabulary: Vocabulary) -> bool:
    try:
        return read_deadline(cell, None, epoch=vocabulary.epoch).day is not None
    except CellFault as fault:
        return fault.code == "deadline.no_publication"


def _grade(cell: str, vocabulary: Vocabulary) -> object:
    return vocabulary.grades.get(lookup_key(cell)) or read_grade(cell)


_READERS: Mapping[str, Callable[[str, Vocabulary], object]] = {
    "force": _known_force,
    "kind": lambda cell, vocabulary: vocabulary.kinds.get(lookup_key(cell)) or read_kind(cell),
    "status": lambda cell, vocabulary: vocabulary.statuses.get(lookup_key(cell)) or read_status(cell),
    "grade": _grade,
    "deadline": _deadline,
    **dict.fromkeys((field for field in _DATES if field != "deadline"), _date),
}
_FIELD_OF = {
    word: field
    for field, words in ITEM_FIELDS.items()
    for word in words.split("|")
    if word not in TWO_MEANINGS and word not in ("for", "no", "item")
}
