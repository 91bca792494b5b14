"""One dashboard's store on a log, in a process of its own: four who commit, one who looks.

Run: python -m tests.postgres.dashboard ADDRESS STORE FOLDER SEED     (until it is killed)
What was said to be done is written to FOLDER line by line, as are the figures that were seen at each entry of the log.
"""

import os
import sys
import threading
import time
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from pydantic import SecretStr

from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.domain.failures import UserFailure
from jasc_data.editorial.paper_actions import write_standing_text
from jasc_data.shared_log.held import held_in
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.commit import commit
from tests.builders import by, checked, items_csv, numbered

FIRST = date(2023, 6, 1)
LAST = date(2023, 9, 9)
COMMITTERS = 4


def some_export(chance: Random, token: str) -> tuple[bytes, date]:
    """Items of the home force at a date, of which some were in earlier exports."""
    day = FIRST + timedelta(days=chance.randint(0, 100))
    return items_csv(*numbered(chance.randint(1, 12), prefix=chance.choice("RST"), steps=token)), day


def act(store: Store, chance: Random, token: str) -> str:
    """One thing at random that writes. What carries the token, blank where nothing does."""
    kind = chance.random()
    if kind < 0.5:
        content, day = some_export(chance, token)
        outcome = commit(store, checked(content, day, name=f"{token}.csv"), by(), acknowledged=["all"])
        return f"{token}.csv" if outcome.upload_ids else ""
    if kind < 0.8:
        write_standing_text(store, "about", token, by())
        return token
    (withdraw if kind < 0.9 else restore)(store, chance.randint(1, 20), by())
    return ""


def commit_on_and_on(store: Store, folder: Path, seed: str) -> None:
    """Until the process is killed; each thing that was said to be done has its line."""
    chance = Random(seed)
    done = os.open(folder / f"done-{seed}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(1_000_000):
        try:
            token = act(store, chance, f"{seed}-{number}")
        except UserFailure as failure:
            os.write(done, f"refused {type(failure).__name__}\n".encode())
            time.sleep(0.2)
        else:
            os.write(done, f"done {token}\n".encode())
        time.sleep(chance.random() * 0.3)


def figures(store: Store) -> tuple[int, str]:
    """The entry of the log that is held, and every headline figure there, in one consistent state."""
    with store.snapshot() as snapshot:
        held = held_in(snapshot)
        assert held
        found = repr(sorted(headlines_at(snapshot, LAST).items(), key=repr))
        return held.number, sha256(found.encode()).hexdigest()[:16]


def look_on_and_on(store: Store, folder: Path, seed: str) -> None:
    """The figures that a viewer would be shown, with the entry of the log at which they were."""
    seen = os.open(folder / f"seen-{seed}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while True:
        number, found = figures(store)
        os.write(seen, f"{number} {found}\n".encode())
        time.sleep(0.05)


def main(address: str, place: str, folder: str, seed: str) -> None:
    """Starts everybody; ends when anybody fails in a way that is no sentence."""
    store = open_kept(Path(place), SecretStr(address), create=True)
    threading.excepthook = lambda failed: (threading.__excepthook__(failed), os._exit(7))  # type: ignore[func-returns-value]
    everybody = [
        threading.Thread(target=commit_on_and_on, args=(store, Path(folder), f"{seed}-{n}")) for n in range(COMMITTERS)
    ]
    everybody.append(threading.Thread(target=look_on_and_on, args=(store, Path(folder), seed)))
    for thread in everybody:
        thread.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
