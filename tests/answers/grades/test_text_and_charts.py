"""The grades in words and pictures, from answers made up here."""

import re
from datetime import date

import pytest

from jasc_data.answers.grades.answer import GradeMix, Grades, Whose
from jasc_data.answers.grades.charts import grade_bars
from jasc_data.answers.grades.counts import GRADED
from jasc_data.answers.grades.tables import closing_table, grade_table
from jasc_data.answers.grades.text import grade_sentences, levels_message, message, part_words, who_can_close
from jasc_data.domain.settings import who_closes
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.drawing import theme
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.wording.grades import level_words
from jasc_data.wording.numbers import whole_percent
from tests.figures import drawn
from tests.tables import as_read

DAY = date(2023, 9, 4)
HOME = "West Mercia"


def mix(name: str, whose: Whose, *counts: float, forces: int = 1) -> GradeMix:
    return GradeMix(name, whose, dict(zip(Grade, counts, strict=True)), DAY, DAY, "items", forces)


def answer(*rows: GradeMix, home: str = HOME, missing: tuple[str, ...] = ()) -> Grades:
    group = (home, "Suffolk", "Norfolk", *missing)
    return Grades(home, DAY, GRADED, group, (), rows, dict.fromkeys(missing, GRADED))


OWN = mix(HOME, Whose.HOME, 0, 66, 67, 0, 5)
POOLED = mix("MSG, all 3 forces", Whose.GROUP, 14, 394, 695, 0, 15, forces=3)
PUBLISHED = mix("National average", Whose.NATION, 2.2, 50.4, 98.5, 0.6, 5.1)
SUFFOLK = mix("Suffolk", Whose.MEMBER, 2, 36, 89, 0, 2)
NORFOLK = mix("Norfolk", Whose.MEMBER, 2, 43, 70, 0, 0)
FULL = answer(OWN, POOLED, PUBLISHED, NORFOLK, SUFFOLK)


def test_a_share_is_said_with_its_count_and_not_graded_is_one() -> None:
    assert part_words(OWN, Grade.THREE) == "49%, 67 of 138"
    assert part_words(OWN, Grade.NOT_GRADED) == "4%, 5 of 138"
    assert part_words(PUBLISHED, Grade.THREE) == "63%, 98.5 of 156.8 a force"
    assert part_words(mix("None", Whose.MEMBER, 0, 0, 0, 0, 0), Grade.TWO) == "0 of 0"


def test_who_can_close_is_as_the_settings_say_and_sums_to_the_total() -> None:
    lines = who_can_close(answer(mix(HOME, Whose.HOME, 1, 2, 3, 4, 5)), who_closes())
    assert [(line.grades, line.open) for line in lines] == [
        ((Grade.TWO,), 2),
        ((Grade.THREE,), 3),
        ((Grade.ONE, Grade.FOUR, Grade.NOT_GRADED), 10),
    ]
    assert lines[0].who == "the Chief Constable, with appropriate oversight"
    assert lines[2].who == "not stated"
    assert as_read(closing_table(lines)).iloc[-1]["Open"] == "15"


def test_a_grade_that_the_settings_leave_out_is_not_stated() -> None:
    assert [line.who for line in who_can_close(FULL, {})] == ["not stated"]


def test_the_sentences_of_the_papers_like() -> None:
    assert grade_sentences(FULL, who_closes()) == (
        "On 4 September 2023 West Mercia had 138 open recommendations and AFIs: 48%, 66 of 138, level 2; "
        "49%, 67 of 138, level 3; 4%, 5 of 138, not graded.",
        "Level 3 on 4 September 2023: West Mercia 49%, 67 of 138; all 3 forces of the MSG together 62%, 695 of 1,118; "
        "of these without West Mercia 64%, 628 of 980; the national average 63%, 98.5 of 156.8 a force.",
        "Who can close what was open on 4 September 2023: level 2, 66 (the Chief Constable, with appropriate oversight); level 3, 67 "
        "(the force recommends closure, HMICFRS signs off); not graded, 5 (not stated).",
        "On 4 September 2023 no open item of West Mercia was graded level 4, the most severe.",
    )


@pytest.mark.parametrize(("number", "words"), [(1, "1 open item was level 4"), (2, "2 open items were level 4")])
def test_level_4_is_said_and_never_that_the_force_is_in_engage(number: int, words: str) -> None:
    said = grade_sentences(answer(mix(HOME, Whose.HOME, 0, 5, 5, number, 0)), who_closes())[-1]
    assert said.startswith(f"On 4 September 2023 {words}")
    assert "often used for forces in the Engage phase" in said
    assert not re.search(r"West Mercia is (now )?in (the )?Engage", " ".join(said.split()))


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        (FULL, "Level 3: 49% of West Mercia's items, 62% across its MSG"),
        (
            answer(OWN, mix("MSG, 2 of 3 forces", Whose.GROUP, 0, 100, 100, 0, 0, forces=2)),
            "Level 3: 49% of West Mercia's items, 50% across 2 MSG forces",
        ),
        (answer(OWN, PUBLISHED), "Level 3: 49% of West Mercia's items, 63% nationally"),
        (answer(OWN), "Level 3: 49% of West Mercia's items"),
        (answer(SUFFOLK), "Grades of West Mercia are not held"),
        (answer(mix(HOME, Whose.HOME, 0, 0, 0, 0, 0)), "West Mercia has no open recommendations and AFIs"),
        (answer(mix(HOME, Whose.HOME, 0, 0, 0, 0, 9)), "None of West Mercia's open items is graded"),
    ],
)
def test_the_message_has_at_most_12_words(grades: Grades, words: str) -> None:
    assert message(grades) == words
    assert len(words.split()) <= 12


def test_the_charts_message_says_the_largest_levels_and_the_title_compares() -> None:
    chart = grade_bars(FULL, Provenance("Source: a test"))
    assert chart is not None
    assert chart.message == levels_message(FULL) != message(FULL)
    own = FULL.row(Whose.HOME)
    assert own is not None
    most = max(Grade, key=lambda grade: own.by_grade[grade])
    assert chart.message.startswith(f"West Mercia: {whole_percent(own.share(most))} {level_words(most)}, ")
    assert len(chart.message.split()) <= 12


@pytest.mark.parametrize("grade", Grade)
def test_the_digit_is_readable_on_its_colour(grade: Grade) -> None:
    assert theme.contrast(theme.ink_on(theme.GRADE_COLOURS[grade]), theme.GRADE_COLOURS[grade]) >= 4.5


@pytest.mark.parametrize("grade", [grade for grade in Grade if grade is not Grade.NOT_GRADED])
def test_a_segment_stands_out_from_the_paper(grade: Grade) -> None:
    assert theme.contrast(theme.GRADE_COLOURS[grade], theme.WHITE) >= 3


def test_every_bar_is_whole_and_prints_its_level_where_it_fits() -> None:
    chart = grade_bars(FULL, Provenance("Source: a test", "OFFICIAL", invented=True))
    assert chart is not None
    bars = drawn(chart).data
    assert [sum(bar.x[row] for bar in bars) for row in range(5)] == pytest.approx([1] * 5)
    by_name = {bar.name: bar for bar in bars}
    assert by_name["3"].text[0] == "<b>3</b>  49%"
    assert by_name["1"].text[1] == ""  # 1% is too narrow
    assert by_name["not graded"].marker.color == theme.WHITE
    assert by_name["not graded"].marker.line.color == theme.INK
    assert by_name["2"].marker.line.color == theme.WHITE
    foot = drawn(chart).layout.annotations[1].text
    assert all(words in foot for words in ("Source: a test", "OFFICIAL", "Invented demonstration data"))
    assert len(chart.alt) <= ALT_LIMIT
    assert chart.alt.startswith("Bars by level: West Mercia has 48% level 2, 49% level 3 and 4% not graded of 138.")


def test_the_lowest_and_highest_share_include_the_home_force_and_every_tie() -> None:
    chart = grade_bars(FULL, Provenance("Source: a test"))
    assert chart is not None
    assert chart.alt.endswith("Level 3 lowest West Mercia (49%), highest Suffolk (69%).")
    level = answer(OWN, mix("Suffolk", Whose.MEMBER, 0, 132, 134, 0, 10), mix("Norfolk", Whose.MEMBER, 0, 9, 1, 0, 0))
    chart = grade_bars(level, Provenance("Source: a test"))
    assert chart is not None
    assert chart.alt.endswith("Level 3 lowest Norfolk (10%), highest West Mercia and Suffolk (49%).")


def test_a_force_without_grades_is_listed_and_not_drawn() -> None:
    grades = answer(OWN, SUFFOLK, missing=("Wiltshire",))
    chart = grade_bars(grades, Provenance("Source: a test"))
    assert chart is not None
    assert len(drawn(chart).data[0].x) == 2
    row = as_read(grade_table(grades)).loc["Wiltshire"]
    assert row["All open"] == "recommendations and AFIs: grades not held"
    assert row["Level 3"] == ""


def test_one_item_is_one_or_the_other() -> None:
    grades = answer(mix(HOME, Whose.HOME, 0, 1, 0, 0, 0))
    assert levels_message(grades) == "West Mercia: 100% level 2"
    assert grade_sentences(grades, who_closes())[0] == (
        "On 4 September 2023 West Mercia had 1 open recommendation or AFI: 100%, 1 of 1, level 2."
    )


def test_a_bar_of_nothing_is_not_drawn() -> None:
    assert grade_bars(answer(mix(HOME, Whose.HOME, 0, 0, 0, 0, 0)), Provenance("Source: a test")) is None


def test_a_hostile_name_is_escaped_in_the_picture() -> None:
    chart = grade_bars(answer(mix("<b>x</b>", Whose.HOME, 0, 1, 1, 0, 0)), Provenance("Source: a test"))
    assert chart is not None
    assert "&lt;b&gt;x" in drawn(chart).layout.yaxis.ticktext[0]


def test_one_kind_alone_can_be_divided() -> None:
    grades = Grades(HOME, DAY, (Kind.AFI,), (HOME,), (), (OWN,), {})
    assert grade_sentences(grades, who_closes())[0].startswith("On 4 September 2023 West Mercia had 138 open AFIs: ")
