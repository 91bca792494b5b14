"""The texts that every paper carries, under their keys: the last one written of each is in force."""

from dataclasses import dataclass

from jasc_data.domain.actor import Done
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class TextVersion(Done):
    """One version of a text. text: blank where somebody went back to the product's own."""

    version_id: int
    text_key: str
    text: str


@dataclass(frozen=True)
class StandingTexts:
    """What was ever written, in the order of writing; nothing of a key whose text is the product's own."""

    versions: tuple[TextVersion, ...]

    def of(self, text_key: str) -> tuple[TextVersion, ...]:
        """Every version of a text, the latest first."""
        return tuple(version for version in reversed(self.versions) if version.text_key == text_key)

    def latest(self, text_key: str) -> TextVersion | None:
        """The last version, going back to the product's own included; None when none was ever written."""
        return next(iter(self.of(text_key)), None)

    def in_force(self, text_key: str) -> TextVersion | None:
        """The version that a paper carries; None where it carries the product's own text."""
        latest = self.latest(text_key)
        return latest if latest and latest.text else None


def standing_texts(snapshot: Snapshot) -> StandingTexts:
    """What was ever written, as far as it is known."""
    return StandingTexts(tuple(snapshot.rows("standing_texts/versions", TextVersion)))
