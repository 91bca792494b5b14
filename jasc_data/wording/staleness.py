"""How old figures are, as the band above every page says it (rule 9)."""

from datetime import date

from jasc_data.domain.policy import STALE_AFTER_DAYS


def how_old(as_of: date, today: date) -> str:
    """The age of figures of a date, in days: "of today", "1 day old", "1,180 days old"."""
    days = (today - as_of).days
    if days <= 0:
        return "of today"
    return "1 day old" if days == 1 else f"{days:,} days old"


def is_stale(as_of: date, today: date) -> bool:
    """True when home figures of a date must say loudly that they are old: more than 31 days before today."""
    return (today - as_of).days > STALE_AFTER_DAYS
