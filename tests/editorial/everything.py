"""Every kind of what people write, once: for tests of what must become of all of it."""

from datetime import date

from jasc_data.domain.vocabulary import ActivityKind, Audience, Stage, StepState
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import remove_activity, save_activity
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import take_back_commentary, write_commentary
from jasc_data.editorial.paper_actions import issue_paper, write_standing_text
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.reply_actions import record_reply, take_back_reply
from jasc_data.editorial.sign_off_actions import record_sign_off, take_back_sign_off
from jasc_data.editorial.step_actions import remove_step, save_step
from jasc_data.editorial.steps import SignOff, StepChange
from jasc_data.store.connection import Store
from tests.builders import HOME, by

DAY = date(2023, 9, 4)


def write_everything(store: Store) -> None:
    """Something of each kind about item 1 and report 1 of the home force, and most of it taken back again."""
    write_commentary(store, NewCommentary(HOME, Audience.COMMITTEE, DAY, "On course", report_id=1), by("flo"))
    write_commentary(store, NewCommentary(HOME, Audience.DESK, DAY, "Not on course", item_id=1), by("deputy"))
    take_back_commentary(store, 2, by("flo"))
    save_step(store, StepChange(1, "Write a policy", StepState.TO_DO, DAY, due_on=DAY), by("flo"))
    save_step(store, StepChange(1, "Write a policy", StepState.MET, DAY, "Head", evidence="P1", step_id=1), by("flo"))
    remove_step(store, 1, DAY, by("deputy"))
    record_sign_off(store, SignOff(1, DAY, "Board"), by("flo"))
    take_back_sign_off(store, 1, by("flo"))
    record_reply(store, Reply(HOME, 1, DAY, "sent"), by("flo"))
    take_back_reply(store, HOME, 1, by("flo"))
    soc = ActivityChange("SOC", ActivityKind.INSPECTION, Stage.RESULTS_AWAITED, expected_when="October 2023")
    save_activity(store, HOME, [soc, soc], by("flo"))
    remove_activity(store, HOME, 1, by("flo"))
    write_standing_text(store, "about", "What HMICFRS is", by("flo"))
    issue_paper(store, PaperToIssue(b"document", DAY, 1, "{}", "[]", anonymised=False, meeting_on=DAY), by("flo"))
