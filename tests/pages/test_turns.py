"""A run that knows nothing of what another run of the same page wrote does not write: the page begins again."""

from streamlit.testing.v1 import AppTest


def pressed_while_another_run_writes() -> None:
    import streamlit as st

    from pages._shared.turns import begin_run, writing_once

    begin_run()
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    if runs == 1:
        st.session_state["turns"].written += 1  # what the other run does
    with writing_once():
        st.markdown(f"Written by run {runs}")


def refused_and_tried_again() -> None:
    import streamlit as st

    from pages._shared.turns import begin_run, writing_once

    begin_run()
    try:
        with writing_once():
            raise ValueError
    except ValueError:
        with writing_once():
            st.markdown("Written")


def test_a_press_on_what_was_shown_before_writes_nothing() -> None:
    app = AppTest.from_function(pressed_while_another_run_writes).run()
    assert not app.exception
    assert [shown.value for shown in app.markdown] == ["Written by run 2"]


def shown_after_another_run_wrote() -> None:
    import streamlit as st

    from pages._shared.turns import begin_run, taking_turns

    begin_run()
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    if runs == 1:
        st.session_state["turns"].written += 1  # what the run before does while this one waits for it
    with taking_turns():
        st.markdown(f"Shown by run {runs}")


def follows_what_is_written() -> None:
    import streamlit as st

    from pages._shared.turns import begin_run, once_written, writing_once

    begin_run()
    if st.button("Write"):
        with writing_once():
            pass
    once_written(lambda: st.markdown("Followed"))


def test_who_waited_for_a_run_that_wrote_does_not_show_what_was_held_before() -> None:
    app = AppTest.from_function(shown_after_another_run_wrote).run()
    assert [shown.value for shown in app.markdown] == ["Shown by run 2"]


def test_what_follows_a_writing_is_done_once() -> None:
    app = AppTest.from_function(follows_what_is_written).run()
    assert not app.markdown
    app.button[0].click().run()
    assert [shown.value for shown in app.markdown] == ["Followed"]
    assert not app.run().markdown


def test_what_was_refused_counts_as_nothing_written() -> None:
    app = AppTest.from_function(refused_and_tried_again).run()
    assert [shown.value for shown in app.markdown] == ["Written"]
