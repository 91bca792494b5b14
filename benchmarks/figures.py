"""The figures that were measured, kept as one JSON file: parts can be measured one at a time."""

import json
from pathlib import Path
from typing import Any


class Figures:
    """What each part measured when it last ran, and on which machine."""

    def __init__(self, path: Path):
        self.path = path
        self._parts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def keep(self, part: str, machine: dict[str, str], measured: dict[str, Any]) -> None:
        """Keeps what a part measured, in place of what it measured before."""
        self._parts[part] = {"machine": machine, "measured": measured}
        self.path.write_text(json.dumps(self._parts, indent=1), encoding="utf-8")

    def of(self, part: str) -> dict[str, Any] | None:
        """What that part measured; None when it has not run yet."""
        return self._parts[part]["measured"] if part in self._parts else None

    def machine_of(self, part: str) -> dict[str, str]:
        """Where and when that part ran."""
        return dict(self._parts[part]["machine"])
