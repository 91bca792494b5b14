"""The figures of a table of positions as they were understood, before anything is kept."""

from collections.abc import Iterable

from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.wording.numbers import short_date

NATIONAL = "National average"

Understood = dict[str, dict[Kind, float]]


def understood(uploads: Iterable[CheckedUpload]) -> Understood:
    """The open counts by force (with its date, where the table has several) and kind, averages as floats; a blank cell
    has none."""
    every = list(uploads)
    figures: Understood = {}
    for upload in every:
        dated = f", {short_date(upload.as_of)}" if len(every) > 1 else ""
        for cell in upload.positions:
            if cell.grade is None:
                figures.setdefault(f"{cell.force}{dated}", {})[cell.kind] = cell.open
        for national in upload.nationals:
            if national.grade is None:
                figures.setdefault(f"{NATIONAL}{dated}", {})[national.kind] = float(national.average)
    return figures
