"""An item whose kind alone is corrected is told as changed in the preview, never as unchanged."""

from datetime import date

from jasc_data.uploads.commit import rehearse
from tests.builders import checked, empty_store, imported, item, items_csv


def test_a_change_of_kind_alone_is_a_change() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1"), item("A1", "AFI")), date(2023, 8, 7))
    outcome = rehearse(store, checked(items_csv(item("R1", "AFI"), item("A1", "AFI")), kinds=()))
    assert (outcome.changes.changed, outcome.changes.unchanged) == (1, 1)
    assert outcome.effect.items[0].parts == ("kind recommendation to AFI",)
