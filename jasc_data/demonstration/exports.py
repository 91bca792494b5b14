"""All files of the demonstration, in the order in which they are to be imported."""

from dataclasses import dataclass
from datetime import date

from jasc_data.demonstration.dates import AS_OF
from jasc_data.demonstration.item_lifecycles import lives_of
from jasc_data.demonstration.items import items_csv
from jasc_data.demonstration.paper import OPEN_AT_LAST
from jasc_data.demonstration.positions import positions_csv
from jasc_data.domain.vocabulary import ExportType


@dataclass(frozen=True)
class DemonstrationExport:
    """One file: what it would be called, the date its figures are correct for, and its bytes (UTF-8 CSV)."""

    file_name: str
    as_of: date
    export_type: ExportType
    content: bytes


def exports() -> tuple[DemonstrationExport, ...]:
    """Every export in the order of dates, for each date first the items, then the positions of all 43 forces."""
    lives = tuple(life for force in OPEN_AT_LAST for life in lives_of(force))
    return tuple(
        DemonstrationExport(f"demonstration-{export_type}-{as_of}.csv", as_of, export_type, build(lives, place))
        for place, as_of in enumerate(AS_OF)
        for export_type, build in ((ExportType.ITEMS, items_csv), (ExportType.POSITIONS, positions_csv))
    )
