"""The meeting view."""

import streamlit as st

st.title("Present", anchor=False)
