"""The meeting view: every view of a presentation full screen, one at a time, none of Streamlit around it."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from jasc_data.drawing.chart import INVENTED
from jasc_data.drawing.slide_html import notes_html, slides_html
from jasc_data.drawing.slide_html.slides import Shown
from jasc_data.wording.numbers import long_date
from pages._shared.presentation_address import Presentation
from pages._shared.presentation_choices import afresh
from pages._shared.presented import slides_of
from pages._shared.session import Session

_HERE = Path(__file__).parent
_STYLE, _SCRIPT = _HERE / "meeting_view.css", (_HERE / "meeting_view.js").read_text(encoding="utf-8")
_LOOKED_FOR = 10  # seconds between two looks for something newer
_ROOM = Markup(
    '<div class="jasc-present{}" data-first="{}" data-back="{}">{}<nav aria-label="Views">'
    '<button type="button" class="seldom" data-go="whole">Whole screen</button>'
    '<a class="seldom" href="{}" target="jasc-notes">Speaker’s page</a><a class="seldom" href="{}">Leave</a>'
    '<button type="button" data-go="previous" aria-label="Previous view">‹</button>'
    '<button type="button" data-go="next" aria-label="Next view">›</button></nav></div>'
)
_NEWER = Markup(
    '<aside class="jasc-newer" role="status">Newer figures are held than those shown. '
    '<a href="{}">Start afresh</a></aside>'
)
_NOT_KNOWN = (
    '<aside class="jasc-newer" role="status">Whether newer figures are held elsewhere is not known now.</aside>'
)


def show_presentation(session: Session, presentation: Presentation) -> None:
    """The views, or the speaker's page; a sentence where what the address is pinned to is not held any more."""
    held = {entry.as_of for entry in session.dates}
    if presentation.invented != session.demonstration or presentation.as_of not in held:
        st.title("This presentation cannot be shown any more", anchor=False)
        st.markdown("What it was made of is not held any more. Begin a new one on the page Present.")
        return
    session.as_of = presentation.as_of
    slides = slides_of(session, presentation)
    marks = (INVENTED if session.demonstration else "", session.settings.marking)
    shown = Shown(f"As of {long_date(presentation.as_of)}", tuple(mark for mark in marks if mark))
    told = notes_html(slides) if presentation.notes else slides_html(slides, shown)
    kind = " notes" if presentation.notes else ""
    back = presentation.way_back(session.latest)
    st.html(_STYLE)
    st.html(
        _ROOM.format(
            kind,
            presentation.first,
            back,
            told,
            presentation.speakers_page.address,
            back,
        )
    )
    st.html(f"<script>{_SCRIPT}</script>", unsafe_allow_javascript=True)
    _look_for_newer(session, presentation)


@st.fragment(run_every=_LOOKED_FOR)
def _look_for_newer(session: Session, presentation: Presentation) -> None:
    """Says when something was committed, withdrawn or restored since, or nobody can know; the figures hold still."""
    fresh = afresh(session, presentation)
    if session.store.log.notice:
        st.html(_NOT_KNOWN)
    elif (fresh.entry, fresh.invented) != (presentation.entry, presentation.invented):
        st.html(_NEWER.format(fresh.address))
