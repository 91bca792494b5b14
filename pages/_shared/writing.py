"""What happens when a form of what people write is sent: it is kept and the page drawn anew, or it is said why not."""

from collections.abc import Callable

import streamlit as st

from jasc_data.domain.failures import UserFailure
from jasc_data.wording.markdown_text import plain
from pages._shared.drafts import Draft
from pages._shared.turns import writing_once


def kept(act: Callable[[], object], draft: Draft | None = None) -> None:
    """Does it; the page then begins again with what is held now, the draft as well. A refusal is said, and what was
    typed stays."""
    try:
        with writing_once():
            act()
            if draft:
                draft.begin()
    except UserFailure as failure:
        st.error(plain(failure), icon=":material/error:")
    else:
        st.rerun()
