"""What is kept of the exports, in a line: the messages of the two pages about them."""

from collections.abc import Sequence
from datetime import date

from jasc_data.uploads.history import LoggedUpload, UploadState
from jasc_data.wording.numbers import counted, listed, long_date


def uploads_headline(uploads: Sequence[LoggedUpload]) -> str:
    """How many uploads are kept, how many of them do not count, and of when the latest that counts is."""
    if not uploads:
        return "No upload is kept yet"
    numbers = {state: sum(upload.state is state for upload in uploads) for state in UploadState}
    aside = [
        f"{numbers[state]:,} {state.value}" for state in (UploadState.WITHDRAWN, UploadState.REPLACED) if numbers[state]
    ]
    kept = f"{counted(len(uploads), 'upload')} kept{f', {listed(aside)}' if aside else ''}"
    counting = [upload.as_of for upload in uploads if upload.state in (UploadState.LIVE, UploadState.PARTLY_REPLACED)]
    return f"{kept}; the latest that counts is of {long_date(max(counting))}" if counting else f"{kept}; none counts"


def upload_headline(latest: date | None, *, first: bool) -> str:
    """What the page is for, and of when the home force's latest figures are. first: nothing was ever uploaded."""
    if first:
        return "Upload the first export"
    held = f"the latest held is of {long_date(latest)}" if latest else "no figures are held"
    return f"Upload an export: {held}"
