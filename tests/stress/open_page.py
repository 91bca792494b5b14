"""A page of the dashboard over its real protocol, as light as can be: what a browser sends, and what it is answered."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

_KEPT_FOR = 2  # runs that a browser keeps a large message for, and need not be sent it again
_VALUE_OF = {bool: "bool_value", str: "string_value"}


class Refused(Exception):
    """The page said that something went wrong, or did not say what was waited for."""


@dataclass
class Shown:
    """What one run of a page sent: its messages, those of them that a browser had kept included."""

    messages: list[ForwardMsg] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, to look for words and figures in."""
        return b"\n".join(message.SerializeToString() for message in self.messages).decode("utf-8", "replace")

    def elements(self) -> Iterator[object]:
        """Every element, whatever it is."""
        for message in self.messages:
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                yield getattr(element, str(element.WhichOneof("type")))

    def labelled(self, kind: str, label: str) -> list[str]:
        """The ids of the widgets of a kind (Button, Checkbox) whose labels begin so."""
        return [
            element.id  # type: ignore[attr-defined]
            for element in self.elements()
            if type(element).__name__ == kind and element.label.startswith(label)  # type: ignore[attr-defined]
        ]


class OpenPage:
    """A browser's one connection, on whichever page it is. Not for two tasks at once."""

    def __init__(self, connection: ClientConnection, url: str, cookies: dict[str, str]):
        self._connection, self._url, self._cookies = connection, url, cookies
        self._at, self._choices, self._session = "", "", ""
        self._values: dict[str, object] = {}  # of the widgets that were touched, as each run is told them
        self._kept: dict[str, tuple[int, ForwardMsg]] = {}
        self._runs = 0

    @classmethod
    async def opened(cls, url: str) -> Self:
        """A browser that has just fetched the first page, with cookies of its own."""
        cookies = await asyncio.to_thread(lambda: {**_cookies(url), **_cookies(f"{url}/_stcore/health")})
        told = "; ".join(f"{name}={value}" for name, value in cookies.items())
        connection = await connect(
            f"ws://{urlsplit(url).netloc}/_stcore/stream",
            additional_headers={"Cookie": told, "Origin": url},
            subprotocols=["streamlit", cookies["_streamlit_xsrf"]],  # type: ignore[list-item]
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        return cls(connection, url, cookies)

    async def close(self) -> None:
        """The tab is closed."""
        await self._connection.close()

    async def go(self, at: str, choices: str = "") -> Shown:
        """To that address; what the page shows there."""
        self._at, self._choices = at, choices
        self._values.clear()
        return await self._run()

    async def set(self, widgets: list[str], value: object) -> Shown:
        """Gives these widgets a value, one after the other as a person does; what the page shows then."""
        shown = Shown()
        for widget in widgets:
            self._values[widget] = value
            shown = await self._run()
        return shown

    async def press(self, shown: Shown, label: str) -> Shown:
        """Presses the button of which the label begins so. Raises Refused where there is none."""
        buttons = shown.labelled("Button", label)
        if not buttons:
            raise Refused(f"No button {label!r} on {self._at}")
        return await self._run(pressed=buttons[0])

    async def give_file(self, widget: str, name: str, content: bytes) -> Shown:
        """Puts a file into that widget."""
        ask = BackMsg()
        ask.file_urls_request.request_id, ask.file_urls_request.session_id = "file", self._session
        ask.file_urls_request.file_names.append(name)
        await self._connection.send(ask.SerializeToString())
        while (said := await self._heard()).WhichOneof("type") != "file_urls_response":
            pass
        (place,) = said.file_urls_response.file_urls
        await asyncio.to_thread(_put, f"{self._url}{place.upload_url}", name, content, self._cookies)
        self._values[widget] = (place, name, len(content))
        return await self._run()

    async def _run(self, pressed: str = "") -> Shown:
        ask, self._runs = BackMsg(), self._runs + 1
        state = ask.rerun_script
        state.page_name, state.query_string = self._at, self._choices
        self._kept = {key: kept for key, kept in self._kept.items() if kept[0] >= self._runs - _KEPT_FOR}
        state.cached_message_hashes.extend(self._kept)
        for widget, value in self._values.items():
            told = state.widget_states.widgets.add(id=widget)
            if isinstance(value, tuple):
                place, name, size = value
                file = told.file_uploader_state_value.uploaded_file_info.add(
                    file_id=place.file_id, name=name, size=size
                )
                file.file_urls.CopyFrom(place)
            else:
                setattr(told, _VALUE_OF[type(value)], value)
        if pressed:
            state.widget_states.widgets.add(id=pressed, trigger_value=True)
        await self._connection.send(ask.SerializeToString())
        return await self._shown()

    async def _shown(self) -> Shown:
        """What is sent until the run ends; a run that was ended by another one of its own is followed by that."""
        shown = Shown()
        while True:
            said = await self._heard()
            kind = said.WhichOneof("type")
            if kind == "new_session":
                self._session = said.new_session.initialize.session_id
                shown = Shown()
            elif kind == "ref_hash":
                shown.messages.append(self._kept[said.ref_hash][1])
                self._kept[said.ref_hash] = (self._runs, self._kept[said.ref_hash][1])
            elif kind == "script_finished":
                if said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return shown
            else:
                shown.messages.append(said)
                if said.metadata.cacheable:
                    self._kept[said.hash] = (self._runs, said)

    async def _heard(self) -> ForwardMsg:
        said = ForwardMsg()
        said.ParseFromString(await self._connection.recv(decode=False))
        return said


def _cookies(address: str) -> dict[str, str]:
    with urlopen(address, timeout=60) as answer:
        told = answer.headers.get_all("set-cookie") or []
    return dict(pair.split(";")[0].split("=", 1) for pair in told)


def _put(address: str, name: str, content: bytes, cookies: dict[str, str]) -> None:
    boundary = "a-file"
    head = f"--{boundary}\r\nContent-Disposition: form-data; name={json.dumps(name)}; filename={json.dumps(name)}\r\n"
    body = f"{head}Content-Type: text/csv\r\n\r\n".encode() + content + f"\r\n--{boundary}--\r\n".encode()
    headers = {
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Cookie": "; ".join(f"{key}={value}" for key, value in cookies.items()),
        "X-Xsrftoken": cookies["_streamlit_xsrf"],
    }
    urlopen(Request(address, data=body, headers=headers, method="PUT"), timeout=60).close()
