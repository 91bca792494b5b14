"""What a page that AppTest has run shows: its words, its pictures, and what of them is read as more than words."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

PROJECT = Path(__file__).parents[2]
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$:&])")
TAG = re.compile(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", re.DOTALL)
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
READ_AS_MORE = re.compile(r"(?<!\\)<(img|b)|(?<!\\)\*\*bold|\]\(//|(?<!\\)\$x\$|(?<!\\):red|(?<!\\)`c`")
MADE_A_LINK = re.compile(r"https?://\w|\bwww\.\w|\w@\w+\.\w|:material/\w")  # the browser does, escaped or not
DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")
MARKDOWN = ("title", "header", "subheader", "markdown", "caption", "error", "warning", "info", "success")


def visited(page: str, **choices: str | list[str]) -> AppTest:
    """The app after a visit to that page with these choices in its address, proved to show nothing that went wrong."""
    app = about_to_open()
    for key, value in choices.items():
        app.query_params[key] = value
    app.switch_page(page).run()
    assert not app.exception
    assert "Something went wrong" not in said(app)
    return app


@cache
def _addresses() -> Any:
    return AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()._registered_pages


def about_to_open() -> AppTest:
    """The app, of which a page can be the first that is opened, as by a link: the pages' addresses, which AppTest else
    learns by opening another, are asked once for all tests."""
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    app._registered_pages = _addresses()
    return app


def unfolded(app: AppTest, key: str) -> AppTest:
    """The page with one of its folded parts open; what is not opened is not made."""
    assert any(part.proto.id.endswith(f"-folded-{key}") for part in app.expander), f"no part {key} is folded"
    app.session_state[f"folded-{key}"] = True
    return app.run()


def pressed_twice(act: Callable[..., Any]) -> Callable[..., Any]:
    """What a button does, pressed once more while it is done: the run ends at its next word to the browser or the
    session, wherever that is, and another begins."""
    pressed: list[bool] = []

    def acted(*given: Any, **named: Any) -> Any:
        done = act(*given, **named)
        run = get_script_run_ctx()
        assert run
        assert run.script_requests
        if not pressed:
            pressed.append(True)
            held = WidgetStates(widgets=run.session_state.get_widget_states())
            again = RerunData(run.query_string, held, page_script_hash=run.page_script_hash)
            assert run.script_requests.request_rerun(again)
        return done

    return acted


def rendered(app: AppTest, *without: str) -> list[str]:
    """Every text that Streamlit reads as Markdown, as it is given; ``without`` some kinds of it."""
    texts = [str(shown.value) for kind in MARKDOWN if kind not in without for shown in app.get(kind)]
    texts += [str(label) for table in app.table for label in (*table.value.columns, *table.value.index)]
    texts += [str(cell) for table in app.table for column in table.value for cell in table.value[column]]
    return texts + [expander.label for expander in app.expander] + [metric.label for metric in app.metric]


def written(app: AppTest) -> list[str]:
    """Every piece of HTML on the page."""
    return [shown.proto.body for shown in app.get("html")]


def said(app: AppTest, *without: str) -> str:
    """Every word on the page, as a reader sees it, the text to copy included; ``without`` some kinds of it."""
    shown = [ESCAPED.sub(r"\1", text.replace("**", "")) for text in rendered(app, *without)]
    shown += [unescape(TAG.sub(" ", body)) for body in written(app)]
    shown += [str(metric.value) for metric in app.metric] + [str(code.value) for code in app.code]
    return INVISIBLE.sub("", " ".join(" ".join(shown).split()))


def with_copied(app: AppTest) -> AppTest:
    """The page with its texts to copy, which are made when they are opened."""
    keys = [part.proto.id for part in app.expander if "-folded-copied-" in part.proto.id]
    closed = [
        key for key in (f"folded-{found.rpartition('-folded-')[2]}" for found in keys) if not app.session_state[key]
    ]
    for key in closed:
        app.session_state[key] = True
    return app.run() if closed else app


def undated(app: AppTest) -> list[str]:
    """The lines of the text to copy that name no day; a link to copy is none of them."""
    app = with_copied(app)
    texts = [str(code.value) for code in app.code if "?" not in str(code.value).split(" ", 1)[0]]
    return [line for text in texts for line in text.splitlines() if not DAY.search(line)]


def move(app: AppTest, label: str, which: str, place: str) -> None:
    """Moves one of what is chosen to the place of another: first the one is taken, then its place."""
    moving = next(box for box in app.selectbox if box.label == label)
    key = moving.key
    moving.select(which).run()
    app.selectbox(key=f"{(key or '').removesuffix('moving')}place").select(place).run()
    assert not app.exception


def title(app: AppTest) -> str:
    """The page's message."""
    (only,) = app.title
    return ESCAPED.sub(r"\1", str(only.value))


def pictures(app: AppTest) -> list[tuple[str, str]]:
    """The accessible name of every picture, and what it is made of."""
    return [(chart.proto.alt, chart.proto.spec) for chart in app.get("plotly_chart")]


def bound(block: Block) -> set[str]:
    """The parameters of the address that the widgets of a page read."""
    inside = [bound(child) for child in block.children.values() if isinstance(child, Block)]
    keys = {
        getattr(child.proto, "query_param_key", "") for child in block.children.values() if not isinstance(child, Block)
    }
    return keys.union(*inside) - {""}
