"""What is kept of one upload, row by row: to be held against what its bytes give, or to be copied where they cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.records import insert_items

Row = dict[str, Any]
Read = Callable[[str], list[Row]]


@dataclass(frozen=True)
class KeptRows:
    """The records of an upload, the reports that they speak of and the ids of the items that they name."""

    items: list[Row]
    coverage: list[Row]
    positions: list[Row]
    nationals: list[Row]
    reports: list[Row]
    ids: list[Row]


def kept_rows(snapshot: Snapshot, upload_id: int) -> KeptRows:
    """All that is kept of the upload's records."""
    return KeptRows(
        items=snapshot.raw("uploads/kept_items", upload_id=upload_id),
        coverage=snapshot.raw("uploads/kept_coverage", upload_id=upload_id),
        positions=snapshot.raw("uploads/kept_positions", upload_id=upload_id),
        nationals=snapshot.raw("uploads/kept_nationals", upload_id=upload_id),
        reports=snapshot.raw("uploads/kept_reports", upload_id=upload_id),
        ids=snapshot.raw("uploads/kept_ids", upload_id=upload_id),
    )


def copy_rows(rows: KeptRows, upload_id: int, into: Snapshot) -> None:
    """Writes the records as they are, with the reports and ids that the other store does not know yet."""
    copy_names(rows, into)
    if rows.items:
        insert_items(into, upload_id, [_columns(rows.items)])
    for query, records in (
        ("uploads/insert_coverage", rows.coverage),
        ("uploads/insert_positions", rows.positions),
        ("uploads/insert_nationals", rows.nationals),
    ):
        if records:
            into.write(query, upload_id=upload_id, **_columns(records))


def _columns(records: list[Row]) -> dict[str, list[Any]]:
    return {name: [record[name] for record in records] for name in records[0] if name != "upload_id"}


def copy_names(rows: KeptRows, into: Snapshot) -> None:
    """Writes the reports under their numbers, and the items' ids, that the other store does not know yet."""
    known = {report["report_id"] for report in into.raw("uploads/reports_held")}
    new = [report for report in rows.reports if report["report_id"] not in known]
    for query, records in (("uploads/insert_reports", new), ("uploads/insert_ids", rows.ids)):
        if records:
            into.write(query, **_columns(records))
