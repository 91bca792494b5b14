"""The palette: every pair of colours that meet can be told apart, and none is read as good or bad."""

import colorsys
import re
import tomllib
from pathlib import Path

import pytest

from jasc_data.drawing import theme
from jasc_data.drawing.plotly_charts.template import TEMPLATE
from jasc_data.drawing.roles import Role

PROJECT = Path(__file__).parents[2]
CONFIG = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
STYLE = re.sub(r"/\*.*?\*/", "", (PROJECT / "pages" / "_shared" / "style.css").read_text(encoding="utf-8"))
RULES = re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE)
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
TEXT, GRAPHICS = 4.5, 3.0
PALETTE = {
    name: value for name, value in vars(theme).items() if isinstance(value, str) and HEX.fullmatch(value) is not None
}


def looks(colour: str) -> str:
    """The colour's name in a traffic light, or blank."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.25 or not 0.15 < lightness < 0.9:
        return ""
    degrees = hue * 360
    return "red" if degrees < 20 or degrees > 345 else "amber" if degrees < 65 else "green" if degrees < 165 else ""


def test_contrast_is_wcags_own() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#FFFFFF", "#FFFFFF") == 1
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert theme.contrast("#12436D", "#909090") == theme.contrast("#909090", "#12436D")


@pytest.mark.parametrize(("text", "ground"), theme.TEXT_ON)
def test_text_is_readable_on_its_ground(text: str, ground: str) -> None:
    assert theme.contrast(text, ground) >= TEXT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (theme.HOME, theme.WHITE),  # the home force's bar
        (theme.OTHERS, theme.WHITE),  # the others'
        (theme.HOME, theme.OTHERS),  # the one beside the other
        (theme.INK, theme.WHITE),  # an average's line behind the bars
        (theme.INK, theme.OTHERS),  # the line over a bar
        (theme.QUIET_INK, theme.WHITE),  # a dot's outline
        (theme.TURQUOISE, theme.WHITE),
        (theme.DARK_PINK, theme.WHITE),
    ],
)
def test_what_is_drawn_stands_out(one: str, other: str) -> None:
    assert theme.contrast(one, other) >= GRAPHICS


def test_no_colour_of_the_charts_means_good_or_bad() -> None:
    assert {name: looks(colour) for name, colour in PALETTE.items() if looks(colour)} == {}


@pytest.mark.parametrize(("colour", "name"), [("#D4351C", "red"), ("#F47738", "amber"), ("#00703C", "green")])
def test_a_traffic_light_would_be_found(colour: str, name: str) -> None:
    assert looks(colour) == name


def test_no_colour_of_the_pages_means_good_or_bad() -> None:
    colours = {*HEX.findall(STYLE), *(value for value in CONFIG.values() if HEX.fullmatch(str(value)))}
    assert len(colours) >= 6
    assert {colour for colour in colours if looks(colour)} == set()


@pytest.mark.parametrize("name", ["red", "yellow", "orange", "green"])
def test_messages_are_readable(name: str) -> None:
    """Streamlit's error, warning and success boxes, recoloured in the settings."""
    assert theme.contrast(CONFIG[f"{name}TextColor"], CONFIG[f"{name}BackgroundColor"]) >= TEXT


@pytest.mark.parametrize("text", ["textColor", "linkColor", "primaryColor"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_page_text_is_readable(text: str, ground: str) -> None:
    assert theme.contrast(CONFIG[text], CONFIG[ground]) >= TEXT


def test_the_style_sheets_own_colours_are_readable() -> None:
    """Every rule with a text colour: on its own background, on the band's ink, or else on the page's white."""
    pairs = []
    for selector, body in RULES:
        rule = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        cleaned = {key.strip(): value.strip() for key, value in rule.items()}
        if "color" in cleaned:
            on_ink = ".st-key-band" in selector and cleaned["color"] == theme.WHITE
            ground = theme.INK if on_ink else theme.HOME if "st-key-here-" in selector else theme.WHITE
            pairs.append((selector.strip(), cleaned["color"], cleaned.get("background", ground)))
    assert len(pairs) >= 5
    told = [(text, ground if HEX.fullmatch(ground) else theme.WHITE) for _, text, ground in pairs]
    assert [pair for pair in told if pair not in theme.TEXT_ON and theme.contrast(*pair) < TEXT] == []


def test_nothing_in_a_chart_is_smaller_than_16_pixels() -> None:
    assert theme.TEXT_SIZE >= 16
    assert TEMPLATE.layout.font.size >= 16
    assert TEMPLATE.layout.hoverlabel.font.size >= 16


def test_every_role_has_a_colour_of_the_palette() -> None:
    assert set(theme.FILLS) == set(Role)
    assert set(theme.FILLS.values()) <= {*PALETTE.values(), *theme.GRADE_COLOURS.values()}


def test_pages_use_the_palettes_colours_alone() -> None:
    styles = [*(PROJECT / "pages" / "_shared").glob("*.css"), PROJECT / ".streamlit" / "config.toml"]
    used = {colour for style in styles for colour in HEX.findall(style.read_text(encoding="utf-8"))}
    assert used <= set(PALETTE.values())
