"""The words of the field, each with one meaning (rule 1). Values are what files, SQL, URLs and JSON carry.

What is unknown has a value of its own, such as "not graded", and is never dropped (rule 19).

Source of the meanings: the committee paper of September 2023 and the public pages of HMICFRS.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a report can raise."""

    CAUSE_OF_CONCERN = "cause_of_concern"  # a serious, critical or systemic shortcoming; accelerated ones count in
    RECOMMENDATION = "recommendation"
    AFI = "afi"  # area for improvement

    @property
    def singular(self) -> str:
        """The kind in a sentence about one."""
        return {"cause_of_concern": "cause of concern", "recommendation": "recommendation", "afi": "AFI"}[self.value]

    @property
    def plural(self) -> str:
        """The kind in a sentence about several."""
        return {"cause_of_concern": "causes of concern", "recommendation": "recommendations", "afi": "AFIs"}[self.value]

    @property
    def heading(self) -> str:
        """The kind as a heading, written out."""
        return {
            "cause_of_concern": "Causes of concern",
            "recommendation": "Recommendations",
            "afi": "Areas for improvement (AFIs)",
        }[self.value]

    @property
    def short_heading(self) -> str:
        """The heading where space is short."""
        return self.heading.removesuffix(" (AFIs)")

    def counted(self, number: int) -> str:
        """The number with the fitting form: ``1 cause of concern``, ``104 recommendations``."""
        return f"{number:,} {self.singular if number == 1 else self.plural}"


class Grade(StrEnum):
    """The inspectorate's level of a recommendation or AFI; 4 is the most severe. Causes of concern carry none."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    NOT_GRADED = "not graded"  # older items; a class of its own, never dropped


class Status(StrEnum):
    """Where an item stands. The first three count as open."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    AWAITING_SIGN_OFF = "awaiting sign-off"
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    NOT_FOR_FORCE = "not for the force"

    @property
    def counts_as_open(self) -> bool:
        """True for the three statuses that the headline counts."""
        return self in _COUNT_AS_OPEN


_COUNT_AS_OPEN = (Status.OPEN, Status.IN_PROGRESS, Status.AWAITING_SIGN_OFF)  # asked of every item: looked up once


class ExportType(StrEnum):
    """The two types of export: a row per record, or open counts by force and kind."""

    ITEMS = "items"
    POSITIONS = "positions"


class AverageBasis(StrEnum):
    """Whose average the most similar group's is."""

    WITH_US = "with-us"  # the paper's: unweighted mean of the group, home force included
    WITHOUT_US = "without-us"
    MEDIAN = "median"  # of the group, home force included


class NationalSource(StrEnum):
    """Where a national average comes from."""

    PUBLISHED = "published"
    COMPUTED = "computed"  # the mean of all 43 forces, when all are held


class DeadlineBasis(StrEnum):
    """How the date of an HMICFRS deadline is known."""

    STATED = "stated"
    WORKED_OUT = "worked out"  # from words such as "within three months"
    IMMEDIATELY = "immediately"  # the publication date
    NONE = "none"
    NOT_UNDERSTOOD = "not understood"  # words that give no date; kept and shown as written

    @property
    def is_worked_out(self) -> bool:
        """True when the day stands in no export and is ours to answer for; ``immediately`` is such a day (rule 16)."""
        return self in (DeadlineBasis.WORKED_OUT, DeadlineBasis.IMMEDIATELY)


class LogAction(StrEnum):
    """What can happen to an upload. The log is append-only; an upload's state is its last action."""

    COMMITTED = "committed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class ReturnAction(StrEnum):
    """What can happen to a tracking workbook that came back. The log is append-only; the last action holds."""

    TAKEN_IN = "taken in"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class RepeatAction(StrEnum):
    """What can be done about an item that may repeat an earlier one. The log is append-only; the last action holds."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    TAKEN_BACK = "taken back"


class Audience(StrEnum):
    """For whom a commentary is written. What is for the desk leaves no desk: it is in no paper and no copied text."""

    COMMITTEE = "committee"
    DESK = "desk"

    @property
    def words(self) -> str:
        """``for the desk only``."""
        return "for the committee" if self is Audience.COMMITTEE else "for the desk only"


class StepState(StrEnum):
    """How far a step to green is. The last two count as met."""

    TO_DO = "to do"
    UNDER_WAY = "under way"
    MET = "met"
    EVIDENCE_SEEN = "evidence seen"

    @property
    def is_met(self) -> bool:
        """True when the step is done, whether or not its evidence was looked at."""
        return self in (StepState.MET, StepState.EVIDENCE_SEEN)


class ActivityKind(StrEnum):
    """What an entry of the activity register is."""

    INSPECTION = "inspection"
    SUPER_COMPLAINT = "super-complaint"
    BOARD = "board"  # a date of a board, such as the service improvement board
    OTHER = "other"


class Stage(StrEnum):
    """How far an activity is."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    RESULTS_AWAITED = "results awaited"
    FINISHED = "finished"


class Written(StrEnum):
    """What can be done with something that people write. Every log of it is append-only."""

    WRITTEN = "written"
    REMOVED = "removed"
    RECORDED = "recorded"
    TAKEN_BACK = "taken back"
