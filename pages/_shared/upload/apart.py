"""Reading an uploaded file beside the server, with how long it takes and a way to stop it."""

from collections.abc import Callable
from typing import TypeVar, cast

import streamlit as st

from jasc_data.intake.readers import Readers, Reading

READERS = Readers()
_SOON = 0.5  # seconds in which nearly every file is read
Made = TypeVar("Made")


def read_apart(what: Callable[..., Made], *given: object, on_stop: Callable[[], None] | None = None) -> Made:
    """What that function of the intake makes of a file. Raises FileTooMuch when it takes too long or too much.

    on_stop: called when the uploader stops the reading; without it there is no button for that. Whoever leaves the page
    stops it too.
    """
    reading = READERS.read(what, *given)
    try:
        if not reading.wait(_SOON):
            _watched(reading, on_stop)
        return cast(Made, reading.result())
    finally:
        reading.stop()  # when Streamlit ends this run; a reading that is done is done


def made_apart(what: Callable[..., bytes | None], *given: object) -> bytes:
    """A file that is made of an uploaded one when a button is pressed; empty where there is none to be made."""
    made: bytes | None = READERS.read(what, *given).result()
    return made or b""


def _watched(reading: Reading, on_stop: Callable[[], None] | None) -> None:
    place = st.empty()
    limit = READERS.seconds_limit
    with place.container():
        bar = st.progress(0.0)
        if on_stop:
            st.button("Stop reading", key=f"stop-reading-{id(reading)}", on_click=on_stop)
    while not reading.wait(_SOON):
        told = f"Reading the file: {reading.seconds:.0f} seconds of at most {limit:g}. Other pages are not held up."
        bar.progress(min(reading.seconds / limit, 1.0), text=told if reading.seconds else "Waiting for another file.")
    place.empty()
