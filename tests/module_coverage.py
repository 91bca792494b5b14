"""``python tests/module_coverage.py FILE``: ends with 1 when a module in coverage's JSON report is below the floor."""

import json
import sys
from pathlib import Path

FLOOR = 90  # per cent of a module's lines; one average over all of them would let one module go untested


def below(report: dict[str, dict[str, dict[str, dict[str, float]]]]) -> dict[str, float]:
    """The modules below the floor, each with its per cent."""
    covered = {name: module["summary"]["percent_covered"] for name, module in report["files"].items()}
    return {name: share for name, share in sorted(covered.items()) if share < FLOOR}


def main(file: str) -> int:
    """Says which modules are below the floor."""
    report = json.loads(Path(file).read_text())
    found = below(report)
    for name, share in found.items():
        print(f"{name}: {share:.0f}% of its lines are run by tests; {FLOOR}% are asked for")
    print(f"{len(report['files'])} modules, {report['totals']['percent_covered']:.1f}% of their lines run by tests")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
