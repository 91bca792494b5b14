"""Upload an export in four steps: choose, what was read, what would change, commit."""

import streamlit as st

from jasc_data.domain.access import Action
from jasc_data.domain.failures import UserFailure
from jasc_data.uploads.history_text import upload_headline
from jasc_data.wording.markdown_text import plain
from pages._shared.cache_warming import answer_ahead
from pages._shared.invented import is_allowed
from pages._shared.session import Session, current
from pages._shared.turns import taking_turns
from pages._shared.upload.change import change
from pages._shared.upload.choose import choose
from pages._shared.upload.finish import finish
from pages._shared.upload.journey import STEPS, journey, keep_answers, show_told
from pages._shared.upload.read import read
from pages._shared.upload.tracking import change_back, comes_back, finish_back, read_back

_STEPS_OF_TRACKING = {2: read_back, 3: change_back, 4: finish_back}


def show(session: Session) -> None:
    """The step that the uploader is at, and the ways on and back."""
    here = journey()
    st.title(upload_headline(session.latest, first=session.demonstration), anchor=False)
    st.markdown(
        "  →  ".join(
            f"**{number}\\. {name}**" if number == here.step else f"{number}\\. {name}"
            for number, name in enumerate(STEPS, start=1)
        )
    )
    show_told(session, here)
    if here.step > 1:
        more = f" (then {len(here.waiting) - 1} more)" if len(here.waiting) > 1 else ""
        st.header(f"{plain(here.file_name)}{more}", anchor=False)
    try:
        if here.step == 1:
            st.markdown(
                "No figure changes until you commit, and every upload can be withdrawn on the page Uploads. "
                "What you say of headings and words is remembered at once."
            )
            choose(session, here)
            ready = False
        elif comes_back(here):
            ready = _STEPS_OF_TRACKING[here.step](session, here)
        elif not is_allowed(session, Action.UPLOAD):
            ready = False
        elif here.step == 2:
            ready = read(session, here)
        elif here.step == 3:
            ready = change(session, here)
        else:
            finish(session, here)
            ready = False
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")
        ready = False

    if here.step > 1:
        with st.container(horizontal=True):
            if st.button("Back", icon=":material/arrow_back:"):
                here.go(here.step - 1)
                st.rerun()
            if here.step < len(STEPS) and st.button(
                f"Next: {STEPS[here.step].lower()}", type="primary", disabled=not ready
            ):
                if here.step == 2 and not comes_back(here):
                    keep_answers(session, here)
                here.go(here.step + 1)
                st.rerun()


session = current()
with taking_turns():
    show(session)
answer_ahead(session)
