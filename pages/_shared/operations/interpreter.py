"""How Python runs the server for many at once: what it looks through for garbage, and how its threads take turns.

Measured (docs/decisions.md): to look through all of memory after each page, as Streamlit does unless it is told
otherwise (``runner.postScriptGC``), took four fifths of a page's processor time and stopped every other page meanwhile.
"""

import gc
import sys

_TURN = 0.001  # seconds; of Python's own 0.005 a page that is drawn loses one to each of its hundred messages


def take_turns_often() -> None:
    """A thread that computes gives way to the one that sends pages after a thousandth of a second."""
    sys.setswitchinterval(_TURN)


def set_aside_what_stays() -> None:
    """Modules and what they made stay as long as the process: Python no longer looks through them for garbage."""
    gc.collect()
    gc.freeze()


def take_back_what_was_set_aside() -> None:
    """When the process ends: what is still set aside then is never let go of, which DuckDB's library tells as leaks."""
    gc.unfreeze()
