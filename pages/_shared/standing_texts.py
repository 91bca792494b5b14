"""The texts that every paper carries, on the page Paper: what is in force and whose, a form, and every version."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from jasc_data.answers.standing_texts.answer import StandingTexts, standing_texts
from jasc_data.answers.standing_texts.tables import text_versions_table
from jasc_data.answers.standing_texts.text import whose_words
from jasc_data.documents.paper import PARTS
from jasc_data.documents.paper.standing import STANDING, own_text, paragraphs, text_in_force
from jasc_data.domain.access import Action
from jasc_data.editorial.paper_actions import restore_own_text, write_standing_text
from jasc_data.wording.markdown_text import plain
from pages._shared.invented import may_write
from pages._shared.panels import folded, show_lines, show_table
from pages._shared.session import Session
from pages._shared.writing import kept

_RESTS_ON = "standing-texts-rest-on"


def show_standing_texts(session: Session) -> None:
    """Each text in force with who wrote it, and where figures are real, a form for another."""
    part = folded("Texts that every paper carries", "standing")
    if not part.open:
        return
    with part:
        texts = standing_texts(session.snapshot)
        writing = may_write(session, Action.WRITE_STANDING_TEXTS)
        for text_key in STANDING:
            _show_text(session, texts, text_key, writing=writing)


def _show_text(session: Session, texts: StandingTexts, text_key: str, *, writing: bool) -> None:
    heading = PARTS[text_key].heading
    st.subheader(plain(heading), anchor=False)
    show_lines([whose_words(texts, text_key)])
    if writing:
        _offer_writing(session, texts, text_key)
    else:
        show_lines(paragraphs(text_in_force(texts, text_key)))
    if texts.of(text_key):
        show_table(text_versions_table(texts, text_key, f"Every version of the text of {heading}"))
        if texts.in_force(text_key):
            st.markdown("**The product’s own text:**")
            show_lines(paragraphs(own_text(text_key)))


def _offer_writing(session: Session, texts: StandingTexts, text_key: str) -> None:
    """The form, filled in with the text that was in force when it was drawn first: what is typed since is not lost."""
    latest = texts.latest(text_key)
    now = latest.version_id if latest else 0
    begun: dict[str, int] = st.session_state.setdefault(_RESTS_ON, {})
    rests_on = begun.setdefault(text_key, now)
    if rests_on != now and st.button("Begin again with the text in force", key=f"again-{text_key}"):
        begun[text_key] = rests_on = now
    with st.form(f"standing-{text_key}-{rests_on}"):
        text = st.text_area(
            "The text, each line a paragraph; it is kept and shown as text, whatever is in it",
            value=text_in_force(texts, text_key),
            height=260,
            key=f"text-of-{text_key}-{rests_on}",
        )
        keeping, returning = st.columns([1, 3])
        act = None
        if keeping.form_submit_button("Keep this text"):
            act = partial(write_standing_text, session.store, text_key, text or "", session.actor, base=rests_on)
        if texts.in_force(text_key) and returning.form_submit_button("Go back to the product’s own text"):
            act = partial(restore_own_text, session.store, text_key, session.actor, base=rests_on)
    if act:
        kept(partial(_acted, act, begun, text_key))


def _acted(act: Callable[[], None], begun: dict[str, int], text_key: str) -> None:
    """Does it; where it is not refused, the form begins again with what is in force then.

    Without a word to the session, which would end a run whose button was pressed again meanwhile: the form would still
    rest on the text before, and refuse what was kept.
    """
    act()
    del begun[text_key]
