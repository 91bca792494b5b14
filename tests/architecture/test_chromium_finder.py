"""Finding and installing the browser of the browser tests, with programs that only pretend."""

import importlib.util
import os
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

PROGRAM = Path(__file__).parents[1] / "browser" / "chromium.py"
WRITE_CHROMIUM = 'printf "#!/bin/sh\\n" > "$PRETEND/chromium"; /bin/chmod +x "$PRETEND/chromium"'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pretended programs are shell scripts")


class Machine:
    """A folder that is the whole PATH, and what the programs in it were called with."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.calls_file = folder / "calls"

    def has(self, name: str, does: str = "exit 0") -> Path:
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "$PRETEND/calls"\n{does}\n')
        program.chmod(0o755)
        return program

    @property
    def calls(self) -> list[str]:
        """Every call but the question where Playwright's own browser is."""
        lines = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        return [line for line in lines if line.startswith(("python -m", "env", "sudo"))]


@pytest.fixture
def chromium() -> ModuleType:
    spec = importlib.util.spec_from_file_location("chromium_finder", PROGRAM)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine without a browser, as root, on which Playwright cannot download."""
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PRETEND", str(tmp_path))
    monkeypatch.delenv("JASC_CHROMIUM", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", str(machine.has("python", "exit 1")))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return machine


def has_apt(machine: Machine, *, installs: bool = True) -> None:
    machine.has("apt-get")
    machine.has("env", f'case "$*" in *install*) {WRITE_CHROMIUM if installs else "exit 100"};; esac')


def test_nothing_is_found_on_a_machine_without_a_browser(chromium: ModuleType, machine: Machine) -> None:
    assert chromium.find() is None


def test_the_named_browser_comes_before_the_path_and_the_path_in_order(
    chromium: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chromium.find() is None
    for name in reversed(chromium.COMMANDS):
        program = machine.has(name)
        assert chromium.find() == program
    named = machine.has("my browser")
    monkeypatch.setenv("JASC_CHROMIUM", str(named))
    assert chromium.find() == named


def test_a_named_browser_that_is_not_there_is_said_not_passed_over(
    chromium: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has("chromium")
    monkeypatch.setenv("JASC_CHROMIUM", "/no/such/browser")
    assert chromium.main(["install"]) == 1
    assert "JASC_CHROMIUM is '/no/such/browser'" in capsys.readouterr().err


def test_playwrights_own_download_is_found(chromium: ModuleType, machine: Machine) -> None:
    program = machine.has("downloaded")
    machine.has("python", f'echo "{program}"')
    assert chromium.find() == program


def test_install_does_nothing_when_there_is_a_browser(chromium: ModuleType, machine: Machine) -> None:
    machine.has("google-chrome")
    assert chromium.main(["install"]) == 0
    assert machine.calls == []


@pytest.mark.parametrize(("user", "option"), [(0, " --with-deps"), (1000, "")])
def test_install_downloads_with_playwright_first(
    chromium: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch, user: int, option: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    machine.has("python", f'case "$*" in *install*) {WRITE_CHROMIUM};; *) exit 1;; esac')
    has_apt(machine)
    assert chromium.main(["install"]) == 0
    assert machine.calls == [f"python -m playwright install chromium{option}"]


def test_install_turns_to_apt_when_the_download_fails(chromium: ModuleType, machine: Machine) -> None:
    has_apt(machine)
    assert chromium.main(["install"]) == 0
    assert machine.calls[1:] == [
        "env DEBIAN_FRONTEND=noninteractive apt-get update",
        "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-liberation",
    ]


def test_install_asks_sudo_only_where_it_needs_no_password(
    chromium: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    has_apt(machine)
    machine.has("sudo", "exit 1")
    assert chromium.main(["install"]) == 1
    assert machine.calls == ["sudo -n true", "python -m playwright install chromium"]
    machine.has("sudo", 'shift; [ "$1" = true ] || exec "$@"')
    assert chromium.main(["install"]) == 0


def test_install_that_fails_says_what_to_do_in_one_line(
    chromium: ModuleType, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    has_apt(machine, installs=False)
    assert chromium.main(["install"]) == 1
    said = capsys.readouterr()
    assert said.out.count("No Chromium here yet: trying") == 2
    assert said.err.count("\n") == 1
    assert "by hand" in said.err
    assert "make unit" in said.err


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc whether the child lives")
def test_an_attempt_that_hangs_is_ended_with_its_children(
    chromium: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "MINUTES", 1 / 60)
    machine.has("python", 'case "$*" in *install*) /bin/sleep 60 & echo $! > "$PRETEND/child"; wait;; *) exit 1;; esac')
    assert chromium.main(["install"]) == 1
    child = Path("/proc", (machine.folder / "child").read_text().strip(), "stat")
    end = time.monotonic() + 5
    while child.exists() and child.read_text().split()[2] != "Z":
        assert time.monotonic() < end, "the child lives on"
        time.sleep(0.02)
