"""The names of an item: each with the dates of the exports that use it, and every id that leads to it."""

from datetime import date

from jasc_data.answers.item.aliases import Alias, aliases_of
from jasc_data.answers.item.tables import aliases_table
from jasc_data.uploads.acting import withdraw
from tests.builders import by, empty_store, imported, item, items_csv
from tests.tables import as_read

MAY, JUNE, JULY = (date(2023, month, 4) for month in (5, 6, 7))


def test_a_name_holds_from_the_first_to_the_last_export_that_uses_it() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1", number="4", report_published="02/11/2022")), MAY)
    imported(store, items_csv(item("r1 ", number="5", report_published="02/11/2022")), JUNE)
    last = imported(store, items_csv(item("r1", number="5", report_published="10/06/2023")), JULY)
    with store.snapshot() as snapshot:
        aliases = aliases_of(snapshot, "West Mercia|r1", JULY)
    assert aliases.names == (
        Alias("Reference", "R1", None, MAY, MAY),
        Alias("Reference", "r1", None, JUNE, JULY),
        Alias("Number", "4", None, MAY, MAY),
        Alias("Number", "5", None, JUNE, JULY),
        Alias("Report", "Vetting", date(2022, 11, 2), MAY, JUNE),
        Alias("Report", "Vetting", date(2023, 6, 10), JULY, JULY),
    )
    assert aliases.ids == (1,)
    withdraw(store, last, by())
    with store.snapshot() as snapshot:
        assert len(aliases_of(snapshot, "West Mercia|r1", JULY).names) == 5
        assert len(aliases_of(snapshot, "West Mercia|r1", MAY).names) == 3


def test_every_id_that_leads_to_an_item_is_told() -> None:
    store = empty_store()
    imported(store, items_csv(item(number="1", report="Custody")), MAY)
    imported(store, items_csv(item(number="1", report="Custody", report_published="20/04/2022")), JUNE)
    with store.snapshot() as snapshot:
        (key,) = {row["item_key"] for row in snapshot.raw("links/item", item_id=1)}
        aliases = aliases_of(snapshot, key, JUNE)
    assert aliases.sentence == (
        "Links to this item carry the number 1, whatever its names become. "
        "The number 2, issued under another name of its report, leads here too."
    )
    table = aliases_table(aliases, "recommendation 1")
    assert list(as_read(table).iloc[:, 0]) == ["Number 1", "Report Custody, published 20 April 2022"]
