"""A file that a command writes: its name ends as it must, and all of it is there or nothing."""

from contextlib import suppress
from pathlib import Path

from jasc_data.domain.failures import FileRefused


def must_end_in(file: Path, *endings: str) -> None:
    """Raises FileRefused for a name by which another program would open what is written."""
    if file.suffix.lower() not in endings:
        raise FileRefused(f"The file's name must end in {' or '.join(endings)}, which {file.name} does not.")


def write_file(path: Path, content: bytes, what: str = "file") -> None:
    """Writes it whole: who opens it meanwhile never finds half. what: it is.

    Raises FileRefused where the disk refuses.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise FileRefused(f"The {what} cannot be written to {path.name}.") from None
