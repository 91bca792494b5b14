"""``python -m maintenance.audit PIP_AUDIT``: are vulnerabilities known of what requirements.lock pins?

Exit code 0: of every package asked, none; 1: some; 2: not all could be asked. pip-audit itself calls it well when it
could ask nothing.
"""

import json
import subprocess
import sys
from typing import Any

from maintenance.locked import LOCK

WELL, VULNERABLE, NOT_ASKED = 0, 1, 2
_CLOSED = "Nothing was audited: the list of known vulnerabilities cannot be reached from here. Try where it can."


def verdict(answer: str) -> tuple[int, list[str]]:
    """The exit code and what to say, from what pip-audit wrote as JSON; blank where it wrote nothing."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return NOT_ASKED, [_CLOSED]
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        return NOT_ASKED, [_CLOSED]
    said = [
        f"{package['name']} {package['version']}: {found['id']}; {_mended_in(found)}"
        for package in asked
        for found in package["vulns"]
    ]
    left = [package["name"] for package in packages if "skip_reason" in package]
    if left:
        said.append(f"Not audited, because nothing is known of them: {', '.join(left)}.")
    if any(package["vulns"] for package in asked):
        return VULNERABLE, said
    said.append(f"No known vulnerability in {len(asked)} of {len(packages)} packages.")
    return (NOT_ASKED if left else WELL), said


def _mended_in(found: dict[str, Any]) -> str:
    releases = found.get("fix_versions") or []
    return f"mended in {', '.join(releases)}" if releases else "not mended yet"


def main(program: str) -> int:
    """Asks, says what was found, and returns the exit code."""
    how = ("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")
    ended = subprocess.run([program, "--requirement", LOCK, *how], capture_output=True, text=True, check=False)
    code, said = verdict(ended.stdout)
    print("\n".join(said))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
