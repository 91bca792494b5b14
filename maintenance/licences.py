"""docs/licences.md: under which licence each package comes that the product installs.

``python -m maintenance.licences``, to be run where all of them are installed; what this platform does not need keeps
the line that it has.
"""

from jasc_data.domain.settings import PROJECT
from maintenance.locked import Locked, locked

PLACE = PROJECT / "docs" / "licences.md"
_HEAD = """# Licences

The product is under the MIT licence (LICENSE). Below is what it installs (requirements.lock), each as the package
itself names its licence; made by `make docs`. Nothing of it is changed or given out with the product: pip fetches it.

| package | release | licence | needed |
|---|---|---|---|
"""


def document(before: str = "") -> str:
    """The whole document. before: the one there is."""
    return _HEAD + "".join(f"{_line(pin, before)}\n" for pin in locked())


def _line(pin: Locked, before: str) -> str:
    begin = f"| {pin.name} | {pin.release} | "
    if not pin.licence:
        return next((line for line in before.splitlines() if line.startswith(begin)), f"{begin}not known here | |")
    return f"{begin}{pin.licence} | {f'`{pin.marker}`' if pin.marker else 'everywhere'} |"


if __name__ == "__main__":
    PLACE.write_text(document(PLACE.read_text("utf-8") if PLACE.exists() else ""), encoding="utf-8", newline="\n")
