"""What a browser may tell the dashboard over its websocket: to run a page, to take or make a file; no more.

Streamlit also obeys its developers: to forget what is kept for everybody, to install files beside the app.
"""

import logging

from pages._shared.streamlit_insides import command_in
from pages._shared.surface.asked import Scope
from pages._shared.surface.gate import App, Receive, Send

_PAGES_NEED = frozenset(
    {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "deferred_file", "dataframe_chunk"}
)


class Commands:
    """ASGI middleware: what no page needs is passed over, and told in the log."""

    def __init__(self, app: App):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on what a page may say."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def allowed() -> Scope:
            while True:
                message = await receive()
                said = command_in(message["bytes"]) if message.get("bytes") else None
                if said is None or said in _PAGES_NEED:
                    return message
                logging.getLogger("jasc").warning("Passed over a browser's command %.40r", said)

        await self._app(scope, allowed, send)
