"""Every use case that writes, tried by a viewer and by a contributor: refused inside its transaction, and logged."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import jasc_data.editorial
import jasc_data.uploads
from jasc_data.audit.answer import audit_of
from jasc_data.audit.log import Event, log_of
from jasc_data.domain.access import NotAllowed
from jasc_data.domain.actor import Actor, Role, Way
from jasc_data.domain.failures import BackupFailed
from jasc_data.domain.vocabulary import ActivityKind, Audience, LogAction, Stage, StepState
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import remove_activity, save_activity
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import take_back_commentary, write_commentaries, write_commentary
from jasc_data.editorial.meeting_actions import add_meeting, remove_meeting
from jasc_data.editorial.paper_actions import issue_paper, restore_own_text, write_standing_text
from jasc_data.editorial.papers import PaperToIssue
from jasc_data.editorial.repeat_actions import confirm_repeat, dismiss_repeat, take_back
from jasc_data.editorial.repeat_decisions import RepeatPair
from jasc_data.editorial.replies import Reply
from jasc_data.editorial.reply_actions import record_replies, record_reply, take_back_reply
from jasc_data.editorial.sign_off_actions import record_sign_off, record_sign_offs, take_back_sign_off
from jasc_data.editorial.step_actions import remove_step, save_step, save_steps
from jasc_data.editorial.steps import SignOff, StepChange
from jasc_data.editorial.tracking_actions import restore_return, take_in, withdraw_return
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import carry_out, restore, withdraw
from jasc_data.uploads.commit import commit, keep_decisions
from jasc_data.uploads.looking_after import back_up, run_checks
from tests.builders import GROUPS, HOME, PAPER_DAY, VIEW, by, checked, dump, imported, item, items_csv, new_store
from tests.editorial.everything import write_everything
from tests.editorial.tracking_files import came_back, filled, given_out, write

LEAD = "Head of Custody"
VIEWER = Actor("viewer@force.example", Role.VIEWER, Way.DASHBOARD)
ADMINISTRATOR = Actor("it@force.example", Role.ADMINISTRATOR, Way.DASHBOARD)
CONTRIBUTOR = Actor("lead@force.example", Role.CONTRIBUTOR, Way.DASHBOARD, names=frozenset({"head of  custody"}))
FLO = Actor("flo@force.example", Role.FLO, Way.DASHBOARD)
STEP = StepChange(1, "Write a policy", StepState.TO_DO, PAPER_DAY)
OF_ANOTHER = StepChange(2, "Write a policy", StepState.TO_DO, PAPER_DAY)
COMMENTARY = NewCommentary(HOME, Audience.COMMITTEE, PAPER_DAY, "On course", item_id=1)
OF_A_REPORT = NewCommentary(HOME, Audience.COMMITTEE, PAPER_DAY, "On course", report_id=1)
ACTIVITY = ActivityChange("SOC", ActivityKind.INSPECTION, Stage.PLANNED)
PAPER = PaperToIssue(b"document", PAPER_DAY, 1, "{}", "[]", anonymised=False, meeting_on=PAPER_DAY)
PAIR, SIGNED, REPLY = RepeatPair(2, 1), SignOff(1, PAPER_DAY, "Board"), Reply(HOME, 1, PAPER_DAY, "sent")
Try = Callable[[Store, Actor], object]
TRIES: dict[Callable[..., Any], Try] = {
    commit: lambda store, actor: commit(store, checked(items_csv(item("R9"))), actor, acknowledged=["all"]),
    keep_decisions: lambda store, actor: keep_decisions(store, (), actor),
    withdraw: lambda store, actor: withdraw(store, 1, actor),
    restore: lambda store, actor: restore(store, 1, actor),
    carry_out: lambda store, actor: carry_out(store, 1, LogAction.WITHDRAWN, actor, "why", VIEW),
    save_activity: lambda store, actor: save_activity(store, HOME, [ACTIVITY], actor),
    remove_activity: lambda store, actor: remove_activity(store, HOME, 1, actor),
    write_commentary: lambda store, actor: write_commentary(store, COMMENTARY, actor),
    write_commentaries: lambda store, actor: write_commentaries(store, [COMMENTARY], actor),
    take_back_commentary: lambda store, actor: take_back_commentary(store, 1, actor),
    add_meeting: lambda store, actor: add_meeting(store, PAPER_DAY, actor),
    remove_meeting: lambda store, actor: remove_meeting(store, PAPER_DAY, actor),
    issue_paper: lambda store, actor: issue_paper(store, PAPER, actor),
    write_standing_text: lambda store, actor: write_standing_text(store, "about", "HMICFRS", actor),
    restore_own_text: lambda store, actor: restore_own_text(store, "about", actor),
    confirm_repeat: lambda store, actor: confirm_repeat(store, PAIR, actor),
    dismiss_repeat: lambda store, actor: dismiss_repeat(store, PAIR, actor),
    take_back: lambda store, actor: take_back(store, PAIR, actor),
    record_reply: lambda store, actor: record_reply(store, REPLY, actor),
    record_replies: lambda store, actor: record_replies(store, [REPLY], actor),
    take_back_reply: lambda store, actor: take_back_reply(store, HOME, 1, actor),
    record_sign_off: lambda store, actor: record_sign_off(store, SIGNED, actor),
    record_sign_offs: lambda store, actor: record_sign_offs(store, [SIGNED], actor),
    take_back_sign_off: lambda store, actor: take_back_sign_off(store, 1, actor),
    save_step: lambda store, actor: save_step(store, STEP, actor),
    save_steps: lambda store, actor: save_steps(store, [STEP], actor),
    remove_step: lambda store, actor: remove_step(store, 1, PAPER_DAY, actor),
    take_in: lambda store, actor: workbook_taken_in(store, actor, "A1"),
    withdraw_return: lambda store, actor: withdraw_return(store, 1, actor),
    restore_return: lambda store, actor: restore_return(store, 1, actor),
}
LOOK_AFTER: dict[Callable[..., Any], Try] = {
    back_up: lambda store, actor: back_up(store, actor),
    run_checks: lambda store, actor: run_checks(store, GROUPS, actor),
}
KEEPS_NOTHING = {"rehearse_return"}
OF_OWN_ITEMS = [write_commentary, write_commentaries, save_step, save_steps, take_in]
THE_OFFICERS = [use_case for use_case in TRIES if use_case not in OF_OWN_ITEMS]


def workbook_taken_in(store: Store, actor: Actor, reference: str) -> object:
    """A new step of that item, written into a workbook as it is given out."""

    fill = write(reference, step="Write a policy", state="to do")
    return take_in(store, HOME, came_back(store, filled(given_out(store), fill)), {}, actor)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Item 1, whose lead is the contributor, and item 2, whose lead is somebody else."""
    with closing(new_store(tmp_path / "jasc.duckdb")) as store:
        imported(store, items_csv(item("A1", "AFI", lead=LEAD, grade="2"), item("A2", "AFI", lead="Head of Crime")))
        yield store


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same, for what must change nothing."""
    with closing(new_store(tmp_path_factory.mktemp("shared") / "jasc.duckdb")) as store:
        imported(store, items_csv(item("A1", "AFI", lead=LEAD, grade="2"), item("A2", "AFI", lead="Head of Crime")))
        yield store


def refusals(store: Store) -> list[tuple[str, str]]:
    return [(one.who, one.detail) for one in log_of(store.path).entries() if one.event is Event.REFUSED]


def test_no_use_case_that_writes_is_left_out() -> None:
    """Whatever takes a store and an actor writes, or has the system do something, and is tried here."""
    found = set()
    for package in (jasc_data.uploads, jasc_data.editorial):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
                asked = set(inspect.signature(function).parameters)
                own = function.__module__ == module.name and not name.startswith("_")
                if own and {"store", "actor"} <= asked and name not in KEEPS_NOTHING:
                    found.add(function)
    assert found == {*TRIES, *LOOK_AFTER}


@pytest.mark.parametrize("use_case", LOOK_AFTER, ids=lambda use_case: use_case.__name__)
@pytest.mark.parametrize("actor", [VIEWER, CONTRIBUTOR, FLO], ids=lambda actor: actor.role)
def test_the_system_is_looked_after_by_administrators_alone(
    shared: Store, use_case: Callable[..., Any], actor: Actor
) -> None:
    told = len(refusals(shared))
    with pytest.raises(NotAllowed, match=f"As {actor.role} you may not look after backups and the system"):
        LOOK_AFTER[use_case](shared, actor)
    assert refusals(shared)[told:] == [(actor.name, "look after backups and the system")]


def test_an_administrator_has_the_store_checked_and_backed_up(store: Store) -> None:
    assert not any(run_checks(store, GROUPS, ADMINISTRATOR).values())
    with pytest.raises(BackupFailed, match="is not backed up"):  # this one keeps none
        back_up(store, ADMINISTRATOR)


@pytest.mark.parametrize("use_case", TRIES, ids=lambda use_case: use_case.__name__)
@pytest.mark.parametrize("actor", [VIEWER, ADMINISTRATOR], ids=lambda actor: actor.role)
def test_who_may_only_look_is_refused_and_logged(shared: Store, use_case: Callable[..., Any], actor: Actor) -> None:
    before, told = dump(shared), len(refusals(shared))
    with pytest.raises(NotAllowed, match=f"As {actor.role} you may not .*Nothing was changed"):
        TRIES[use_case](shared, actor)
    assert dump(shared) == before
    assert [who for who, _ in refusals(shared)[told:]] == [actor.name]


@pytest.mark.parametrize("use_case", THE_OFFICERS, ids=lambda use_case: use_case.__name__)
def test_a_contributor_is_refused_what_is_the_officers(shared: Store, use_case: Callable[..., Any]) -> None:
    with pytest.raises(NotAllowed, match="As contributor you may"):
        TRIES[use_case](shared, CONTRIBUTOR)


@pytest.mark.parametrize("use_case", OF_OWN_ITEMS, ids=lambda use_case: use_case.__name__)
def test_a_contributor_writes_of_own_items(store: Store, use_case: Callable[..., Any]) -> None:
    TRIES[use_case](store, CONTRIBUTOR)
    with store.snapshot() as snapshot:
        last = audit_of(snapshot, log_of(store.path)).entries[-1]
    assert (last.who, last.roles) == ("lead@force.example", "contributor")


def test_a_contributor_writes_of_no_other_item_and_no_report(store: Store) -> None:
    before = dump(store)
    for tried in (
        lambda: save_step(store, OF_ANOTHER, CONTRIBUTOR),
        lambda: save_steps(store, [STEP, OF_ANOTHER], CONTRIBUTOR),
        lambda: write_commentary(store, OF_A_REPORT, CONTRIBUTOR),
        lambda: workbook_taken_in(store, CONTRIBUTOR, "A2"),
    ):
        with pytest.raises(NotAllowed, match="of your own items only"):
            tried()
    assert dump(store) == before
    assert len(refusals(store)) == 4


def test_a_step_owner_writes_of_the_item_until_the_step_is_somebody_elses(store: Store) -> None:
    save_step(store, StepChange(2, "Train", StepState.TO_DO, PAPER_DAY, LEAD), FLO)
    save_step(store, OF_ANOTHER, CONTRIBUTOR)
    save_step(store, StepChange(2, "Train", StepState.TO_DO, PAPER_DAY, "Head of Crime", step_id=1), FLO)
    with pytest.raises(NotAllowed):
        remove_step(store, 2, PAPER_DAY, CONTRIBUTOR)


def test_who_led_it_in_an_earlier_export_leads_it_no_more(store: Store) -> None:
    later = items_csv(item("A1", "AFI", lead="Head of Crime"), item("A2", "AFI", lead=LEAD))
    imported(store, later, date(2023, 9, 8))
    with pytest.raises(NotAllowed):
        save_step(store, STEP, CONTRIBUTOR)
    save_step(store, OF_ANOTHER, CONTRIBUTOR)


def test_nobody_without_a_name_owns_what_names_nobody(store: Store) -> None:
    imported(store, items_csv(item("A3", "AFI", lead=""), item("A4", "AFI", lead="-")), date(2023, 9, 8))
    for names in (frozenset(), frozenset({"", "-"})):
        nameless = Actor("x@force.example", Role.CONTRIBUTOR, Way.DASHBOARD, names=names)
        for item_id in (3, 4, 99):
            with pytest.raises(NotAllowed):
                save_step(store, StepChange(item_id, "Train", StepState.TO_DO, PAPER_DAY), nameless)


def test_the_officer_and_the_person_at_the_machine_may(store: Store) -> None:
    for actor in (FLO, by()):
        save_step(store, StepChange(2, f"Train {actor.name}", StepState.TO_DO, PAPER_DAY), actor)


def test_the_audit_log_tells_every_write_and_no_text(store: Store) -> None:
    write_everything(store)
    add_meeting(store, PAPER_DAY, FLO)
    confirm_repeat(store, PAIR, FLO)
    with pytest.raises(NotAllowed):
        add_meeting(store, PAPER_DAY, VIEWER)
    with store.snapshot() as snapshot:
        audit = audit_of(snapshot, log_of(store.path))
    told = "; ".join(f"{one.who}: {one.what}" for one in audit.entries)
    assert "a test: upload 1 committed" in told
    assert "deputy: commentary 2 written" in told
    assert "deputy: step 1 of item 1 removed" in told
    assert "flo@force.example: repeat of item 1 by item 2 confirmed" in told
    assert "viewer@force.example: refused: keep the list of meetings" in told
    assert audit.refusals == 1
    with store.snapshot() as snapshot:
        logs = [table for table in dump(store) if table.endswith("_action")]
        kept = sum(
            len(dump(store)[table]) for table in (*logs, "action_log", "decision", "issued_paper", "standing_text")
        )
        assert len(snapshot.raw("audit/writes")) == kept
    assert not any(text in told for text in ("On course", "policy", "A1", "Vetting", "HMICFRS is", "Board", "Head"))
