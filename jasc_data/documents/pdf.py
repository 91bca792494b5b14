"""PDF, where LibreOffice is installed: it turns the Word document into one, in a folder and a profile of its own."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from jasc_data.domain.failures import FileRefused

_INSTEAD = "Take the Word document (.docx), and save it as PDF from Word."
NOT_INSTALLED = f"PDF needs LibreOffice, whose program soffice is not found on this machine. {_INSTEAD}"
PDF = ".pdf"
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120  # a first start makes a profile; a paper then takes a few seconds
_BEGINS = b"%PDF-"


def office_program() -> str | None:
    """Where LibreOffice's program is; None where it is not installed."""
    return next((found for program in _PROGRAMS if (found := shutil.which(program))), None)


def must_have_office() -> str:
    """Where the program is. Raises FileRefused where it is not installed."""
    program = office_program()
    if program is None:
        raise FileRefused(NOT_INSTALLED)
    return program


def pdf_of(document: bytes, seconds: float = _SECONDS) -> bytes:
    """The Word document as PDF. Raises FileRefused where LibreOffice is not there, too slow, or does not succeed."""
    program = must_have_office()
    with TemporaryDirectory(prefix="jasc-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "paper.docx"
        source.write_bytes(document)
        _convert([program, *_options(folder), str(source)], folder, seconds)
        made = source.with_suffix(".pdf")
        content = made.read_bytes() if made.is_file() else b""
    if not content.startswith(_BEGINS):
        raise FileRefused(f"LibreOffice made no PDF of the paper. {_INSTEAD}")
    return content


def _options(folder: Path) -> list[str]:
    """A profile of its own: the user's may be in use, and may run macros."""
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]


def _convert(command: list[str], folder: Path, seconds: float) -> None:
    """Runs it; what it starts in turn is ended with it. Raises FileRefused when it does not end in time or not well."""
    try:
        running = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise FileRefused(f"LibreOffice cannot be started. {_INSTEAD}") from None
    try:
        failed = running.wait(seconds) != 0
    except BaseException as stopped:
        _end(running)
        if isinstance(stopped, subprocess.TimeoutExpired):
            raise FileRefused(f"LibreOffice made no PDF within {seconds:g} seconds. {_INSTEAD}") from None
        raise
    if failed:
        raise FileRefused(f"LibreOffice did not succeed. {_INSTEAD}")


def _end(running: subprocess.Popen[bytes]) -> None:
    """Ends it, and where the system knows groups of processes all that it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    running.wait()
