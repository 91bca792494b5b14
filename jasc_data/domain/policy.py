"""The limits of the rules (DESIGN, section 2), each once."""

from datetime import date, timedelta

CLOSE = 0.05  # rule 13: under 5% apart, unrounded, is "close to"
STALE_AFTER_DAYS = 31  # rule 9: home figures older than this before today say so
APART_AFTER_DAYS = 31  # rule 9: a comparison whose dates lie further apart says so
CURRENT_FOR = timedelta(days=92)  # rules 9 and 11: what is older before the date counts as not held
BREAKS_AFTER = timedelta(days=120)  # rule 18: a line breaks after so long without an export
MOST_DATES = (
    60  # that one file may tell of, five years' months: each is an upload, compared with what is held before it
)


def written_until(as_of: date, latest: date | None, today: date, *, invented: bool) -> date:
    """Up to which day what people wrote holds: the date shown; today where that is the latest that is held.

    Of invented figures it is the date shown: what is due after it is part of what is invented.
    """
    return today if as_of == latest and not invented else as_of
