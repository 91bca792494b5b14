"""The pace in words: its assumption, a range and never a date, what is open-ended said so, one sentence where nothing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.pace.answer import Pace, ScopePace
from jasc_data.answers.pace.back_test import BackTest, back_test
from jasc_data.answers.pace.quarters import recent
from jasc_data.answers.pace.rule import rate_of
from jasc_data.answers.pace.tables import quarters_table, scopes_table
from jasc_data.answers.pace.text import (
    how_it_did,
    pace_heading,
    pace_lines,
    pace_notices,
    pace_sentences,
)
from tests.answers.pace.held import filled, pace_of
from tests.answers.pace.test_answer import TOGETHER
from tests.answers.pace.test_rule import quarters
from tests.builders import AFI, COC, HOME, REC, imported, positions_csv
from tests.tables import as_read

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
UNTIL = re.compile(rf"(below|not below) .*\b(on|in|by) (\d{{1,2}} )?{MONTH}")


def told(open_: int, *changes: int, moved: int = 0) -> Pace:
    """The pace of recommendations alone, from so many open through quarters with these changes."""
    found = quarters(open_, *changes)
    of_two_years, now = recent(found, found[0].last), found[0]
    pace = ScopePace(of_two_years, now.after, now.last, True, rate_of(of_two_years), back_test(found))
    return Pace(HOME, now.last, {REC: pace}, {})


def test_a_pace_says_what_was_seen_and_what_comes_of_it() -> None:
    """24 fewer in four quarters: 8 and 12 against 2 and 2; from 104 on 28 February 2022 that is 64 to 96 a year on."""
    seen, goes_on, aim, tested = pace_sentences(told(128, -8, -2, -12, -2), REC, 80)
    assert seen == (
        "West Mercia, 4 whole quarters between 1 March 2021 and 28 February 2022: 0 recommendations opened and "
        "24 closed, on average 6.0 fewer open a quarter."
    )
    assert goes_on == (
        "A projection, not a figure held: if as many are opened and closed a quarter as in these (between 10.0 fewer, "
        "the average of their better half, and 2.0 fewer, that of their worse half), between 64 and 96 would be open in "
        "February 2023, against 104 on 28 February 2022."
    )
    assert (
        aim == "The number open would come below 80 between August 2022 and May 2025."
    )  # 25: in the 3rd quarter, or in the 13th
    assert tested == "Not tested yet: no whole quarter after the fourth is held."


@pytest.mark.parametrize(
    ("changes", "below", "heading", "sentence"),
    [
        ((-8, -2, -12, -2), 105, "below 105 recommendations already", "The number open is below 105 already."),
        (
            (-8, 2, -12, 2),
            80,
            "below 80 recommendations not before August 2022, at worst never",
            "The number open would come below 80 not before August 2022, and at the pace of the worse half not at all.",
        ),
        (
            (-30, 2, -30, 2),
            80,
            "below 80 recommendations within three months at the earliest, at worst never",
            "The number open would come below 80 within three months at the earliest, and at the pace of the worse half not at all.",
        ),
        (
            (-10, -1, -10, -1),
            80,
            "below 80 recommendations not before August 2022, at worst after more than 5 years",
            "The number open would come below 80 not before August 2022, and at the pace of the worse half not within 5 years.",
        ),
        (
            (-1, 0, -1, 0),
            80,
            "not below 80 recommendations within 5 years",
            "At this pace the number open does not come below 80 within 5 years.",
        ),
        (
            (0, 3, 4, 2),
            1,
            "not below 1 recommendation",
            "At this pace the number open does not come below 1.",
        ),
        (
            (0, 3, 0, 2),
            80,
            "not below 80 recommendations",
            "At this pace the number open does not come below 80: even in the better half of these quarters it did not fall.",
        ),
        (
            (-5, -5, -5, -5),
            80,
            "below 80 recommendations between February 2023 and May 2023",
            "The number open would come below 80 between February 2023 and May 2023.",
        ),
    ],
)
def test_a_target_is_a_range_or_an_open_end(changes: tuple[int, ...], below: int, heading: str, sentence: str) -> None:
    pace = told(104 - sum(changes), *changes)
    untried = "" if "already" in heading else " (a rule not tested yet)"
    assert pace_heading(pace, REC, below) == f"At this pace: {heading}{untried}"
    assert pace_sentences(pace, REC, below)[2].startswith(sentence.removesuffix("."))


@pytest.mark.parametrize(
    ("tested", "told_of_it"), [(BackTest(4, 1, 9.0), " (so far a poor guide)"), (BackTest(4, 2, 9.0), "")]
)
def test_the_heading_says_when_the_rule_has_done_badly(tested: BackTest, told_of_it: str) -> None:
    pace = told(128, -8, -2, -12, -2)
    scopes = {kind: replace(found, tested=tested) for kind, found in pace.scopes.items()}
    heading = pace_heading(replace(pace, scopes=scopes), REC, 80)
    assert heading == f"At this pace: below 80 recommendations between August 2022 and May 2025{told_of_it}"


def test_the_heading_without_a_target_is_the_mean() -> None:
    assert pace_heading(told(128, -8, -2, -12, -2), REC) == "Pace: 6.0 fewer open a quarter on average"
    assert pace_heading(told(128, 0, 0, 1, -1), REC) == "Pace: as many open after a quarter as before on average"


def test_equal_quarters_have_one_pace() -> None:
    goes_on = pace_sentences(told(128, -6, -6, -6, -6), REC)[1]
    assert "as in these (6.0 fewer in each), 80 would be open in February 2023" in goes_on


def test_what_left_and_what_moved_is_said_where_there_is_any() -> None:
    pace = told(10, 0, 0, 0, 0)
    (first, *rest) = pace.scopes[REC].quarters
    changed = type(first)(**{**vars(first), "left": 2, "moved": 3, "after": first.after + 1})
    of_all = ScopePace((changed, *rest), 11, changed.last, True, rate_of((changed, *rest)), BackTest(0, 0, None))
    seen = pace_sentences(Pace(HOME, changed.last, {REC: of_all}, {}), REC)[0]
    assert "0 recommendations opened, 0 closed, 2 left without closing and 3 came from other kinds, on average" in seen
    table = as_read(quarters_table(Pace(HOME, changed.last, {REC: of_all}, {}), REC))
    assert list(table["Moved from or to other kinds"]) == ["+3", "0", "0", "0"]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (BackTest(6, 4, 12.25), "in 4 of 6, and its middle was off by 12.3 on average."),
        (BackTest(1, 0, 31.0), "in 0 of 1, and its middle was off by 31.0 on average: so far a poor guide."),
        (BackTest(4, 2, 3.0), "in 2 of 4, and its middle was off by 3.0 on average."),
    ],
)
def test_the_test_says_how_often_and_how_far(found: BackTest, said: str) -> None:
    sentence = how_it_did(found)
    assert sentence.startswith(f"Tested on {found.quarters} past quarter{'' if found.quarters == 1 else 's'}, each")
    assert sentence.endswith(said)


def test_where_there_is_no_pace_one_sentence_says_why() -> None:
    store, day = filled(TOGETHER[:2])
    assert pace_sentences(pace_of(store, day), REC, 80) == (
        "No pace of the recommendations of West Mercia is told on 31 May 2021: it takes 4 whole quarters of items "
        "exports in the last two years, and 1 is held.",
    )
    store, day = filled([{REC: 20}] * 5)
    pace = pace_of(store, day)
    start = "of West Mercia is told on 28 February 2022: two items exports that hold all"
    assert pace_sentences(pace, None) == (f"No pace of the open items {start} causes of concern and AFIs are needed.",)
    assert pace_sentences(pace, AFI) == (f"No pace of the AFIs {start} AFIs are needed.",)
    assert pace_heading(pace, None) == pace_heading(pace, None, 80) == "Pace: not known"


def test_old_items_are_not_gone_on_from() -> None:
    store, day = filled(TOGETHER)
    later = day + timedelta(days=120)
    imported(store, positions_csv({HOME: (2, 21, 10)}), later, today=later)
    pace = pace_of(store, later)
    start = "is told on 28 June 2022: the latest items export of"
    assert pace_sentences(pace, COC) == (
        f"No pace of the causes of concern of West Mercia {start} causes of concern is more than 92 days older.",
    )
    assert pace_sentences(pace, None)[0].endswith(f"{start} one kind or more is more than 92 days older.")
    assert pace_notices(pace, None) == ()


def test_a_headline_of_another_export_is_said() -> None:
    store, day = filled(TOGETHER)
    later = day + timedelta(days=10)
    imported(store, positions_csv({HOME: (2, 21, 10)}), later, today=later)
    (said,) = pace_notices(pace_of(store, later), REC)
    assert said == (
        "The recommendations behind this pace sum to 20 (items, 28 February 2022); "
        "the headline is 21 (positions, 10 March 2022)."
    )
    assert len(pace_notices(pace_of(store, later), None)) == 3
    assert pace_notices(pace_of(store, day), None) == ()


def test_the_table_of_the_kinds() -> None:
    """Together -4, 9, -8, 4: 6.0 fewer to 6.5 more, from 32 that is 8 to 58."""
    store, day = filled(TOGETHER)
    table = as_read(scopes_table(pace_of(store, day)))
    assert list(table.loc["All kinds together"]) == [
        "32",
        "3.5",
        "3.3",
        "6.0 fewer to 6.5 more",
        "8 to 58",
        "not tested",
    ]
    assert list(table.loc["Causes of concern"])[3:5] == ["no change", "2"]
    store, day = filled([{REC: 20}] * 5)
    assert as_read(scopes_table(pace_of(store, day))).loc["All kinds together", "Open"] == "no pace told"


def test_the_table_of_the_quarters_says_which_half_each_is_in() -> None:
    table = as_read(quarters_table(told(100, -4, 10, -8, 2, 1), REC))
    assert list(table["Change"]) == ["+1", "+2", "−8", "+10", "−4"]
    assert list(table["Half"]) == ["neither", "worse", "better", "worse", "better"]
    assert "Moved from or to other kinds" not in table


def test_without_a_target_every_kind_has_its_line_and_with_one_its_own() -> None:
    store, day = filled(TOGETHER)
    pace = pace_of(store, day)
    assert len(pace_lines(pace, None)) == 4
    assert len(pace_lines(pace, REC, 80)) == len(pace_lines(pace, REC)) == 1


changes = st.lists(st.integers(-40, 60), min_size=4, max_size=12)


@given(changes, st.integers(0, 300), st.integers(1, 300))
def test_a_target_is_never_given_a_single_date(given_: list[int], open_: int, below: int) -> None:
    pace = told(open_, *given_)
    for text in (pace_heading(pace, REC, below), pace_sentences(pace, REC, below)[2]):
        assert not UNTIL.search(text)
        for first, last in re.findall(rf"between ({MONTH}) and ({MONTH})", text):
            assert first != last
