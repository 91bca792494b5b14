"""Commentary in sentences: whose position of which day, for whom, who wrote it, and how many versions there are."""

from collections.abc import Sequence

from jasc_data.answers.commentary.answer import Commentary, Version
from jasc_data.answers.commentary.search import Told
from jasc_data.domain.vocabulary import Audience
from jasc_data.wording.numbers import counted, local_time, long_date

_LONGEST_SEARCH = 40  # characters of what was searched for


def position_words(version: Version) -> str:
    """``Position of 4 September 2023, for the committee, written 5 September 2023 09:12 by flo (dashboard)``."""
    return f"Position of {long_date(version.dated)}, {version.audience.words}, {written_words(version)}"


def written_words(version: Version) -> str:
    """``written 5 September 2023 09:12 by flo (dashboard)``."""
    return f"written {local_time(version.happened_at)} by {version.actor.words}"


def standing_words(commentary: Commentary, version: Version) -> str:
    """How a version stands: the current position, an earlier or a later one, or taken back and by whom."""
    if version.gone_at and version.gone_by:
        return f"Taken back {local_time(version.gone_at)} by {version.gone_by.words}"
    if commentary.is_current(version):
        return "Current position"
    return "Dated later than the date shown" if version.dated > commentary.until else "Earlier version"


def commentary_headline(home: str, found: Sequence[Told], search: str = "") -> str:
    """The page's message: how much was said, and about how many reports and items. search: what was asked for."""
    about = len({one.version.subject for one in found})
    what = f"about {counted(about, 'report or item') if about == 1 else f'{about:,} reports and items'}"
    if search:
        words = search if len(search) <= _LONGEST_SEARCH else f"{search[:_LONGEST_SEARCH]}…"
        return f"“{words}”: {counted(len(found), 'version')} {what}" if found else f"“{words}”: nothing was said"
    return (
        f"{home}: {counted(len(found), 'version')} of what was said {what}" if found else f"{home}: nothing is said yet"
    )


def commentary_sentence(commentary: Commentary) -> str:
    """How many positions hold at the day, and for whom."""
    positions = commentary.positions
    if not positions:
        return f"No position holds on {long_date(commentary.until)}."
    desk = sum(one.audience is Audience.DESK for one in positions)
    hold = "holds" if len(positions) == 1 else "hold"
    apart = f", {desk:,} of them for the desk only" if desk else ", for the committee"
    return f"{counted(len(positions), 'position')} {hold} on {long_date(commentary.until)}{apart}."


def commentary_source(commentary: Commentary) -> str:
    """For the foot of a page or a file."""
    if not commentary.versions:
        return f"Source: commentary kept on this dashboard; none by {long_date(commentary.until)}."
    latest = max(version.dated for version in commentary.versions)
    return f"Source: commentary kept on this dashboard, dated up to {long_date(latest)}; every version is kept."
