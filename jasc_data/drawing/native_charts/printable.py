"""Text as XML can hold it: a control character in an export would make a document that no program opens."""

import re

from jasc_data.wording.outside_text import undirected

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without the characters that no XML document may hold, and without directions of its own."""
    return undirected(_NOT_IN_XML.sub("", text))
