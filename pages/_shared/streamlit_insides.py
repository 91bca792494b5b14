"""The one place that reaches behind Streamlit's public face, and why; tests notice when a release changes it.

Streamlit takes a folder named pages/ for an older kind of app until the first visit has called ``st.navigation``, and
greets that visit, when it is to a page's address, with "Page not found". No setting says otherwise: it decides by the
folder's existence alone. The folder's name is fixed for this project, so it is told once, before the first visit.

The rest is about who may have what (pages/_shared/surface): Streamlit has no word for the browser that a session, a
file or a command is of, and its server tells its name to everybody and believes any proxy of this machine. Nor has it
one for how the process logs and ends (pages/_shared/operations).
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from socket import AF_INET, AF_INET6, IPPROTO_TCP, TCP_NODELAY, socket
from typing import Any

import streamlit
import uvicorn
from streamlit import logger as streamlit_logger
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime, runtime
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.session_manager import SessionClient
from streamlit.runtime.state import session_state
from streamlit.runtime.state.session_state import SessionState
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from pages._shared.surface.page_files import PageFiles

_ANSWERS = frozenset({"backend_operation_response", "file_urls_response"})  # each to a question that is asked once
_LET_GO_AFTER = 10  # seconds in which a connection may finish when the server ends
_visitor_of: dict[str, str | None] = {}  # by the session's id


def is_a_visit() -> bool:
    """True when a visit runs the script, False when the server imports it before any visit."""
    return get_script_run_ctx(suppress_warning=True) is not None


def led_by_history() -> bool:
    """True when the browser's way back, or forth, led to what is asked for now."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def take_pages_from_navigation() -> None:
    """Tells Streamlit that the pages are those of ``st.navigation``, whatever the folder is called."""
    PagesManager.uses_pages_directory = False


def files_to_draw_with() -> Path:
    """The folder of what Streamlit sends to a browser: its first page, and below static/ what draws every page."""
    return Path(streamlit.__file__).parent / "static"


def first_page_html() -> str:
    """The page that a browser fetches first, as Streamlit has it."""
    return (files_to_draw_with() / "index.html").read_text(encoding="utf-8")


def command_in(message: bytes) -> str | None:
    """What a browser's message asks for; None for no message of Streamlit's, which Streamlit itself refuses."""
    said = BackMsg()
    try:
        said.ParseFromString(message)
    except Exception:  # of a library that is Streamlit's own
        return None
    kind = said.WhichOneof("type")
    return said.backend_operation_request.WhichOneof("payload") or "" if kind == "backend_operation_request" else kind


def keep_to_visitors(cookie: str) -> None:
    """Files and sessions are a browser's own, known by that cookie. To be called once, before the server starts."""
    vars(runtime)["MediaFileManager"] = partial(PageFiles, whose=_visitor_of.get)
    _keep_sessions_to_visitors(cookie)
    _keep_the_server_quiet()


def log_through_the_root() -> None:
    """Streamlit gives its loggers, its server's too, a handler each; from now on they write as the root logger does.

    But for the server's log of each request, which stays off: addresses hold what people search for.
    """

    def as_the_root(logger: logging.Logger) -> None:
        logger.handlers.clear()
        logger.propagate = logger.name != "uvicorn.access"

    vars(streamlit_logger)["setup_formatter"] = as_the_root  # of those that are yet to come
    for known in (*streamlit_logger._loggers.values(), logging.getLogger("uvicorn")):
        as_the_root(known)


def lose_no_answer() -> None:
    """A page that runs again takes back what it drew and nobody has been sent, and Streamlit takes back with it what it
    answered: that a file is made, or where one may be put. Whoever pressed the button would wait for ever.

    To be called once, before the server starts.
    """
    clear = ForwardMsgQueue.clear

    def cleared(self: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, *more: Any, **named: Any) -> None:
        answers = [message for message in self._queue if message.WhichOneof("type") in _ANSWERS]
        clear(self, retain_lifecycle_msgs, *more, **named)
        if retain_lifecycle_msgs:  # otherwise all of it was sent
            kept = {id(message) for message in self._queue}
            self._queue += [answer for answer in answers if id(answer) not in kept]

    ForwardMsgQueue.clear = cleared  # type: ignore[method-assign]


def forget_widgets_that_are_gone() -> None:
    """Streamlit keeps what it knows of each widget that a page ever showed, with all its choices, for as long as the
    page is open: each export adds a date to choose, and so each makes new widgets of the old ones.

    To be called once, before the server starts.
    """
    remove = SessionState._remove_stale_widgets

    def removed(self: SessionState, active_widget_ids: frozenset[str]) -> None:
        remove(self, active_widget_ids)
        context = get_script_run_ctx()
        known, parts = self._new_widget_state.widget_metadata, context.fragment_ids_this_run if context else None
        for gone in [one.id for one in known.values() if session_state._is_stale_widget(one, active_widget_ids, parts)]:
            del known[gone]

    SessionState._remove_stale_widgets = removed  # type: ignore[method-assign]


def look_for_no_components() -> None:
    """No page has a component of another package's, which Streamlit looks for in each that is installed: for a tenth of
    a second of every start, before the server answers.

    To be called once, before the server starts.
    """

    def none(self: BidiComponentManager, *, start_file_watching: bool = True) -> None:
        """None is there."""

    BidiComponentManager.discover_and_register_components = none  # type: ignore[method-assign]


def begin_with_the_server(begin: Callable[[], object]) -> None:
    """Has that begun as soon as a server starts, which then takes a while to make itself ready: it must not take long.

    Not when the script is imported, which others do as well.
    """
    startup = uvicorn.Server.startup

    async def begun(self: uvicorn.Server, sockets: list[socket] | None = None) -> None:
        begin()
        await startup(self, sockets)

    uvicorn.Server.startup = begun  # type: ignore[method-assign]


def send_at_once() -> None:
    """Streamlit's sockets keep a small message back until the browser's machine has confirmed the one before, which it
    does after some 40 thousandths of a second, and on Windows after as many as 200: a page is many small messages.

    To be called once, before the server starts.
    """
    startup = uvicorn.Server.startup

    async def undelayed(self: uvicorn.Server, sockets: list[socket] | None = None) -> None:
        for listening in sockets or []:
            if listening.family in (AF_INET, AF_INET6):
                listening.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # every connection to it is made like it
        await startup(self, sockets)

    uvicorn.Server.startup = undelayed  # type: ignore[method-assign]


def sessions_now() -> int:
    """How many pages are open now, in all browsers."""
    return sum(Runtime.instance().is_active_session(session_id) for session_id in list(_visitor_of))


def end_quietly() -> None:
    """A server that was told to end has done so when it has: not by the same signal once more, which says "Aborted!".

    Connections have a while to finish. To be called once, before the server starts.
    """
    shutdown = uvicorn.Server.shutdown

    async def ended(self: uvicorn.Server, sockets: list[socket] | None = None) -> None:
        self.config.timeout_graceful_shutdown = _LET_GO_AFTER
        await shutdown(self, sockets)
        self._captured_signals.clear()

    uvicorn.Server.shutdown = ended  # type: ignore[method-assign]


def sessions_of(visitor: str) -> frozenset[str]:
    """The sessions of that browser that are connected."""
    sessions = Runtime.instance()
    return frozenset(one for one, whose in _visitor_of.items() if whose == visitor and sessions.is_active_session(one))


def has_file(sessions: frozenset[str], file_id: str) -> bool:
    """Whether one of these sessions offers that file."""
    files = Runtime.instance().media_file_mgr
    return isinstance(files, PageFiles) and files.offers(sessions, file_id)


def bytes_uploaded(visitor: str | None) -> int:
    """How much lies in the upload widgets of that browser, or of all; of pages that lost their connection as well."""
    held = Runtime.instance().uploaded_file_mgr
    stored = held.file_storage if isinstance(held, MemoryUploadedFileManager) else {}
    sessions = [session for session, whose in list(_visitor_of.items()) if visitor in (None, whose)]
    return sum(len(file.data) for session in sessions for file in list(stored.get(session, {}).values()))


def _keep_sessions_to_visitors(cookie: str) -> None:
    """A session that lost its connection is taken up again only by the browser that began it."""
    connect = WebsocketSessionManager.connect_session

    def connected(self: WebsocketSessionManager, client: SessionClient, **given: Any) -> str:
        visitor = dict(client.client_context.cookies).get(cookie) if client.client_context else None
        if _visitor_of.get(given.get("existing_session_id") or "", visitor) != visitor:
            given["existing_session_id"] = None
        session_id = connect(self, client, **given)
        for known in [known for known in _visitor_of if self.get_session_info(known) is None]:
            del _visitor_of[known]
        _visitor_of[session_id] = visitor
        return session_id

    WebsocketSessionManager.connect_session = connected  # type: ignore[method-assign, assignment]


def _keep_the_server_quiet() -> None:
    """The server neither tells its name nor takes a proxy's word, which is for ``Forwarded`` to judge."""
    startup = uvicorn.Server.startup

    async def quiet(self: uvicorn.Server, sockets: list[socket] | None = None) -> None:
        self.config.encoded_headers = [pair for pair in self.config.encoded_headers if pair[0] != b"server"]
        while isinstance(self.config.loaded_app, ProxyHeadersMiddleware):
            self.config.loaded_app = self.config.loaded_app.app
        await startup(self, sockets)

    uvicorn.Server.startup = quiet  # type: ignore[method-assign]
