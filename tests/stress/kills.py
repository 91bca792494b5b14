"""Kills each way of writing at random moments, and proves that the old state or the new is left, and all of it sound.

Run: python -m tests.stress.kills [kills of each, 200] [action ...]      (POSIX: it forks, so that a kill costs no start)
"""

import gzip
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from jasc_data.domain.failures import StoreMissing
from jasc_data.store.backup import prove
from jasc_data.store.backup_files import BACKUPS, PART, backups_in
from jasc_data.store.connection import Store, open_store
from jasc_data.store.integrity import examine
from jasc_data.store.restoring import restore_backup
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.rebuild import rebuild
from tests.builders import GROUPS, by, imported, items_csv, numbered

KILLS = 200
UPGRADES = Path(__file__).parents[1] / "upgrade"
LATER = date(2023, 9, 9)
Figures = tuple[int, int, int]


@dataclass(frozen=True)
class Action:
    """A way of writing. setting: makes the store that it works on. act: does it, in the folder with the store."""

    setting: Callable[[Path], object]
    act: Callable[[Path], object]


def place(folder: Path) -> Path:
    """The store in the folder."""
    return folder / "jasc.duckdb"


def held(folder: Path) -> None:
    """A store with 60 items and a backup of it."""
    with closing(open_store(place(folder), create=True)) as store:
        imported(store, items_csv(*numbered(60)))
        store.keep_backups(None).wait()


def held_twice(folder: Path) -> None:
    """The same with another export since."""
    held(folder)
    with closing(open_store(place(folder), create=False)) as store:
        imported(store, items_csv(*numbered(50)), LATER)


def withdrawn(folder: Path) -> None:
    """The same, withdrawn."""
    held(folder)
    with closing(open_store(place(folder), create=False)) as store:
        withdraw(store, 1, by())


def of_an_earlier_schema(folder: Path) -> None:
    """A store that an earlier release made."""
    earlier = sorted(UPGRADES.glob("schema-*.duckdb.gz"))[0]
    place(folder).write_bytes(gzip.decompress(earlier.read_bytes()))


def opened(act: Callable[[Store], object]) -> Callable[[Path], None]:
    """The act on the open store, with backups as the dashboard has them."""

    def do(folder: Path) -> None:
        store = open_store(place(folder), create=False)
        store.keep_backups(None)
        act(store)

    return do


ACTIONS = {
    "commit": Action(held, opened(lambda store: imported(store, items_csv(*numbered(40)), LATER))),
    "withdraw": Action(held, opened(lambda store: withdraw(store, 1, by()))),
    "restore": Action(withdrawn, opened(lambda store: restore(store, 1, by()))),
    "backup": Action(held_twice, opened(lambda store: store.backups and store.backups.now())),
    "migrate": Action(of_an_earlier_schema, lambda folder: open_store(place(folder), create=False)),
    "rebuild": Action(held, opened(lambda store: rebuild(store, place(Path(str(store.path)).parent / "new"), GROUPS))),
    "restore-backup": Action(
        held_twice, lambda folder: restore_backup(backups_in(folder / BACKUPS)[0].path, place(folder))
    ),
}


def figures(path: Path) -> Figures:
    """How many entries, rows and live uploads the store holds, once all of it is read and found sound."""
    with closing(open_store(path, create=False)) as store:
        store.read_indexes()
        with store.snapshot() as snapshot:
            unsound = [name for name, found in examine(snapshot).items() if found]
            assert not unsound, unsound
            cursor = snapshot._cursor
            counts = [
                cursor.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("action_log", "item_row")
            ]
            live = cursor.execute("SELECT count(*) FROM live_upload").fetchone()
    return (*(int(row[0]) for row in (*counts, live) if row),)  # type: ignore[return-value]


def proved(folder: Path, before: Figures, after: Figures, *, done: bool) -> str:
    """Why what is left is neither the old state nor the new; blank when it is one of them, and the new when said done."""
    found = figures(place(folder))
    if found not in ((after,) if done else (before, after)):
        return f"{found} is neither {before} nor {after}, said to be done: {done}"
    for backup in backups_in(folder / BACKUPS):
        if backup.version is not None:
            prove(backup.path)
    try:
        made_again = figures(place(folder / "new"))
    except StoreMissing:
        return "it was said to be made again" if done and (folder / "new").exists() else ""
    return "" if made_again == before else f"made again it holds {made_again}, not {before}"


def forked(act: Callable[[], object]) -> tuple[int, int]:
    """A process of its own that does it: its number, and where a byte comes out when it is done."""
    told, tells = os.pipe()
    child = os.fork()
    if child:
        os.close(tells)
        return child, told
    try:
        act()
        os.write(tells, b"1")
        time.sleep(60)  # waits for the kill, as a server goes on after a commit
    except BaseException as failure:
        print(f"{type(failure).__name__}: {failure}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def result(act: Callable[[], object]) -> str:
    """What the act gives, found in a process of its own."""
    told, tells = os.pipe()
    child = os.fork()
    if not child:
        try:
            text = repr(act())
        except BaseException as failure:
            text = repr(f"{type(failure).__name__}: {failure}")
        os.write(tells, text.encode())
        os._exit(0)
    os.close(tells)
    with os.fdopen(told, "rb") as end:
        text = end.read().decode()
    os.waitpid(child, 0)
    return text


def killed(action: Action, folder: Path, seconds: float) -> bool:
    """Kills the act after so many seconds; whether it had said that it was done."""
    child, told = forked(lambda: action.act(folder))
    os.set_blocking(told, False)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        return os.read(told, 1) == b"1"
    except BlockingIOError:
        return False
    finally:
        os.close(told)


def stress(name: str, kills: int, folder: Path, chance: Random) -> list[str]:
    """What went wrong in so many kills of the action."""
    action, made, after_it = ACTIONS[name], folder / "made", folder / "after"
    made.mkdir(parents=True)
    result(lambda: action.setting(made))
    shutil.copytree(made, after_it)
    start = time.perf_counter()
    child, told = forked(lambda: action.act(after_it))
    assert os.read(told, 1) == b"1", f"{name} fails even when nobody kills it"
    takes = time.perf_counter() - start
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    before, after = figures_in_a_process(made), figures_in_a_process(after_it)
    wrong, done = [], 0
    for number in range(kills):
        trial = folder / f"trial-{number}"
        shutil.copytree(made, trial)
        said = killed(action, trial, chance.uniform(0, takes * 1.3))
        done += said
        told_of = result(lambda trial=trial, said=said: proved(trial, before, after, done=said))  # type: ignore[misc]
        if told_of != "''":
            wrong.append(f"{name}, kill {number}: {told_of}")
        shutil.rmtree(trial)
    print(
        f"{name:15} {kills} kills within {takes * 1000:.0f} ms, {done} after it was done, {len(wrong)} wrong",
        flush=True,
    )
    return wrong


def figures_in_a_process(folder: Path) -> Figures:
    """The figures, found without opening a store in this process, which forks."""
    if list(folder.glob(f"*{PART}")):
        raise AssertionError("a backup was left unfinished")
    first, second, third = (int(part) for part in result(lambda: figures(place(folder))).strip("()").split(","))
    return first, second, third


def main(arguments: list[str]) -> int:
    """Prints a line an action, and what went wrong."""
    kills = int(arguments[0]) if arguments else KILLS
    with tempfile.TemporaryDirectory() as folder:
        wrong = [
            line
            for name in arguments[1:] or ACTIONS
            for line in stress(name, kills, Path(folder) / name, Random(f"{name} {time.time()}"))
        ]
    print("\n".join(wrong) or "Nothing was lost, nothing was mixed.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
