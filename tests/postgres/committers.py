"""Two dashboards and the command line on one log, ten committers at random, each killed at random, PostgreSQL too, until its standby takes over.

Run: python -m tests.postgres.committers [seconds, 60]
Every server, and one that is made anew, must then hold the same record and have shown the same figures at the same entry;
what was said to be done is there once, and nothing is there twice.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

from pydantic import SecretStr

from jasc_data.shared_log.joining import standing
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.integrity import examine
from tests.builders import dump
from tests.postgres.cluster import Cluster, cluster
from tests.postgres.dashboard import figures, some_export

DASHBOARDS = ("a", "b")
COMMAND_LINES = ("c", "d")
OF_ONE_STORE = {"store_state", "log_held"}


class Party:
    """Everybody at work in a folder."""

    def __init__(self, folder: Path, postgres: Cluster, chance: Random):
        self.folder, self.postgres, self.chance = folder, postgres, chance
        self.output = (folder / "output").open("ab")
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.files: dict[str, str] = {}
        self.starts = Counter[str]()
        self.wrong: list[str] = []
        self.done_before = 0  # the standby took over

    def place(self, name: str) -> Path:
        """A server's store."""
        return self.folder / name / "jasc.duckdb"

    def dashboard(self, name: str) -> None:
        """Starts it, or starts it again."""
        self.starts[name] += 1
        seed = f"{name}{self.starts[name]}"
        arguments = [self.postgres.address, str(self.place(name)), str(self.folder), seed]
        self.running[name] = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres.dashboard", *arguments], stdout=self.output, stderr=self.output
        )

    def command(self, name: str) -> None:
        """Starts the command that imports another export."""
        self.starts[name] += 1
        token = f"{name}{self.starts[name]}"
        content, day = some_export(self.chance, token)
        file = self.folder / f"{token}.csv"
        file.write_bytes(content)
        self.files[name] = file.name
        command = ["import", str(file), "--as-of", day.isoformat(), "--acknowledge", "all"]
        self.running[name] = subprocess.Popen(
            [sys.executable, "-m", "jasc_data", *command, "--store", str(self.place(name))],
            env={**os.environ, "JASC_LOG": self.postgres.address}, stdout=self.output, stderr=self.output,
        )  # fmt: skip

    def end_of(self, name: str) -> None:
        """Notes how a process that has ended did so; a dashboard ends only when it is killed."""
        code = self.running.pop(name).wait()
        if name in COMMAND_LINES:
            if code == 0:
                self.note(f"done {self.files[name]}")
            elif code not in (3, -signal.SIGKILL):  # the log could not be reached, or it was killed
                self.wrong.append(f"the command line ended with {code}")
        elif code != -signal.SIGKILL:
            self.wrong.append(f"dashboard {name} ended with {code}")

    def note(self, line: str) -> None:
        """What a command said that it did."""
        with (self.folder / "done-commands").open("a") as file:
            file.write(f"{line}\n")

    def kill(self, name: str) -> None:
        """kill -9."""
        self.running[name].kill()
        self.end_of(name)

    def work(self, seconds: float) -> None:
        """Everybody commits; now and then one is killed, PostgreSQL too, and at last it is lost and its standby goes on."""
        ends = time.monotonic() + seconds
        again, lost = ends - seconds * 2 / 3, ends - seconds / 3
        kill_at = time.monotonic() + 6
        while time.monotonic() < ends:
            for name in list(self.running):
                if self.running[name].poll() is not None:
                    self.end_of(name)
            for name in DASHBOARDS:
                if name not in self.running:
                    self.dashboard(name)
            for name in COMMAND_LINES:
                if name not in self.running:
                    self.command(name)
            if time.monotonic() > kill_at:
                self.kill(self.chance.choice(list(self.running)))
                kill_at = time.monotonic() + self.chance.uniform(2, 6)
            if time.monotonic() > again:
                self.postgres.primary.kill()
                time.sleep(1.5)
                self.postgres.primary.start()
                again = ends
            if time.monotonic() > lost:
                self.postgres.fail_over()
                self.done_before = len(self.done())
                lost = ends
            time.sleep(0.05)
        for name in list(self.running):
            self.kill(name)
        self.output.close()

    def done(self) -> list[str]:
        """The marks of what was said to be done."""
        return [line[1] for line in self.lines("done") if line[0] == "done" and len(line) > 1]

    def lines(self, prefix: str) -> list[list[str]]:
        """The whole lines that everybody wrote under names that begin so."""
        texts = [file.read_text() for file in sorted(self.folder.glob(f"{prefix}-*"))]
        return [line.split() for text in texts for line in text.split("\n")[:-1]]


def proved(party: Party) -> tuple[list[str], int]:
    """What is wrong in the end, and how many entries the log has."""
    wrong, records, ends = list(party.wrong), {}, set()
    for name in (*DASHBOARDS, *COMMAND_LINES, "made-anew"):
        with closing(open_kept(party.place(name), SecretStr(party.postgres.address), create=True)) as store:
            ends.add((standing(store).number, figures(store)))
            records[name] = {table: rows for table, rows in dump(store).items() if table not in OF_ONE_STORE}
            with store.snapshot() as snapshot:
                wrong += [f"{name}: {check} found something" for check, found in examine(snapshot).items() if found]
    wrong += [f"{name} does not hold what a does" for name, held in records.items() if held != records["a"]]
    if len(ends) > 1:
        wrong.append(f"in the end figures differ: {ends}")
    shown: dict[str, set[str]] = {}
    for number, found in party.lines("seen"):
        shown.setdefault(number, set()).add(found)
    wrong += [
        f"at entry {number} {len(found)} different figures were shown"
        for number, found in shown.items()
        if len(found) > 1
    ]
    kept = Counter(str(row[3]) for row in records["a"]["upload"]) + Counter(
        str(row[2]) for row in records["a"]["standing_text"]
    )
    wrong += [f"{token} is there {times} times" for token, times in kept.items() if times > 1]
    done = party.done()
    wrong += [f"{token} was said to be done and is lost" for token in done if token not in kept]
    if party.postgres.password in (party.folder / "output").read_text(errors="replace"):
        wrong.append("the password was printed")
    if b"Traceback" in (party.folder / "output").read_bytes():
        wrong.append("a traceback was printed")
    (number,) = {number for number, _ in ends} if len({number for number, _ in ends}) == 1 else {0}
    refused = Counter(line[1] for line in party.lines("done") if line[0] == "refused")
    print(
        f"{number} entries; {len(done)} said to be done with a mark of their own, {len(done) - party.done_before} of them "
        f"after the standby took over; {len(kept)} such found; figures seen "
        f"at {len(shown)} entries; started {dict(party.starts)}; refused {dict(refused)}",
        flush=True,
    )
    return wrong, number


def main(arguments: list[str]) -> int:
    """Prints what was done, and what went wrong."""
    seconds = float(arguments[0]) if arguments else 60
    folder = Path(tempfile.mkdtemp(prefix="jasc-committers-"))
    with cluster() as postgres:
        party = Party(folder, postgres, Random())
        party.work(seconds)
        wrong, number = proved(party)
    if len(party.done()) == party.done_before:
        wrong.append("nothing was done after the standby took over")
    if number < seconds / 6:
        wrong.append(f"only {number} entries were made")
    if wrong:
        print("\n".join(wrong), f"\nWhat everybody printed: {folder / 'output'}")
        return 1
    shutil.rmtree(folder)
    print("Nothing was lost, nothing was doubled; every server shows the same.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
