"""What all that people write has in common: texts that are there and not endless, and who wrote what when."""

import re
from datetime import UTC, date, datetime
from typing import Any

from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import FileRefused
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date

LONGEST = 40_000  # characters; a cell of a spreadsheet holds 32,767
_NO_CHANGE = "nothing was changed"
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")  # which no document and no spreadsheet can hold


class WrittenRefused(FileRefused):
    """What was written cannot be kept as it is, or changes nothing, or somebody else has changed it meanwhile."""

    def __init__(self, why: str):
        super().__init__(f"{why}; {_NO_CHANGE}.")
        self.why = why


def refused(why: str) -> WrittenRefused:
    """The failure that says why, and that nothing was changed."""
    return WrittenRefused(why)


def kept_text(text: str, what: str) -> str:
    """The text as it is kept, its lines as they are; blank where it is. Raises WrittenRefused for one too long.

    what: it is, as a sentence begins with it.
    """
    lines = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    kept = _UNSEEN.sub("", lines).strip()
    if len(kept) > LONGEST:
        raise refused(f"{what} has {len(kept):,} characters, and {LONGEST:,} are the most that are kept")
    return kept


def needed_text(text: str, what: str) -> str:
    """The same of a text that must not be blank."""
    kept = kept_text(text, what)
    if not kept:
        raise refused(f"{what} is blank: write it first")
    return kept


def one_line(text: str, what: str) -> str:
    """The same of a name or a reference, which may be blank, on one line."""
    return " ".join(kept_text(text, what).split())


def not_to_come(day: date, what: str) -> date:
    """The day. Raises WrittenRefused for one that has not come yet."""
    if day > date.today():
        raise refused(f"{what} would be {long_date(day)}, which has not come yet")
    return day


def by(actor: Actor) -> dict[str, Any]:
    """What every entry of a log carries: who, when, and by what means."""
    now = datetime.now(UTC).replace(tzinfo=None)
    return {"log_entry": None, "happened_at": now, "who": actor.name, "role": actor.role.value, "way": actor.way.value}


def must_be_item(snapshot: Snapshot, item_id: int, force: str | None = None) -> str:
    """The force whose item it is. Raises WrittenRefused when there is none, or it is another force's."""
    found = snapshot.raw("editorial/item_owner", item_id=item_id)
    if not found:
        raise refused("This item is not held")
    owner = str(found[0]["force"])
    if force not in (None, owner):
        raise refused(f"This item is one of {owner}, not of {force}")
    return owner


def must_be_report(snapshot: Snapshot, report_id: int, force: str) -> date | None:
    """The day the report was published, where that is known. Raises WrittenRefused when it is not held, or another
    force's."""
    found = snapshot.raw("editorial/report_owner", report_id=report_id)
    if not found:
        raise refused("This report is not held")
    if found[0]["force"] not in (None, force):
        raise refused(f"This report is on {found[0]['force']}, not on {force}")
    published: date | None = found[0]["published"]
    return published
