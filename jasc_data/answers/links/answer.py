"""Where a link that carries an issued id leads, or why nowhere (rule 6)."""

from dataclasses import dataclass
from datetime import date

from jasc_data.answers.register.answer import Register
from jasc_data.answers.reports.answer import Reports
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import long_date

_LARGEST = 2**31 - 1  # of an id in the store


@dataclass(frozen=True)
class Lead:
    """The id under which the item or report is shown; None where it is not, with why_not: a sentence without its end,
    to which a page adds what it does instead."""

    shown_id: int | None
    why_not: str = ""


@dataclass(frozen=True)
class _Item:
    force: str
    item_key: str
    first_held_on: date | None


@dataclass(frozen=True)
class _Report:
    force: str | None
    report_id: int
    first_held_on: date | None


def item_lead(snapshot: Snapshot, register: Register, item_id: int) -> Lead:
    """The item that the id means, if the register has it."""
    found = snapshot.rows("links/item", _Item, item_id=item_id) if 0 < item_id <= _LARGEST else []
    if not found:
        return Lead(None, f"No item has the id {item_id} that this link gives")
    issued = found[0]
    if issued.force != register.home:
        return Lead(None, f"The item in this link (id {item_id}) is one of {issued.force}, not of {register.home}")
    item = register.by_key.get(issued.item_key)
    if item is None:
        return Lead(None, f"The item in this link (id {item_id}) {_why(issued.first_held_on, register.as_of)}")
    return Lead(item.item_id)


def report_lead(snapshot: Snapshot, reports: Reports | Register, report_id: int) -> Lead:
    """The report that the number means, if the force has items of it."""
    found = snapshot.rows("links/report", _Report, report_id=report_id) if 0 <= report_id <= _LARGEST else []
    if not found:
        return Lead(None, f"No report has the id {report_id} that this link gives")
    meant = found[0]
    if meant.force not in {None, reports.home}:
        return Lead(None, f"The report in this link (id {report_id}) is on {meant.force}, not on {reports.home}")
    if meant.report_id not in reports.report_labels:
        why = _why(meant.first_held_on, reports.as_of)
        return Lead(None, f"The report in this link (id {report_id}) {why}")
    return Lead(meant.report_id)


def _why(first_held_on: date | None, as_of: date) -> str:
    """Why what the store knows is not shown at a date."""
    if first_held_on is None:
        return "is in withdrawn uploads alone"
    if first_held_on > as_of:
        return f"is first held on {long_date(first_held_on)}, after the date that is shown"
    return f"is not among those held on {long_date(as_of)}"
