"""What withdrawing or restoring an upload does, or would do: at its own date in full, and to every other date."""

from dataclasses import dataclass
from datetime import date

from jasc_data.domain.vocabulary import LogAction
from jasc_data.uploads.dated_impact import DatedChange
from jasc_data.uploads.history import LoggedUpload
from jasc_data.uploads.impact import Effect


@dataclass(frozen=True)
class Acted:
    """One action on an upload. upload: as it stands while it is live, so that it says by what it is replaced.

    effect: what changes at the upload's own date. dates: every open count and published average that differs, of any
    date held before or after.
    """

    upload: LoggedUpload
    action: LogAction
    effect: Effect
    dates: tuple[DatedChange, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """True when no item, no figure and no date's count differs."""
        return not (self.effect.items or self.effect.figures or self.dates)

    @property
    def other_days(self) -> tuple[date, ...]:
        """The dates besides the upload's own of which a figure changes, the earliest first."""
        return tuple(sorted({change.day for change in self.dates} - {self.upload.as_of}))
