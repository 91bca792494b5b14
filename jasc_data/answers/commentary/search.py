"""What did we say about this? Every version whose words, or the name of what it is about, say all that is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from jasc_data.answers.commentary.answer import Commentary, Version
from jasc_data.answers.register.answer import Register


@dataclass(frozen=True)
class Told:
    """A version and what it is about. name: as the register has it. report_id, item_id: what a link leads to; both
    None where the register of the date does not hold it."""

    version: Version
    name: str
    report_id: int | None = None
    item_id: int | None = None


def told_of(register: Register, commentary: Commentary) -> tuple[Told, ...]:
    """Every version with what it is about, the latest position first."""
    ordered = sorted(commentary.versions, key=lambda one: (one.dated, one.version_id), reverse=True)
    return tuple(_told(register, register.report_labels, version) for version in ordered)


def said_about(told: tuple[Told, ...], words: str) -> tuple[Told, ...]:
    """Those in which every word asked for stands somewhere, whatever the case; all of them where none is asked for."""
    asked = words.casefold().split()
    return tuple(one for one in told if all(word in _said(one) for word in asked))


def _told(register: Register, reports: Mapping[int, str], version: Version) -> Told:
    item = register.by_key.get(version.item_key or "")
    if item:
        return Told(version, f"{register.labels[item.item_key]}, {item.report}", item_id=item.item_id)
    if version.report_id is not None and version.report_id in reports:
        return Told(version, reports[version.report_id], report_id=version.report_id)
    what = "A report" if version.item_key is None else "An item"
    return Told(version, f"{what} not held at this date")


def _said(told: Told) -> str:
    return f"{told.name}\n{told.version.text}".casefold()
