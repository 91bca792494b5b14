"""Commentary on the pages of an item and a report: the position that holds, every version, the form to write one."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from jasc_data.answers.commentary.answer import Commentary, Version
from jasc_data.answers.commentary.search import Told
from jasc_data.answers.commentary.tables import versions_table
from jasc_data.answers.commentary.text import position_words
from jasc_data.domain.access import Action
from jasc_data.domain.vocabulary import Audience
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import take_back_commentary, write_commentary
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.drafts import draft_of, folded_for
from pages._shared.invented import may_write
from pages._shared.panels import folded
from pages._shared.register_table import show_item_text, show_versions
from pages._shared.session import Session
from pages._shared.writing import kept
from pages._shared.written_answers import commentary_to

_AUDIENCES = {"The committee": Audience.COMMITTEE, "The desk only": Audience.DESK}


@dataclass(frozen=True)
class About:
    """What a commentary is about: an item (key and id) or a report (number), and its name."""

    name: str
    item_key: str | None = None
    item_id: int | None = None
    report_id: int | None = None

    @property
    def key(self) -> str:
        """Its own on a page."""
        return f"item-{self.item_id}" if self.item_id is not None else f"report-{self.report_id}"

    def versions(self, commentary: Commentary) -> tuple[Version, ...]:
        """What was ever written about it."""
        return commentary.of(self.item_key if self.item_key is not None else self.report_id or 0)


def show_commentary(session: Session, about: About) -> None:
    """The positions that hold, what is for the desk behind a fold: a page can be on a shared screen."""
    commentary = commentary_to(session.grounds, session.until)
    versions = about.versions(commentary)
    st.header("Current position", anchor=False)
    for audience in Audience:
        found = next((one for one in versions if one.audience is audience and commentary.is_current(one)), None)
        if audience is Audience.COMMITTEE:
            _show_position(found, f"Nothing is written for the committee, up to {long_date(commentary.until)}.")
        elif found:
            part = folded("For the desk only", f"desk-{about.key}")
            if part.open:
                with part:
                    _show_position(found, "")
    _show_versions(session, about, commentary, versions)


def _show_position(version: Version | None, without: str) -> None:
    if version is None:
        st.markdown(plain(without))
        return
    show_item_text(version.text)
    st.markdown(plain(f"{position_words(version)}."))


def _show_versions(session: Session, about: About, commentary: Commentary, versions: tuple[Version, ...]) -> None:
    part = folded_for("Write a position, and every version", f"commentary-{about.key}")
    if not part.open:
        return
    with part:
        if may_write(session, Action.WRITE_COMMENTARY, about.item_id):
            _offer_writing(session, about)
            _offer_taking_back(session, versions)
        if versions:
            told = [Told(version, about.name, about.report_id, about.item_id) for version in versions]
            show_versions(session, versions_table(commentary, told, "Every version, those for the desk included"))


def _offer_writing(session: Session, about: About) -> None:
    """The boxes of a new version, empty until something is typed."""
    draft, today = draft_of(f"position-{about.key}", f"commentary-{about.key}"), session.today
    with draft.boxes():
        text = draft.asked(st.text_area, "Current position", "text", height=160)
        whom, when = st.columns(2)
        audience = draft.asked(whom.radio, "For whom", "audience", options=list(_AUDIENCES), horizontal=True)
        dated = draft.asked(when.date_input, "Position of", "dated", value=today, max_value=today, format="DD/MM/YYYY")
        if st.button("Keep this version", key=draft.key("keep")):
            new = NewCommentary(
                session.home,
                _AUDIENCES[audience or "The committee"],
                dated if isinstance(dated, date) else session.today,
                text or "",
                about.report_id,
                about.item_id,
            )
            kept(lambda: write_commentary(session.store, new, session.actor), draft)


def _offer_taking_back(session: Session, versions: tuple[Version, ...]) -> None:
    standing = {
        f"{position_words(version)} ({version.version_id})": version for version in versions if not version.gone_at
    }
    if not standing:
        return
    with st.form("take-back-commentary"):
        chosen = st.selectbox("A version to take back", list(standing), index=None, placeholder="Choose a version")
        if st.form_submit_button("Take back"):
            if chosen is None:
                st.markdown("Choose a version first.")
            else:
                kept(lambda: take_back_commentary(session.store, standing[chosen].version_id, session.actor))
