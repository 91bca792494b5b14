"""What an import does beyond its changes, in JSON's terms."""

from dataclasses import asdict
from typing import Any

from jasc_data.uploads.impact import Effect
from jasc_data.uploads.rows_read import RowsRead


def effect_data(effect: Effect) -> dict[str, Any]:
    """What an import's rows come to, date by date, and which earlier uploads it replaces."""
    return {
        "rows_read": [
            {**asdict(read), "as_of": read.as_of.isoformat(), "rows": read.rows}
            | ({"open": read.open, "ours": read.ours} if isinstance(read, RowsRead) else {})
            for read in effect.read
        ],
        "replaces": [
            {"upload": entry.upload_id, "file_name": entry.file_name, "whole": not entry.stays, "stays": entry.stays}
            for entry in effect.replaces
        ],
    }
