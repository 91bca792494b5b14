"""All files of the demonstration: seven quarters of items and positions, the same in every run."""

from jasc_data.demonstration.exports import DemonstrationExport
from jasc_data.domain.vocabulary import ExportType
from tests.make_demonstration.dates import AS_OF
from tests.make_demonstration.item_lifecycles import lives_of
from tests.make_demonstration.items import items_csv
from tests.make_demonstration.paper import OPEN_AT_LAST
from tests.make_demonstration.positions import positions_csv


def made_exports() -> tuple[DemonstrationExport, ...]:
    """Every export in the order of dates, for each date first the items, then the positions of all 43 forces."""
    lives = tuple(life for force in OPEN_AT_LAST for life in lives_of(force))
    return tuple(
        DemonstrationExport(f"demonstration-{export_type}-{as_of}.csv", as_of, export_type, build(lives, place))
        for place, as_of in enumerate(AS_OF)
        for export_type, build in ((ExportType.ITEMS, items_csv), (ExportType.POSITIONS, positions_csv))
    )
