"""Empty files to fill in, and the dictionary of columns, both made from the models that read them."""

import csv
import io

from jasc_data.intake.fields import ITEM_FIELDS
from jasc_data.intake.rows import ItemMeanings, ItemRow

_EXAMPLES = {
    "force": "West Mercia",
    "kind": "Recommendation",
    "reference": "WM-0123",
    "report": "PEEL 2021/22: West Mercia",
    "report_type": "PEEL",
    "report_published": "13/04/2022",
    "number": "7",
    "text": "The force should ...",
    "addressee": "Chief constables",
    "grade": "Level 2",
    "status": "In progress",
    "lead": "Head of Custody",
    "deadline": "By January 2024",
    "target_date": "30/11/2023",
    "overdue_reason": "Waiting for a national system",
    "steps_to_green": "Audit in place; results in October",
    "closed_on": "21/06/2023",
    "as_of": "04/09/2023",
    "cause_of_concern": "WM-0100",
}
_ALLOWED = {
    "force": "one of the 43 forces, by name or a common short form",
    "kind": "cause of concern, recommendation, AFI",
    "grade": "1, 2, 3, 4; blank is not graded",
    "status": "open, in progress, awaiting sign-off, closed, superseded, not for the force",
    "report_published": "a date, day first",
    "target_date": "a date, day first",
    "closed_on": "a date, day first",
    "as_of": "a date, day first, not in the future",
    "deadline": "a date, or words such as Immediately, Within three months",
}
_NEEDED = {"kind": "yes", "report": "yes", "reference": "yes, or number", "number": "yes, or reference"}


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _fields() -> list[str]:
    return [field for field in ItemRow._fields if field in ITEM_FIELDS]


TEMPLATES: dict[str, bytes] = {
    "items-template.csv": _csv([_fields()]),
    "positions-template.csv": _csv([["Force", "CoCs", "Recs", "AFIs"]]),
    "positions-by-grade-template.csv": _csv([["force", "kind", "open", "grade"]]),
}


def dictionary_rows() -> list[dict[str, str]]:
    """A row per column of an items export: its name, meaning, whether needed, what is allowed, an example."""
    described = ItemMeanings.model_json_schema()["properties"]
    return [
        {
            "Column": name,
            "Meaning": described[name]["items"]["description"],
            "Needed": _NEEDED.get(name, "no"),
            "Allowed": _ALLOWED.get(name, "text"),
            "Example": _EXAMPLES[name],
            "Also understood": ", ".join(ITEM_FIELDS[name].split("|")[1:6]),
        }
        for name in _fields()
    ]
