"""The layers of the surface, outermost first: what is true of every answer, who may ask, and what for."""

from pathlib import Path

from starlette.middleware import Middleware

from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.settings import Settings, read_settings
from pages._shared.navigation import GROUPS, OUT_OF_SIGHT, PRODUCT
from pages._shared.streamlit_insides import bytes_uploaded, files_to_draw_with, first_page_html, has_file, sessions_of
from pages._shared.surface.commands import Commands
from pages._shared.surface.first_page import FirstPage
from pages._shared.surface.forwarded import Forwarded
from pages._shared.surface.gate import Gate
from pages._shared.surface.headers import SecurityHeaders
from pages._shared.surface.icon import Icon
from pages._shared.surface.streamlit_files import StreamlitFiles
from pages._shared.surface.visitors import Visitors

_SHARED = Path(__file__).parents[1]
_SCRIPTS = ("frame.js", "meeting_view.js")


def layers(base: str = "") -> list[Middleware]:
    """What ``st.App`` puts before Streamlit. base: the path below which it is served."""
    settings = _settings()
    places = [*(place for group in GROUPS.values() for place in group), *OUT_OF_SIGHT]
    titles = {place.at: f"{place.title}, {PRODUCT}" for place in places}
    scripts = [(_SHARED / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    icon = (_SHARED / "icon.png").read_bytes()
    return [
        Middleware(Forwarded, trusted_proxies=settings.trusted_proxies),
        Middleware(SecurityHeaders, scripts=scripts),
        Middleware(Gate, hosts=settings.hosts),
        Middleware(Icon, picture=icon, base=base),
        Middleware(StreamlitFiles, folder=files_to_draw_with(), base=base),
        Middleware(FirstPage, html=first_page_html(), titles=titles, first=places[0].title.lower(), base=base),
        Middleware(Visitors, pages_of=sessions_of, has_file=has_file, uploaded=bytes_uploaded, base=base),
        Middleware(Commands),
    ]


def _settings() -> Settings:
    """Settings that are wrong are said on every page; until they are right the dashboard is this machine's own."""
    try:
        return read_settings()
    except SettingsWrong:
        return Settings()
