"""Who may do what. Asked where something is written or shown, never only where a page offers it."""

from enum import StrEnum

from jasc_data.domain.actor import Actor, Role
from jasc_data.domain.failures import UserFailure


class Action(StrEnum):
    """What somebody may want to do; each reads on from "may not"."""

    SEE = "see the figures"
    UPLOAD = "upload exports"
    WITHDRAW = "withdraw or restore uploads"
    RETURN_TRACKING = "take in tracking workbooks"
    WITHDRAW_TRACKING = "withdraw or restore tracking workbooks"
    WRITE_STEPS = "write steps to green"
    WRITE_COMMENTARY = "write commentary"
    RECORD_SIGN_OFFS = "record sign-offs"
    RECORD_REPLIES = "record the commissioner's replies"
    KEEP_ACTIVITY = "keep the activity register"
    KEEP_MEETINGS = "keep the list of meetings"
    DECIDE_REPEATS = "decide what repeats an earlier finding"
    ISSUE_PAPERS = "issue papers"
    WRITE_STANDING_TEXTS = "write the standing texts of the paper"
    READ_AUDIT = "read the audit log"
    LOOK_AFTER_SYSTEM = "look after backups and the system"


_ALL = frozenset(Action)
_WHOLE: dict[Role, frozenset[Action]] = {
    Role.LOCAL: _ALL,
    Role.FLO: _ALL - {Action.LOOK_AFTER_SYSTEM},
    Role.CONTRIBUTOR: frozenset({Action.SEE}),
    Role.ADMINISTRATOR: frozenset({Action.SEE, Action.READ_AUDIT, Action.LOOK_AFTER_SYSTEM}),
    Role.VIEWER: frozenset({Action.SEE}),
}
_OF_OWN_ITEMS = {Role.CONTRIBUTOR: frozenset({Action.WRITE_STEPS, Action.WRITE_COMMENTARY, Action.RETURN_TRACKING})}
OWN_ITEMS = "those whose lead in the latest export is called as you are, or of which you own a step to green"


class NotAllowed(UserFailure):
    """The person's roles do not reach so far. why: the same, where nothing was tried yet."""

    def __init__(self, why: str):
        super().__init__(f"{why} Ask the force liaison officer, or whoever gives out the roles. Nothing was changed.")
        self.why = why


def can(actor: Actor, action: Action, *, own: bool = False) -> bool:
    """Whether the person may do it. own: with items of their own alone."""
    return any(action in _WHOLE[role] or (own and action in _OF_OWN_ITEMS.get(role, ())) for role in actor.roles)


def require(actor: Actor, action: Action, *, own: bool = False) -> None:
    """Raises NotAllowed, with a sentence for the person, where ``can`` says no."""
    if can(actor, action, own=own):
        return
    role = " and ".join(actor.roles)
    if can(actor, action, own=True):
        raise NotAllowed(f"As {role} you may {action} of your own items only: {OWN_ITEMS}.")
    raise NotAllowed(f"As {role} you may not {action}.")
