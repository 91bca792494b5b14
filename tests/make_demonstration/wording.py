"""The sentences of the invented items. Every text ends in a mark that says it is invented."""

from collections.abc import Sequence

from jasc_data.domain.vocabulary import Kind

MARK = "(invented)"
_NATIONAL = (
    "Chief constables should review {topic} and act on what the review finds",
    "Chief constables should set a clear standard for {topic} and check each quarter that it is met",
    "Chief constables should give the staff concerned guidance on {topic} and test that it is followed",
    "Chief constables should report on {topic} to a board that a chief officer chairs",
    "Chief constables should make sure that supervisors look at {topic} and record what they find",
    "Chief constables should agree with partners how to improve {topic}, and measure the result",
)
_OWN = tuple(sentence.replace("Chief constables", "The force") for sentence in _NATIONAL)
_ELSEWHERE = "The {addressee} should publish national guidance on {topic}, after consulting forces"
_AFI = (
    "The force should improve {topic}, and show the difference that it has made",
    "The force should make sure that its supervisors understand and check {topic}",
    "The force does not yet do enough about {topic}. It should set out how this will change",
)
_CONCERN = "The force does not manage {topic} well enough. This puts people at risk of harm"

_STEPS = {
    "Open": ("", "Lead named; plan to be agreed at the next board"),
    "In progress": (
        "Policy rewritten; training under way",
        "Dip sample running; results to the next board",
        "Two of four steps met",
        "New process live; first audit due",
        "",
    ),
    "Awaiting sign-off": ("All steps met; evidence on the portal",),
    "Closed": ("All steps met; signed off",),
}
_LATE = (
    "Work started late because the new system was not ready",
    "Evidence sample not yet large enough to show that the change has held",
    "Waiting for guidance that several bodies share",
)


def item_text(kind: Kind, topic: str, variant: int, addressee: str) -> str:
    """The wording of one item. A report that comes back to a topic must ask for another variant of the sentence."""
    if kind is Kind.CAUSE_OF_CONCERN:
        choices: Sequence[str] = (_CONCERN,)
    elif kind is Kind.AFI:
        choices = _AFI
    elif "onstable" not in addressee:
        choices = (_ELSEWHERE,)
    else:
        choices = _OWN if addressee == "Chief constable" else _NATIONAL
    sentence = choices[variant % len(choices)]
    return f"{sentence.format(topic=topic, addressee=addressee.replace('; ', ' and the '))} {MARK}"


def steps_to_green(status: str, number: int) -> str:
    """What the strategic lead wrote about progress; blank where nothing was written."""
    return _STEPS[status][number % len(_STEPS[status])]


def reason_late(number: int) -> str:
    """Why an item is past its deadline, in a few words."""
    return _LATE[number % len(_LATE)]
