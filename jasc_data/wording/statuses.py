"""An item's status in words: what a file did not say is not said for it, and its own word stands beside ours."""

from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Status

NOT_GIVEN = "status not given"


def standing_words(status: Status) -> str:
    """``Open``, ``In progress`` ... as a heading or a cell."""
    return "For another body" if status is Status.NOT_FOR_FORCE else status.value.capitalize()


def told_status(status: Status, written: str | None) -> str:
    """``in progress``; ``open (status not given)`` where the file gave none."""
    return f"{status} ({NOT_GIVEN})" if written is None else str(status)


def status_in_full(status: Status, written: str | None) -> str:
    """The same, with the file's word where it differs from ours: ``in progress (the file says “On track”)``."""
    if written is None or spelling_key(written) == spelling_key(status):
        return told_status(status, written)
    return f"{status} (the file says “{' '.join(written.split())}”)"
