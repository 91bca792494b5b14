"""Present: choose the views of a meeting, or show them full screen, as they were known when it began."""

from pages._shared.meeting_view import show_presentation
from pages._shared.presentation_address import presentation_asked_for
from pages._shared.presentation_choices import choose_presentation
from pages._shared.session import current

session = current()
presentation = presentation_asked_for()
if presentation is None:
    choose_presentation(session)
else:
    show_presentation(session, presentation)
