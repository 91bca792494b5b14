"""The counter beside the store: a small file that says up to which data version commits were said to be done.

It is raised after each commit, before the answer, and never lowered, so a store that holds less has lost something: an
earlier copy was put in its place, or its log file (.wal) is missing. That it is there at all says that a store was.
Whoever means the earlier state, or a new empty store, removes it; a restored backup goes on counting from it.
"""

import json
import logging
import os
from pathlib import Path

from jasc_data.domain.failures import StoreBehind, StoreGone
from jasc_data.store.backup_files import newest_backup_sentence
from jasc_data.wording.numbers import counted

_WHAT = "Kept by the JASC inspection dashboard, so that lost changes are noticed. See docs/operations.md."


def counter_of(store: Path) -> Path:
    """The counter's own place."""
    return store.with_name(f"{store.name}.counter")


def counted_version(store: Path) -> int:
    """The data version up to which commits were said to be done; 0 when no counter tells."""
    try:
        version = json.loads(counter_of(store).read_text(encoding="utf-8"))["data_version"]
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return version if isinstance(version, int) else 0


def count(store: Path, version: int) -> None:
    """Raises the counter. Where it cannot be written, the commit stands all the same, and the log tells."""
    counter = counter_of(store)
    if counter.exists() and version == counted_version(store):
        return
    new = counter.with_name(f"{counter.name}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump({"data_version": version, "about": _WHAT}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, counter)  # noqa: PTH105 (whole or not at all)
    except OSError:
        logging.getLogger("jasc").exception("The counter beside the store could not be written")


def prove_not_behind(store: Path, version: int) -> None:
    """Raises StoreBehind when the store holds less than was said to be done."""
    lost = counted_version(store) - version
    if lost > 0:
        missing = f"{counted(lost, 'committed change')} {'is' if lost == 1 else 'are'} missing"
        raise StoreBehind(
            f"The store is older than it was: {missing}. "
            "An earlier copy may lie in its place, or its log file (.wal) is gone. Nothing was changed. "
            f"{newest_backup_sentence(store)} Put the missing file back or use restore-backup FILE; "
            f"if the earlier state is meant, remove the file {counter_of(store).name} beside the store."
        )


def prove_none_was(store: Path) -> None:
    """Raises StoreGone when there is no store, but what lies around its place says that there was one."""
    log = store.with_name(f"{store.name}.wal")
    left = " and ".join(file.name for file in (counter_of(store), log) if file.exists())
    if left:
        raise StoreGone(
            f"The store is missing: there was one at its place, of which {left} is left, and no new one is made. "
            f"{newest_backup_sentence(store)} Put the store back or use restore-backup FILE; if a new, empty store is "
            f"meant, remove {left} beside its place."
        )
