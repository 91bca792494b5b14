"""What people wrote stands in the paper as its pages have it; what is for the desk, and who wrote it, never does."""

from datetime import date

import pytest

from jasc_data.documents.paper import make_paper
from jasc_data.documents.paper.asked import paper_answers
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.domain.forces import national_directory
from jasc_data.domain.policy import written_until
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import ActivityKind, Audience, Stage, StepState
from jasc_data.drawing.slide import Words
from jasc_data.drawing.word import word_file
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import save_activity
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import write_commentary
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import StepChange
from tests.builders import HOME, PAPER_DAY, TODAY, VIEW, by, empty_store, imported, item, items_csv
from tests.documents.made import demonstration
from tests.packages import parts

WRITTEN = ("activity", "positions", "progress", "ready", "super-complaints", "replies")


def test_the_demonstration_has_every_part_of_what_people_write() -> None:
    sections = {section.name: section for section in make_paper(demonstration()).document.sections}
    assert set(WRITTEN) <= set(sections)
    (table,) = sections["positions"].tables
    assert len(table) == len(demonstration().written.positions) > 0


@pytest.mark.parametrize(
    ("as_of", "invented", "until"),
    [
        (PAPER_DAY, False, TODAY),  # of the latest held, what was written since then counts
        (date(2023, 6, 5), False, date(2023, 6, 5)),
        (PAPER_DAY, True, PAPER_DAY),
    ],
)
def test_up_to_which_day_what_is_written_holds(as_of: date, invented: bool, until: date) -> None:
    assert written_until(as_of, PAPER_DAY, TODAY, invented=invented) == until


def test_what_is_for_the_desk_and_who_wrote_it_stay_out() -> None:
    store = empty_store()
    imported(store, items_csv(item("R1"), item("R2")))
    for audience, text in ((Audience.COMMITTEE, "On course\nfor March"), (Audience.DESK, "Between ourselves: late")):
        write_commentary(store, NewCommentary(HOME, audience, PAPER_DAY, text, report_id=1), by("flo-account"))
    soc = ActivityChange("SOC inspection", ActivityKind.INSPECTION, Stage.RESULTS_AWAITED, lead="Head of Crime")
    save_activity(store, HOME, [soc], by("flo-account"))
    step = StepChange(1, "Write a policy", StepState.MET, PAPER_DAY, owner="Owner A")
    save_step(store, step, by("flo-account"))
    with store.snapshot() as snapshot:
        asked = Asked(PAPER_DAY)
        answers = paper_answers(snapshot, VIEW, national_directory(), Settings(), asked, TODAY)
    paper = make_paper(answers)
    content = "".join(data.decode("utf-8", "replace") for _, data in parts(word_file(paper.document).content))
    for kept_out in ("Between ourselves", "flo-account", "Head of Crime", "Owner A"):
        assert kept_out not in content
    for told in ("On course for March", "SOC inspection", "1 of 1 met"):
        assert told in content


def test_each_part_with_figures_or_words_of_people_says_where_they_come_from() -> None:
    sections = {section.name: section for section in make_paper(demonstration()).document.sections}
    for name in ("activity", "positions", "progress", "ready", "super-complaints"):
        last = sections[name].blocks[-1]
        assert isinstance(last, Words)
        assert last.lines[-1].startswith("Source: ")
