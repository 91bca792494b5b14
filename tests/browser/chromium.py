"""Find a Chromium for the browser tests, or install one: ``python tests/browser/chromium.py install``."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
MINUTES = 10
BY_HAND = (
    "No Chromium could be installed: install Chromium or Google Chrome by hand and put it on PATH "
    "(or set JASC_CHROMIUM to its program file); `make unit` runs every test that needs no browser."
)


def find() -> Path | None:
    """Where the browser's program is: JASC_CHROMIUM, then PATH, then Playwright's own download; None without any."""
    if named := os.environ.get("JASC_CHROMIUM"):
        found = shutil.which(named)
        if not found:
            raise FileNotFoundError(f"JASC_CHROMIUM is '{named}', which is not a program that can be run.")
        return Path(found)
    for command in COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    return _downloaded()


def install() -> bool:
    """Install a browser unless there is one; whether there is one now."""
    if find():
        return True
    for name, commands in _ways():
        print(f"No Chromium here yet: trying {name}", flush=True)
        if all(_succeeds(command) for command in commands) and find():
            return True
    return False


def _downloaded() -> Path | None:
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, timeout=60)
    program = Path(answer.stdout.strip())
    return program if program.is_file() else None


def _ways() -> list[tuple[str, list[list[str]]]]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if root and sys.platform == "linux":
        playwright.append("--with-deps")
    ways = [("Playwright's own download", [playwright])]
    if shutil.which("apt-get") and (root or (shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]))):
        apt = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        packages = ["--no-install-recommends", "chromium", "fonts-liberation"]
        ways.append(("apt-get", [[*apt, "update"], [*apt, "install", "-y", *packages]]))
    return ways


def _succeeds(command: list[str]) -> bool:
    """Whether the command ends well within the time limit; its children are ended with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        return process.wait(MINUTES * 60) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.returncode is None:
            with suppress(PermissionError):  # what sudo started is not ours to end
                process.kill() if sys.platform == "win32" else os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def main(arguments: list[str]) -> int:
    """``find`` prints the program's place, ``install`` sees that there is one."""
    try:
        if arguments == ["find"]:
            found = find()
            print(found or "none")
            return 0 if found else 1
        if arguments == ["install"]:
            if install():
                return 0
            print(BY_HAND, file=sys.stderr)
            return 1
    except FileNotFoundError as failure:
        print(failure, file=sys.stderr)
        return 1
    print("Usage: python tests/browser/chromium.py find|install", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
