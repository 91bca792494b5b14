"""Making a store again from the original bytes and the log, to prove that both are all that the figures need.

Each upload is read from its bytes with the request that is kept with it, in the order of the log. Where no request is
kept (an upload of an early release) or the bytes read otherwise now, its records are copied as they are, and said.
"""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jasc_data.answers.figures.headlines import headlines_at, held_dates
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.vocabulary import LogAction
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.connection import Store, open_store, store_in_memory
from jasc_data.store.counter import counter_of, prove_none_was
from jasc_data.store.integrity import examine
from jasc_data.store.lives import tell_all_lives
from jasc_data.store.schema import PRODUCT
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.kept_logs import copy_logs
from jasc_data.uploads.kept_rows import KeptRows, copy_names, copy_rows, kept_rows
from jasc_data.uploads.read_again import read_again, uploaded_bytes
from jasc_data.uploads.write_upload import write_upload

UNFINISHED = ".unfinished"
_BEING_MADE = "a store that is still being made"
_ENTRY = ("action_id", "upload_id", "action", "happened_at", "who", "role", "way", "detail")


@dataclass
class Rebuilt:
    """What became of the uploads, by number, and whether the figures are what they were.

    read: made again from their bytes. copied: their records were copied, for no request is kept. differing: the bytes
    read otherwise now, so that the records were copied. damaged: the bytes are no longer what was uploaded; left out.
    unequal: the dates at which some headline figure is not what it was. unsound: the checks that found something.
    """

    read: list[int] = field(default_factory=list)
    copied: list[int] = field(default_factory=list)
    differing: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    unequal: list[date] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    @property
    def proven(self) -> bool:
        """True when everything is as it was."""
        return not (self.differing or self.damaged or self.unequal or self.unsound)


def rebuild(store: Store, into: Path, groups: PeerGroups) -> Rebuilt:
    """A new store at ``into``; the old one is only read.

    It is made beside its place as a store that nobody can open, and moved there when it is whole. Raises FileRefused
    when something stands there already, StoreGone when something did, and StoreNewer when a request was kept by a newer
    release.
    """
    if into.exists():
        raise FileRefused(f"There is a file {into.name} already. Give a name that is free; nothing was changed.")
    prove_none_was(into)
    making = into.with_name(into.name + UNFINISHED)
    _remove(making)  # of a rebuild that was cut off
    try:
        with store.snapshot() as old, closing(open_store(making, create=True)) as fresh:
            _call(fresh, _BEING_MADE)
            rebuilt = _replayed(old, fresh, groups)
            _call(fresh, PRODUCT)
    except BaseException:
        _remove(making)
        raise
    counter_of(making).unlink(missing_ok=True)  # the new store gets its own when it is first opened at its place
    making.replace(into)
    return rebuilt


def replayed_in_memory(old: Snapshot, groups: PeerGroups) -> Rebuilt:
    """The same proof, of which nothing is kept."""
    with closing(store_in_memory()) as fresh:
        return _replayed(old, fresh, groups)


def _replayed(old: Snapshot, fresh: Store, groups: PeerGroups) -> Rebuilt:
    rebuilt = Rebuilt()
    for entry in old.raw("uploads/kept_log"):
        _follow(entry, old, fresh, groups, rebuilt)
    _finish(old, fresh, rebuilt)
    return rebuilt


def _remove(making: Path) -> None:
    for file in (making, making.with_name(f"{making.name}.wal"), counter_of(making)):
        file.unlink(missing_ok=True)


def _call(fresh: Store, product: str) -> None:
    with fresh.writing(keep=True) as new:
        new.set_product(product)


def _follow(entry: dict[str, Any], old: Snapshot, fresh: Store, groups: PeerGroups, rebuilt: Rebuilt) -> None:
    """Does again what the entry of the log says was done."""
    number = entry["upload_id"]
    if entry["action"] == LogAction.COMMITTED:
        _upload_again(entry, old, fresh, groups, rebuilt)
    if number not in rebuilt.damaged:
        with fresh.writing(keep=True) as new:
            new.write("uploads/insert_action", **{name: entry[name] for name in _ENTRY})


def _upload_again(entry: dict[str, Any], old: Snapshot, fresh: Store, groups: PeerGroups, rebuilt: Rebuilt) -> None:
    number, rows = entry["upload_id"], kept_rows(old, entry["upload_id"])
    content = uploaded_bytes(old, number)
    if content is None:
        rebuilt.damaged.append(number)
        with fresh.writing(keep=True) as new:
            copy_names(rows, new)  # the numbers of later ones count on from theirs
        return
    if entry["request"] is None:
        rebuilt.copied.append(number)
    else:
        checked, place = read_again(entry, content, old, groups)
        if place < len(checked.uploads) and _gives(fresh, checked, place, entry, rows):
            rebuilt.read.append(number)
            with fresh.writing(keep=True) as new:
                write_upload(new, checked, place, entry["request"], number)
            return
        rebuilt.differing.append(number)
    with fresh.writing(keep=True) as new:
        new.keep_file(content)
        (upload,) = old.raw("uploads/kept_upload", upload_id=number)
        new.write("uploads/insert_upload", number=upload.pop("upload_id"), **upload)
        copy_rows(rows, number, new)


def _gives(fresh: Store, checked: CheckedFile, place: int, entry: dict[str, Any], rows: KeptRows) -> bool:
    """Whether what the bytes give is what is kept; found by writing it, and keeping nothing."""
    with fresh.writing(keep=False) as trial:
        write_upload(trial, checked, place, entry["request"], entry["upload_id"])
        return kept_rows(trial, entry["upload_id"]) == rows


def _finish(old: Snapshot, fresh: Store, rebuilt: Rebuilt) -> None:
    """Copies what is no upload's, and proves what was made."""
    with fresh.writing(keep=True) as new:
        for decision in old.raw("uploads/kept_decisions"):
            new.write("uploads/insert_decision", **decision)
        copy_logs(old, new)
        tell_all_lives(new)
        new.raise_version()
    with fresh.snapshot() as new:
        rebuilt.unsound += [name for name, found in examine(new).items() if found]
        days = [held.as_of for held in held_dates(old, "")]
        rebuilt.unequal += [day for day in days if headlines_at(new, day) != headlines_at(old, day)]
