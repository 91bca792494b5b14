"""What was decided about an upload is kept with it, and can be read again."""

from dataclasses import replace

from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import Decision, Domain
from jasc_data.uploads.commit import commit
from jasc_data.uploads.decided import Decided, DecidedWord, ReadColumn, decided
from tests.builders import by, checked, empty_store, items_csv, numbered


def test_decisions_and_columns_are_kept_with_the_upload() -> None:
    store = empty_store()
    file = replace(
        checked(items_csv(*numbered(1))),
        decisions=(
            Decision(Domain.HEADING, "Item\ncode", "reference"),
            Decision(Domain.HEADING, "Our Date", ""),
            Decision(Domain.KIND, "Wish", "afi"),
            Decision(Domain.STATUS, "done\there", "closed"),
        ),
        columns=(Column(0, "A", "Item\ncode", "reference"), Column(1, "B", "Our Date", None)),
    )
    assert commit(store, file, by()).upload_ids == (1,)
    with store.snapshot() as snapshot:
        assert decided(snapshot, 1) == Decided(
            (
                DecidedWord("Heading", "Item code", "reference"),
                DecidedWord("Heading", "Our Date", "set aside, not read"),
                DecidedWord("Kind", "Wish", "AFI"),
                DecidedWord("Status", "done here", "closed"),
            ),
            (ReadColumn("A", "Item code", "reference"), ReadColumn("B", "Our Date", "set aside, not read")),
        )
        assert decided(snapshot, 9) == Decided()


def test_an_assumption_names_the_column_that_the_file_has_not() -> None:
    kept = Decided((DecidedWord("Assumption", "no column for status", "open"),))
    store = empty_store()
    file = checked(items_csv(*numbered(1)))
    assert commit(store, file, by()).upload_ids == (1,)
    with store.snapshot() as snapshot:
        cursor = snapshot._cursor
        cursor.execute("UPDATE upload SET decisions = 'assumption\tstatus\topen', column_mapping = ''")
        assert decided(snapshot, 1) == kept
