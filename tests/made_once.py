"""Files that all processes of a run share: whoever needs one first makes it, and from then on it is only read."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = "FOLDER_OF_THE_TEST_RUN"  # in the environment, which the workers inherit: see tests/conftest.py


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The file of that name. ``make(path)`` makes it, and what is to lie beside it, where no process has yet; the others
    wait for that."""
    folder = Path(os.environ[FOLDER])
    file, claim = folder / name, folder / f"{name} is being made"
    while not file.exists():
        try:
            claim.mkdir()
        except FileExistsError:
            time.sleep(0.05)
            continue
        try:
            if not file.exists():
                make(claim / name)
                for made in sorted(filter(Path.is_file, claim.iterdir()), key=lambda made: made.name == name):
                    made.replace(folder / made.name)  # the file itself last: others begin when it is there
        finally:
            shutil.rmtree(claim)
    return file
