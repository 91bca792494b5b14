"""The views of a presentation say what the pages say, in the order asked for, and name no lead unless that is asked."""

from datetime import date

import pytest

from jasc_data.answers.activity.answer import activity_held
from jasc_data.answers.causes.answer import causes_in
from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.comparison.messages import headline
from jasc_data.answers.deadlines.answer import ageing_in
from jasc_data.answers.grades.answer import grades_at
from jasc_data.answers.movement.answer import movements
from jasc_data.answers.period_changes.answer import period_changes
from jasc_data.answers.projection.answer import Choices, open_now, projected
from jasc_data.answers.projection.lists import target
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.register.audience import for_audience
from jasc_data.answers.reports.answer import reports_of
from jasc_data.answers.reports.other_forces import spreads
from jasc_data.demonstration.forces import demonstration_directory
from jasc_data.documents.presentation.answers import Presented
from jasc_data.documents.presentation.sets import SETS, VIEWS, views_named
from jasc_data.documents.presentation.views import views
from jasc_data.documents.presentation.work import shortened
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.settings import Settings, who_closes
from jasc_data.drawing.slide_html import notes_html, slides_html
from jasc_data.drawing.slide_html.slides import Shown
from tests.builders import GROUPS, HOME, REC
from tests.demonstrated import demonstrated

EARLIER, DAY = date(2023, 6, 5), date(2023, 9, 4)


def presented(*, leads: bool = False, below: int | None = 80, since: date | None = EARLIER) -> Presented:
    """The demonstration at its latest date."""
    viewpoint = Viewpoint(HOME, GROUPS, demonstration_directory().names)
    with demonstrated().snapshot() as snapshot:
        comparison, register = compare(snapshot, viewpoint, as_of=DAY), register_of(snapshot, HOME, DAY)
        projection = projected(comparison, open_now(snapshot, comparison), Choices())
        figures = {kind: entry.home for kind, entry in comparison.kinds.items()}
        return Presented(
            settings=Settings(marking="OFFICIAL"),
            invented=True,
            comparison=comparison,
            movements=movements(snapshot, HOME, figures),
            grades=grades_at(snapshot, viewpoint.on(DAY)),
            reports=reports_of(snapshot, HOME, DAY),
            spreads=spreads(snapshot, viewpoint.on(DAY)),
            changes=period_changes(snapshot, HOME, since, DAY) if since else None,
            ageing=ageing_in(for_audience(register, leads=leads)),
            projection=projection,
            goal=target(projection, REC, below) if below else None,
            causes=causes_in(register),
            activity=activity_held(snapshot, HOME, DAY),
            who_closes=who_closes(),
            leads=leads,
        )


@pytest.fixture(scope="module")
def shown() -> Presented:
    return presented()


def test_every_view_is_made_in_the_order_asked_for(shown: Presented) -> None:
    order = tuple(reversed(VIEWS))
    assert tuple(slide.name for slide in views(shown, order)) == order


def test_a_view_says_what_its_page_says(shown: Presented) -> None:
    (position,) = views(shown, ["position"])
    assert position.title == headline(shown.comparison)
    html = slides_html([position], Shown("As of 4 September 2023", ("OFFICIAL",)))
    for words in ("104", "19% below the national average (129.0)", "15 fewer than 5 Jun 2023", "OFFICIAL", "1 of 1"):
        assert words in html


def test_bars_hold_every_force_of_the_group_with_its_figure_and_both_averages(shown: Presented) -> None:
    html = slides_html(views(shown, ["recommendations"]), Shown("As of 4 September 2023"))
    assert html.count('class="name') == 8
    assert "MSG average <b>106.6</b>" in html
    assert "National average <b>129.0</b>" in html
    # the longest bar of 146 ends at 1/1.02 of the room; the home force's 104 and the averages are parts of the same
    assert "left:71.599%" in html  # 106.625 / (146 * 1.02)
    assert "width:69.836%" in html  # 104 / (146 * 1.02)


def test_what_is_shown_and_what_its_colours_mean_are_two_sentences(shown: Presented) -> None:
    html = slides_html(views(shown, ["grades", "reports", "recommendations"]), Shown("As of 4 September 2023"))
    grades, reports, bars = (part.partition("</figcaption>")[0] for part in html.split("<figcaption>")[1:])
    assert "by level, 4 Sep 2023. <" in grades
    assert "and level, 4 Sep 2023. <" in reports
    assert bars.endswith("4 Sep 2023")


def test_without_a_target_or_an_earlier_date_their_views_are_left_out() -> None:
    names = [slide.name for slide in views(presented(below=None, since=None), tuple(VIEWS))]
    assert "target" not in names
    assert "changes" not in names
    assert len(names) == len(VIEWS) - 2


def test_no_lead_is_named_unless_that_is_asked_for() -> None:
    leads = {item.lead for item in presented(leads=True).ageing.items if item.lead}
    hidden = presented()
    told = slides_html(views(hidden, tuple(VIEWS)), Shown("")) + notes_html(views(hidden, tuple(VIEWS)))
    assert leads
    assert not [lead for lead in leads if lead in told]
    assert next(iter(presented(leads=True).ageing.overdue)).lead in slides_html(
        views(presented(leads=True), ["overdue"]), Shown("")
    )


def test_the_speakers_page_answers_what_will_be_asked_and_says_what_comes_next(shown: Presented) -> None:
    html = notes_html(views(shown, ["position", "overdue"]))
    for words in (
        "Who can close them?",
        "Which reports do they come from?",
        "an issue elsewhere too?",
        "Next: <strong>",
    ):
        assert words in html
    assert html.rstrip().endswith("Next: <strong>the end</strong></p></section>")


def test_text_in_a_view_is_escaped(shown: Presented) -> None:
    assert "<b>bold" not in slides_html(views(shown, ["position"]), Shown("As of <b>bold"))


def test_an_address_names_views_once_and_says_which_words_name_none() -> None:
    assert views_named("overdue, position,overdue,nothing") == (("overdue", "position"), ("nothing",))
    assert views_named("") == ((), ())


def test_every_set_is_made_of_views() -> None:
    assert all(views_named(",".join(names)) == (names, ()) for names in SETS.values())


def test_a_long_text_is_shortened_at_a_word() -> None:
    assert shortened("one two", 7) == "one two"
    assert shortened("one two three", 9) == "one two …"
    assert shortened("\n".join(["word"] * 19), 24) == "word word word word …"
    assert shortened("x" * 30, 10) == f"{'x' * 10} …"
