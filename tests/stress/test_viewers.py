"""The short form of ``make stress``: a viewer and an officer for two seconds, which proves that they do what they say."""

import re
import subprocess
import sys
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.stress.open_page import Shown
from tests.stress.viewers import NO_TROUBLE, Load, Seen, judge

EXPORTS = Load(seconds=10, held_before=2).exports


def of(*numbers: int) -> Shown:
    """A page that tells of these exports, each by its date and a figure."""
    page = ForwardMsg()
    page.delta.new_element.html.body = " ".join(
        f'<span class="jasc-told">{EXPORTS.day(number).day} {EXPORTS.day(number):%b %Y}</span> '
        f"West Mercia had {EXPORTS.figures(number)['AFI']} open AFIs"
        for number in numbers
    )
    return Shown([page])


def said_of(shown: Shown) -> list[str]:
    """What is wrong with it when the export 2 was committed and 3 is on its way."""
    seen = Seen(EXPORTS, begun=3, said=2)
    judge(shown, "trend", 2, seen)
    return seen.troubles


def test_a_figure_of_another_export_than_the_rest_or_than_may_be_is_noticed() -> None:
    assert said_of(of(2)) == said_of(of(3)) == []
    assert said_of(of(2, 3)) == ["trend: torn, of the exports [2, 3]"]
    assert said_of(of(1)) == ["trend: stale, of export 1 when 2 was committed"]
    pace = ForwardMsg()
    pace.delta.new_element.markdown.body = "154 recommendations opened and 77 closed"
    assert said_of(Shown([*of(2).messages, pace])) == []
    assert said_of(of(4)) == ["trend: stale, of export 4 when 2 was committed"]  # of none that there is yet


def test_each_export_has_figures_of_its_own() -> None:
    rows = [EXPORTS.content(number).decode().splitlines() for number in range(3)]
    assert [sum(",recommendation," in row for row in export) for export in rows] == [100, 101, 102]


def test_a_viewer_sees_pages_while_an_export_is_committed() -> None:
    command = [sys.executable, "-m", "tests.stress.viewers", "1", "2", "5", "1"]
    root = Path(__file__).parents[2]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=280, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert NO_TROUBLE in ended.stdout
    told = re.search(r"1 viewers, (\d+) page views, (\d+) commits, (\d+) figures", ended.stdout)
    assert told
    assert all(int(number) for number in told.groups()), ended.stdout
