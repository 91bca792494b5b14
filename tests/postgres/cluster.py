"""A PostgreSQL of our own with a standby, from the system's packages: in a folder of its own, on loopback, at free ports."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)  # where Debian keeps what is in no PATH
MISSING = (
    "PostgreSQL is not installed. Debian, Ubuntu: apt-get install -y --no-install-recommends postgresql; "
    "elsewhere: its server package, with initdb and pg_ctl in the PATH or in /usr/lib/postgresql."
)
ACCOUNT = "postgres"  # of the package; initdb refuses root


@dataclass(frozen=True)
class Server:
    """One PostgreSQL in a folder. waits: whether it holds a commit until its standby has it too."""

    folder: Path
    port: int
    waits: bool

    @property
    def data(self) -> str:
        """Where its files are."""
        return str(self.folder / "data")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        standbys = " -c synchronous_standby_names=*" if self.waits else ""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1{standbys}"
        _run("pg_ctl", "-D", self.data, "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def kill(self) -> None:
        """Stops it as a power failure does: it recovers when it is started again."""
        _run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")


@dataclass(frozen=True)
class Cluster:
    """A primary that runs, and a synchronous standby that has each commit as well. password: which nothing may print."""

    primary: Server
    standby: Server
    password: str

    @property
    def address(self) -> str:
        """As JASC_LOG has it: whichever of the two may be written to."""
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in (self.primary, self.standby))
        return f"postgresql://jasc:{self.password}@{hosts}/postgres?target_session_attrs=read-write"

    def fail_over(self) -> None:
        """The primary is lost for good, and the standby takes its place."""
        self.primary.kill()
        _run("pg_ctl", "-D", self.standby.data, "-w", "promote")


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that runs meanwhile. Ends the program with a sentence where it is not installed."""
    if _program("initdb") is None:
        raise SystemExit(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="jasc-postgres-"))
    password = folder / "password"
    password.write_text(f"pw{secrets.token_hex(8)}")
    primary, standby = (Server(folder / name, _free_port(), name == "primary") for name in ("primary", "standby"))
    for place in (folder, primary.folder, standby.folder, password):
        if not place.exists():
            place.mkdir(mode=0o700)
        if _is_root():
            shutil.chown(place, ACCOUNT)
    made = Cluster(primary, standby, password.read_text())
    try:
        secret = ("-A", "scram-sha-256", "--pwfile", str(password))
        _run("initdb", "-D", primary.data, "-U", "jasc", "-E", "UTF8", *secret)
        replace(primary, waits=False).start()
        from_it = f"host=127.0.0.1 port={primary.port} user=jasc password={made.password}"
        _run("pg_basebackup", "-D", standby.data, "-d", from_it, "--write-recovery-conf", "--checkpoint=fast")
        primary.kill()
        standby.start()
        primary.start()
        yield made
    finally:
        for server in (primary, standby):
            with suppress(SystemExit):  # of one that is lost already
                server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return int(free.getsockname()[1])


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _program(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join([*map(str, PLACES), os.environ.get("PATH", "")]))


def _run(name: str, *arguments: str) -> None:
    program = _program(name)
    assert program
    command = [program, *arguments]
    if _is_root():
        command = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups", *command]
    ran = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{name} failed: {ran.stderr}")
