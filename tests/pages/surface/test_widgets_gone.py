"""What Streamlit knows of widgets goes with them, so that a page that stays open needs no more for each export."""

import pytest
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

from pages._shared.streamlit_insides import forget_widgets_that_are_gone


def _dates_to_choose() -> None:
    import streamlit as st

    held = st.session_state["held"] = st.session_state.get("held", 0) + 1
    st.selectbox("As of", [f"Week {week}" for week in range(held)])
    st.text_input("Words", key="words")
    if held % 2:
        st.checkbox("Only sometimes", key="sometimes")


def test_a_widget_with_other_choices_takes_the_place_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SessionState, "_remove_stale_widgets", SessionState._remove_stale_widgets)
    forget_widgets_that_are_gone()
    page = AppTest.from_function(_dates_to_choose).run()
    page.text_input(key="words").set_value("vetting").run()
    for _ in range(6):
        page.run()
    known = page.session_state._state._state._new_widget_state.widget_metadata
    assert len(known) <= 3
    assert page.text_input(key="words").value == "vetting"
    assert page.selectbox[0].options[-1] == "Week 7"
