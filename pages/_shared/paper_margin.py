"""What stands in the margin of every page that is printed: whose figures, as of when, and how they are protected."""

import streamlit as st

_RULE = '<style>@media print {{ @page {{ @top-left {{ content: "{}"; font: 10pt sans-serif; }} }} }}</style>'
_ESCAPED = str.maketrans({"\\": r"\5c ", '"': r"\22 ", "<": r"\3c ", "\n": " "})


def write_margin(*told: str) -> None:
    """Writes what is told, but for what is blank, at the head of each printed page. CSS cannot run over its quotes."""
    st.html(_RULE.format(". ".join(part for part in told if part).translate(_ESCAPED)))
