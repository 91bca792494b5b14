"""The texts that every paper carries, on the page Paper: what is in force and whose, a form, and every version."""

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
from pages._shared.drafts import draft_of, folded_for
from pages._shared.invented import may_write
from pages._shared.panels import show_lines, show_table
from pages._shared.session import Session
from pages._shared.writing import kept


def show_standing_texts(session: Session) -> None:
    """Each text in force with who wrote it, and where figures are real, a form for another."""
    part = folded_for("Texts that every paper carries", "standing")
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
    """The box, filled in with the text that was in force when it was begun: what is typed since is not lost."""
    latest = texts.latest(text_key)
    draft = draft_of(f"standing-{text_key}", "standing", latest.version_id if latest else 0)
    with draft.boxes("Begin again with the text in force"):
        label = "The text, each line a paragraph; it is kept and shown as text, whatever is in it"
        text = draft.asked(st.text_area, label, "text", value=text_in_force(texts, text_key), height=260)
        keeping, returning = st.columns([1, 3])
        rests_on, actor = draft.rests_on, session.actor
        if keeping.button("Keep this text", key=draft.key("keep")):
            kept(partial(write_standing_text, session.store, text_key, text or "", actor, base=rests_on), draft)
        if texts.in_force(text_key) and returning.button("Go back to the product’s own text", key=draft.key("return")):
            kept(partial(restore_own_text, session.store, text_key, actor, base=rests_on), draft)
