"""A program in LibreOffice's place: it does as told, and writes down how it was called."""

import os
from pathlib import Path

import pytest

_PROGRAM = """#!/bin/sh
printf '%s\\n' "$@" > "{told}"
for last in "$@"; do :; done
{then}
"""
MAKES = 'printf "%%PDF-1.7 of %s" "$(wc -c < "$last")" > "${last%.docx}.pdf"'


def installed(folder: Path, patch: pytest.MonkeyPatch, then: str = MAKES) -> Path:
    """Puts the program on the path. then: what it does with ``$last``, its document. Returns where it tells its call."""
    program, told = folder / "programs" / "soffice", folder / "told"
    program.parent.mkdir(parents=True)
    program.write_text(_PROGRAM.format(told=told, then=then))
    program.chmod(0o755)
    patch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return told


def not_installed(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Leaves a path on which there is nothing."""
    patch.setenv("PATH", str(folder))
