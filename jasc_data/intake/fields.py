"""The fields of an export and the headings that are known to name them.

Synonyms are spelling keys: case, spaces and punctuation have no meaning in a heading. A heading that no list knows is a
question, never a guess; so is one that is known to mean two things.
"""

import re
from collections.abc import Mapping
from functools import cache

from jasc_data.domain.normalise import marked_key, visible
from jasc_data.intake.learned import LEFT_OUT
from jasc_data.intake.words import KINDS

ITEM_FIELDS = {
    "reference": "reference|ref|id|portal reference|portal ref|reference number|ref no|unique reference|item reference|item code|code|portal id|unique id|record id|item id",
    "force": "force|force name|police force|constabulary",
    "kind": "kind|type|category|item type|record type|type of item",
    "report": "report|report title|inspection|publication|inspection report|report name|title of report|inspection title",
    "report_type": "report type|inspection type|type of report|type of inspection|programme",
    "report_published": "report published|published|publication date|date published|report date|report publication date",
    "number": "number|no|item number|recommendation number|item no|rec no",
    "text": "text|recommendation|description|wording|recommendation text|full text|item text|details|item",
    "addressee": "addressee|directed at|addressed to|addressees|owner body|responsible body|for",
    "grade": "grade|level|grading|severity level|hmicfrs level",
    "status": "status|state|progress|current status|portal status",
    "lead": "lead|strategic lead|owner|action owner|lead officer",
    "deadline": "deadline|due|due date|hmicfrs deadline|national deadline|completion date",
    "target_date": "target date|local target|revised date|force target|own target date|force target date|target",
    "overdue_reason": "overdue reason|reason|rationale|reason overdue|reason for delay",
    "steps_to_green": "steps to green|steps|actions|update|latest update|progress update|comments",
    "closed_on": "closed on|date closed|closed date|closure date|date signed off|closed",
    "as_of": "as of|as at|position date|as of date|as at date|snapshot date|correct at|correct as of",
    "cause_of_concern": "cause of concern|coc reference|parent cause of concern|cause of concern reference|parent",
}
POSITION_FIELDS = {
    "force": ITEM_FIELDS["force"],
    "kind": ITEM_FIELDS["kind"],
    "open": "open|count|open items|number open|open count|items open|total|total open|figure|value|position",
    "grade": ITEM_FIELDS["grade"],
    "as_of": ITEM_FIELDS["as_of"],
}
FIELDS = (*ITEM_FIELDS, "open")
MEANINGS = {
    "reference": "Reference: the record's identity",
    "force": "Force",
    "kind": "Kind: cause of concern, recommendation or AFI",
    "report": "Report",
    "report_type": "Type of report",
    "report_published": "Date the report was published",
    "number": "Number of the item in its report",
    "text": "Wording of the item",
    "addressee": "Whom it is directed at",
    "grade": "Grade (level)",
    "status": "Status: open, closed ...",
    "lead": "Strategic lead",
    "deadline": "HMICFRS's deadline",
    "target_date": "The force's own target date",
    "overdue_reason": "Reason why it is overdue",
    "steps_to_green": "Steps to green",
    "closed_on": "Date it was closed",
    "as_of": "Date for which the row is correct",
    "cause_of_concern": "Cause of concern that it belongs to",
    "open": "How many are open (a count)",
}
# Words that are known and yet mean two things: two kinds of date cannot be told apart by their values.
TWO_MEANINGS: Mapping[str, tuple[str, ...]] = {"completion date": ("deadline", "closed_on")}
# Headings so loose that their values must bear them out; where they do not, the heading is asked about.
LOOSE = frozenset("category|type|progress|state|closed|target|revised date".split("|"))
KNOWN_HEADINGS = frozenset(
    word for synonyms in (*ITEM_FIELDS.values(), *POSITION_FIELDS.values()) for word in synonyms.split("|")
)
KIND_WORDS = {word: kind for kind, words in KINDS.items() for word in words.split("|")}

_CALLED = {
    "open": "count",
    "as_of": "as-of date",
    "report_published": "report's date",
    "closed_on": "date of closing",
    "text": "wording",
    "steps_to_green": "steps to green",
}
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[a-z])\s*[.)]\s+", re.IGNORECASE)
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")


def called(field: str) -> str:
    """The field's name in a sentence; a kind across is called as it stands."""
    return _CALLED.get(field, field.replace("_", " "))


def heading_key(heading: str) -> str:
    """A heading as it is looked up; ``#`` is a number, and ``AFIs %`` no count of AFIs."""
    return "number" if heading.strip() == "#" else marked_key(heading)


def bare_key(heading: str) -> str:
    """A heading without what people add to it: ``3. Status (now)`` is a status, probably."""
    return heading_key(_REMARK.sub(" ", _NUMBERING.sub("", visible(heading))))


def fields_by_word(synonyms: Mapping[str, str], decided: Mapping[str, str]) -> Mapping[str, str]:
    """Field by heading key: the lists' words (those of two meanings left out) with the uploader's on top."""
    known = _listed(tuple(synonyms.items()))
    if not decided:
        return known
    known = known | {word: field for word, field in decided.items() if field in synonyms}
    return {word: field for word, field in known.items() if decided.get(word) != LEFT_OUT}


@cache
def _listed(synonyms: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {word: field for field, words in synonyms for word in words.split("|") if word not in TWO_MEANINGS}
