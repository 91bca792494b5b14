"""What reaches behind Streamlit's public face stands in one module, and a release that changes it is noticed here."""

import inspect
import tomllib
from pathlib import Path

import uvicorn
from streamlit import logger
from streamlit.components.v2 import component_manager
from streamlit.runtime import (
    Runtime,
    app_session,
    forward_msg_cache,
    forward_msg_queue,
    pages_manager,
    websocket_session_manager,
)
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.state import session_state
from streamlit.web.server.starlette import starlette_gzip_middleware, starlette_server

PROJECT = Path(__file__).parents[2]


BEHIND = ["page_files.py", "streamlit_insides.py"]  # the one takes the place of Streamlit's own manager of files


def test_only_one_module_reaches_behind() -> None:
    reaching = [
        path.name
        for path in (PROJECT / "app.py", *(PROJECT / "pages").rglob("*.py"), *(PROJECT / "jasc_data").rglob("*.py"))
        if "streamlit.runtime" in path.read_text(encoding="utf-8")
    ]
    assert sorted(reaching) == BEHIND


def test_streamlit_still_decides_by_the_folder_and_still_may_be_told() -> None:
    """When this fails, see whether a release has a public way: then the module can go."""
    decides = inspect.getsource(pages_manager.PagesManager)
    assert "uses_pages_directory: bool | None = None" in decides
    assert '"pages"' in decides
    assert "PagesManager.uses_pages_directory" in inspect.getsource(script_runner)


def test_streamlit_still_keeps_files_and_sessions_where_ours_take_their_place() -> None:
    assert "MediaFileManager(storage=config.media_file_storage)" in inspect.getsource(Runtime.__init__)
    run = inspect.getsource(script_runner)
    assert "media_file_mgr.clear_session_refs()" in run  # without a session: the page runs again
    assert "media_file_mgr.remove_orphaned_files()" in run
    assert {"_drop_deferred_id", "_get_inactive_file_ids", "_remove_orphaned_deferred_callables"} <= set(
        vars(MediaFileManager)
    )
    connect = inspect.signature(websocket_session_manager.WebsocketSessionManager.connect_session)
    assert list(connect.parameters)[:2] == ["self", "client"]
    assert "existing_session_id" in connect.parameters
    assert "existing_session_id=existing_session_id" in inspect.getsource(Runtime.connect_session)


def test_streamlit_still_takes_back_its_answers_with_what_it_drew() -> None:
    clear = inspect.signature(forward_msg_queue.ForwardMsgQueue.clear)
    assert list(clear.parameters)[:2] == ["self", "retain_lifecycle_msgs"]
    assert "backend_operation_response" not in inspect.getsource(forward_msg_queue.ForwardMsgQueue.clear)
    begins = inspect.getsource(app_session.AppSession._clear_queue)
    assert "self._browser_queue.clear" in begins
    assert "retain_lifecycle_msgs=True" in begins


def test_streamlit_still_keeps_what_it_knows_of_widgets_that_are_gone() -> None:
    remove = inspect.getsource(session_state.SessionState._remove_stale_widgets)
    assert "_is_stale_widget(" in remove
    assert "del self._new_widget_state.widget_metadata" not in remove
    stale = inspect.signature(session_state._is_stale_widget)
    assert list(stale.parameters) == ["metadata", "active_widget_ids", "fragment_ids_this_run"]


def test_the_server_still_reads_its_headers_when_it_starts_and_still_may_be_told() -> None:
    assert "self.config.encoded_headers" in inspect.getsource(uvicorn.Server.on_tick)
    assert "self.loaded_app = ProxyHeadersMiddleware(self.loaded_app" in inspect.getsource(uvicorn.Config.load)
    assert "config.loaded" in inspect.getsource(uvicorn.Server)


def test_the_server_still_repeats_the_signal_it_ended_by_and_streamlit_gives_each_logger_a_handler() -> None:
    assert "reversed(self._captured_signals)" in inspect.getsource(uvicorn.Server.capture_signals)
    assert "self.config.timeout_graceful_shutdown" in inspect.getsource(uvicorn.Server.shutdown)
    given = inspect.getsource(logger.get_logger)
    assert given.index("propagate = False") < given.index("setup_formatter(logger)")
    assert isinstance(logger._loggers, dict)


def test_streamlit_still_looks_through_all_of_memory_after_each_page_unless_it_is_told_otherwise() -> None:
    """The option stands in no list of Streamlit's: a release that renames it makes each page cost six times as much."""
    told = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["postScriptGC"] is False
    asked = inspect.getsource(script_runner)
    assert asked.count("gc.collect(") == 1
    assert asked.index('get_option("runner.postScriptGC")') < asked.index("gc.collect(")


def test_streamlit_still_keeps_what_it_sent_and_sends_a_sign_for_it() -> None:
    """A release that renames the options sends a page's charts and tables again at each click."""
    told = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["global"]
    asked = inspect.getsource(forward_msg_cache) + inspect.getsource(app_session)
    for name in ("minCachedMessageSize", "maxCachedMessageAge"):
        assert told[name] > 0
        assert f'get_option("global.{name}")' in asked


def test_streamlit_still_searches_packages_and_still_holds_messages_back() -> None:
    """When this fails, see whether what we do about it is still needed."""
    assert "discover_and_register_components()" in inspect.getsource(Runtime.__init__)
    assert "scan_component_manifests()" in inspect.getsource(component_manager)
    binds = inspect.getsource(starlette_server._bind_socket)
    assert "socket.socket(family=family)" in binds  # of which asyncio does not know that it is TCP's
    assert "TCP_NODELAY" not in inspect.getsource(starlette_server)


def test_streamlit_still_sends_its_files_as_they_are() -> None:
    bypasses = starlette_gzip_middleware._should_bypass_gzip
    assert bypasses("/static/js/index.js")
