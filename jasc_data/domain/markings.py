"""The protective markings that may be chosen for one paper: those known here and in the settings, no free text."""

from jasc_data.domain.failures import FileRefused
from jasc_data.domain.settings import Settings

UNMARKED = "No marking"
_NONE = "none"  # how an argument writes it
_KNOWN = ("", "OFFICIAL", "OFFICIAL-SENSITIVE")


def markings(settings: Settings) -> tuple[str, ...]:
    """Those that may be chosen, blank for no marking; the one that stands on every page comes first."""
    found: dict[str, str] = {}
    for marking in (settings.marking, *_KNOWN, *settings.further_markings):
        found.setdefault(marking.casefold(), marking)
    return tuple(found.values())


def marking_named(settings: Settings, words: str | None) -> str:
    """The marking that an argument names, in any case; the settings' own without one. Raises FileRefused for others."""
    if words is None:
        return settings.marking
    found = {(marking or _NONE).casefold(): marking for marking in markings(settings)}
    sought = " ".join(words.split()).casefold()
    if sought not in found:
        offered = " or ".join(marking or _NONE for marking in markings(settings))
        raise FileRefused(
            f"The marking “{words}” cannot be chosen: write {offered}. The setting JASC_FURTHER_MARKINGS allows others."
        )
    return found[sought]


def marked(settings: Settings, marking: str | None) -> Settings:
    """The settings with that marking in place of their own; None leaves it."""
    return settings if marking is None else settings.model_copy(update={"marking": marking})
