"""What requirements.lock pins: each release with the digests of all its files, for every platform."""

import re
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from jasc_data.domain.settings import PROJECT

_IN_A_BROWSER = "sys_platform == 'emscripten'"
LOCK = PROJECT / "requirements.lock"
_PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<release>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?(?= \\|$)", re.MULTILINE)
_DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Locked:
    """One release. marker: where it is needed, blank for everywhere. digests: SHA-256 of each of its files."""

    name: str
    release: str
    marker: str
    digests: tuple[str, ...]

    @property
    def metadata(self) -> PackageMetadata | None:
        """What the package says of itself; None where it is not installed, because this platform does not need it."""
        try:
            return metadata(self.name)
        except PackageNotFoundError:
            return None

    @property
    def licence(self) -> str:
        """The licence as the package names it, an SPDX expression if it does; blank where it is not installed."""
        said = self.metadata
        if said is None:
            return ""
        word = said["License-Expression"] or said["License"] or ""
        known = [line.split(" :: ")[-1] for line in said.get_all("Classifier") or () if line.startswith("License ::")]
        return word if word and len(word) < 60 and "\n" not in word else ", ".join(known)


def locked(path: Path = LOCK) -> list[Locked]:
    """Every pinned release, by name."""
    text = path.read_text(encoding="utf-8")
    pins = list(_PIN.finditer(text))
    ends = [pin.start() for pin in pins[1:]] + [len(text)]
    return [
        Locked(pin["name"], pin["release"], pin["marker"] or "", tuple(_DIGEST.findall(text, pin.end(), end)))
        for pin, end in zip(pins, ends, strict=True)
    ]


def installed_somewhere(path: Path = LOCK) -> list[Locked]:
    """The same without what is needed in a browser's own Python alone: no server runs there."""
    return [pin for pin in locked(path) if _IN_A_BROWSER not in pin.marker]
