"""The texts that every paper carries: written, gone back from, known at a moment, and the same when it is made again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from docx import Document

from jasc_data.answers.standing_texts.answer import standing_texts
from jasc_data.answers.standing_texts.text import whose_words
from jasc_data.command_line.run import main
from jasc_data.documents.paper.standing import STANDING, own_text, paragraphs, text_in_force
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.editorial.paper_actions import issue_paper, restore_own_text, write_standing_text
from jasc_data.editorial.paper_issuing import to_issue
from jasc_data.editorial.papers import standing_text_log
from jasc_data.editorial.written_text import WrittenRefused
from jasc_data.store.connection import Store
from jasc_data.wording.outside_text import undirected
from tests.builders import HOME, PAPER_DAY, TODAY, by, empty_store, imported, items_csv, new_store, numbered

HOSTILE = "**Bold** <b>x</b>\n\n=1+1\n# no heading \u202eabc [a](b)"


def in_force(store: Store, known_at: int | None = None) -> str:
    with store.snapshot(known_at) as snapshot:
        return text_in_force(standing_texts(snapshot), "about")


def test_the_last_text_is_in_force_and_the_products_own_can_be_gone_back_to() -> None:
    store = empty_store()
    assert in_force(store) == own_text("about")
    write_standing_text(store, "about", "First", by("flo"))
    write_standing_text(store, "about", "Second", by("deputy"), base=1)
    assert in_force(store) == "Second"
    restore_own_text(store, "about", by("flo"), base=2)
    assert in_force(store) == own_text("about")
    with store.snapshot() as snapshot:
        texts = standing_texts(snapshot)
        assert [entry.text for entry in standing_text_log(snapshot)] == ["First", "Second", ""]
    assert [version.text for version in texts.of("about")] == ["", "Second", "First"]
    assert whose_words(texts, "about").startswith("Back to the product's own text 1 June 2026")
    assert whose_words(texts, "response") == "This is the product's own text; nobody has written another."


@pytest.mark.parametrize(
    ("key", "text", "base", "why"),
    [
        ("about", "Held", 1, "stands so already"),
        ("about", " \n ", 1, "is blank"),
        ("about", "Mine", 0, "changed meanwhile by flo: look at it again"),
        ("position", "Mine", None, "No part of the paper carries a standing text of that name"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(key: str, text: str, base: int | None, why: str) -> None:
    store = empty_store()
    write_standing_text(store, "about", "Held", by("flo"))
    with pytest.raises(WrittenRefused, match=why):
        write_standing_text(store, key, text, by("deputy"), base=base)
    assert in_force(store) == "Held"


def test_the_products_own_text_is_not_gone_back_to_twice() -> None:
    store = empty_store()
    for act in (restore_own_text, lambda store, key, actor: write_standing_text(store, key, own_text(key), actor)):
        with pytest.raises(WrittenRefused, match="stands so already"):
            act(store, "about", by("flo"))


def test_what_was_written_after_the_next_entry_of_the_log_was_not_known_before() -> None:
    store = empty_store()
    imported(store, items_csv(*numbered(1)), PAPER_DAY)
    write_standing_text(store, "about", "First", by("flo"))
    imported(store, items_csv(*numbered(2)), PAPER_DAY - timedelta(days=90))
    write_standing_text(store, "about", "Second", by("flo"))
    assert [in_force(store, entry) for entry in (0, 1, 2, None)] == [own_text("about"), "First", "Second", "Second"]


def test_at_a_moment_between_two_exports_what_was_written_by_then_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JASC_STORE", str(tmp_path / "jasc.duckdb"))
    store, file, now = new_store(tmp_path / "jasc.duckdb"), tmp_path / "paper.docx", datetime.now(UTC)
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    for hours, text in ((1, "In the morning"), (3, "In the afternoon")):
        with time_machine.travel(now + timedelta(hours=hours), tick=False):
            write_standing_text(store, "about", text, by("flo"))
    store.close()
    for hours, told in ((2, "In the morning"), (4, "In the afternoon")):
        moment = (now + timedelta(hours=hours)).isoformat()
        assert main(["paper", str(file), "--parts", "about", "--known-at", moment]) == 0
        assert said_in(file)[-1] == told


def test_every_line_of_a_text_is_a_paragraph_and_each_text_is_a_part() -> None:
    assert paragraphs(HOSTILE) == ("**Bold** <b>x</b>", "=1+1", "# no heading \u202eabc [a](b)")
    assert STANDING == ("about", "response")
    assert all(len(paragraphs(own_text(key))) > 2 for key in STANDING)


def said_in(path: Path) -> list[str]:
    return [line.text for line in Document(str(path)).paragraphs]


def test_the_command_and_a_reissue_have_the_text_known_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JASC_STORE", str(tmp_path / "jasc.duckdb"))
    store, file = new_store(tmp_path / "jasc.duckdb"), tmp_path / "paper.docx"
    imported(store, items_csv(*numbered(3)), PAPER_DAY)
    write_standing_text(store, "about", HOSTILE, by("flo"))
    asked = Asked(PAPER_DAY)
    issue_paper(store, to_issue(b"PK", asked, ("about",), entry=1, written_on=TODAY, force=HOME), by("flo"))
    write_standing_text(store, "about", "Written just after it was issued", by("flo"))
    store.close()
    assert main(["paper", str(file), "--parts", "about"]) == 0
    assert "Written just after it was issued" in said_in(file)
    with time_machine.travel(TODAY + timedelta(days=9), tick=False):
        assert main(["paper", str(file), "--reissue", "1"]) == 0
    assert said_in(file)[-3:] == [undirected(text) for text in paragraphs(HOSTILE)]
