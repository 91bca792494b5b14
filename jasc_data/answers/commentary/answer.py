"""Commentary: for each report and item, and each audience, the position that holds at a day, and every version kept."""

from dataclasses import dataclass
from datetime import date, datetime

from jasc_data.domain.actor import Actor, Done, Role, Way
from jasc_data.domain.vocabulary import Audience
from jasc_data.store.snapshot import Snapshot

Subject = str | int  # an item by its key, or a report by its number


@dataclass(frozen=True)
class Version(Done):
    """One version of a commentary, about an item (by its key) or a report. gone_at: when it was taken back."""

    version_id: int
    item_key: str | None
    report_id: int | None
    audience: Audience
    dated: date
    text: str
    gone_at: datetime | None
    gone_who: str | None
    gone_role: Role | None
    gone_way: Way | None

    @property
    def subject(self) -> Subject:
        """What it is about."""
        if self.item_key is not None:
            return self.item_key
        assert self.report_id is not None
        return self.report_id

    @property
    def gone_by(self) -> Actor | None:
        """Who took it back; None when nobody did."""
        if self.gone_who is None or self.gone_role is None or self.gone_way is None:
            return None
        return Actor(self.gone_who, self.gone_role, self.gone_way)


@dataclass(frozen=True)
class Commentary:
    """What was ever written, in the order of writing. until: the day up to which a position holds that is dated."""

    versions: tuple[Version, ...]
    until: date

    def of(self, subject: Subject) -> tuple[Version, ...]:
        """Every version about an item or a report, the latest position first, those taken back included."""
        return tuple(sorted((one for one in self.versions if one.subject == subject), key=_order, reverse=True))

    def position(self, subject: Subject, audience: Audience) -> Version | None:
        """The current position: of the versions not taken back, the latest dated, and of one day the last written."""
        standing = (one for one in self.of(subject) if one.audience is audience and one.gone_at is None)
        return next((one for one in standing if one.dated <= self.until), None)

    def is_current(self, version: Version) -> bool:
        """True when the version is the position that holds."""
        return self.position(version.subject, version.audience) == version

    @property
    def positions(self) -> tuple[Version, ...]:
        """Every position that holds, the latest first."""
        asked = dict.fromkeys((one.subject, one.audience) for one in self.versions)
        found = [self.position(subject, audience) for subject, audience in asked]
        return tuple(sorted((one for one in found if one), key=_order, reverse=True))

    def for_committee(self) -> "Commentary":
        """The same without what is for the desk only, nor what was taken back: this alone may leave the dashboard."""
        kept = (one for one in self.versions if one.audience is Audience.COMMITTEE and one.gone_at is None)
        return Commentary(tuple(kept), self.until)


def commentary_of(snapshot: Snapshot, force: str, until: date) -> Commentary:
    """What was ever written about the reports and items of a force."""
    return Commentary(tuple(snapshot.rows("commentary/versions", Version, force=force)), until)


def _order(version: Version) -> tuple[date, int]:
    return version.dated, version.version_id
