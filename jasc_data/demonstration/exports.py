"""All files of the demonstration, in the order in which they are to be imported.

They lie in the folder files/, such as the portal could give them, and anybody may try them on the Upload page. The
figures at 4 September 2023 are the committee paper's; every item behind them is invented and says so. They were made
by ``python -m tests.make_demonstration``, and a test holds them equal to what that makes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jasc_data.domain.vocabulary import ExportType

FOLDER = Path(__file__).parent / "files"


@dataclass(frozen=True)
class DemonstrationExport:
    """One file: what it would be called, the date its figures are correct for, and its bytes (UTF-8 CSV)."""

    file_name: str
    as_of: date
    export_type: ExportType
    content: bytes


def exports() -> tuple[DemonstrationExport, ...]:
    """Every export in the order of dates, for each date first the items, then the positions of all 43 forces."""
    found = []
    for path in FOLDER.glob("demonstration-*.csv"):
        _, export_type, day = path.stem.split("-", maxsplit=2)
        found.append(
            DemonstrationExport(path.name, date.fromisoformat(day), ExportType(export_type), path.read_bytes())
        )
    return tuple(sorted(found, key=lambda export: (export.as_of, export.export_type)))
