"""The accessibility statement, from the file in which it is kept."""

from pathlib import Path

import streamlit as st

STATEMENT = Path(__file__).parents[2] / "docs" / "accessibility.md"

title, _, text = STATEMENT.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
st.title(title, anchor=False)
st.markdown(text)
