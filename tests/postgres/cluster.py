"""A PostgreSQL of our own, from the system's packages: in a folder of its own, on loopback, at a free port."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # where Debian keeps what is in no PATH
MISSING = (
    "PostgreSQL is not installed. Debian, Ubuntu: apt-get install -y --no-install-recommends postgresql; "
    "elsewhere: its server package, with initdb and pg_ctl in the PATH or in /usr/lib/postgresql."
)
ACCOUNT = "postgres"  # of the package; initdb refuses root


@dataclass(frozen=True)
class Cluster:
    """One that runs. password: which nothing may print."""

    folder: Path
    port: int
    password: str

    @property
    def address(self) -> str:
        """As JASC_LOG has it."""
        return f"postgresql://jasc:{self.password}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        _run("pg_ctl", "-D", str(self.folder / "data"), "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def kill(self) -> None:
        """Stops it as a power failure does: it recovers when it is started again."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that runs meanwhile. Ends the program with a sentence where it is not installed."""
    if _program("initdb") is None:
        raise SystemExit(MISSING)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="jasc-postgres-"))
    made = Cluster(folder, port, f"pw{secrets.token_hex(8)}")
    try:
        (folder / "password").write_text(made.password)
        if os.name == "posix" and os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
            shutil.chown(folder / "password", ACCOUNT)
        secret = ("-A", "scram-sha-256", "--pwfile", str(folder / "password"))
        _run("initdb", "-D", str(folder / "data"), "-U", "jasc", "-E", "UTF8", *secret)
        made.start()
        try:
            yield made
        finally:
            made.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([*map(str, PLACES), os.environ.get("PATH", "")]))


def _run(name: str, *arguments: str) -> None:
    program = _program(name)
    assert program
    command = [program, *arguments]
    if os.name == "posix" and os.geteuid() == 0:
        command = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups", *command]
    ran = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{name} failed: {ran.stderr}")
