"""build/sbom.cdx.json: what the product is built of, as CycloneDX 1.6: ``python -m maintenance.bill_of_materials``.

The same lock gives the same file: no clock and no chance is in it.
"""

import json
import sys
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from jasc_data.domain.settings import PROJECT
from jasc_data.domain.version import VERSION
from maintenance.locked import LOCK, Locked, installed_somewhere

PLACE = PROJECT / "build" / "sbom.cdx.json"
_PRODUCT = f"jasc-inspection-dashboard@{VERSION}"


def bill() -> dict[str, Any]:
    """The bill: every pinned release with its licence and digests, and which of them needs which."""
    pins = {pin.name: pin for pin in installed_somewhere()}
    direct = [line.partition("==")[0] for line in (PROJECT / "requirements.txt").read_text("utf-8").split()]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, VERSION + LOCK.read_text(encoding='utf-8'))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _PRODUCT,
                "name": "JASC inspection dashboard",
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [_component(pin) for pin in pins.values()],
        "dependencies": [
            _dependency(_PRODUCT, direct, pins),
            *(_dependency(_ref(pin), _needs(pin, pins), pins) for pin in pins.values()),
        ],
    }


def _component(pin: Locked) -> dict[str, Any]:
    expression = pin.metadata["License-Expression"] if pin.metadata else None
    licence = {"expression": expression} if expression else {"license": {"name": pin.licence}}
    return {
        "type": "library",
        "bom-ref": _ref(pin),
        "name": pin.name,
        "version": pin.release,
        "purl": _ref(pin),
        **({"licenses": [licence]} if pin.licence else {}),
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in pin.digests],  # of each file of the release
    }


def _dependency(ref: str, needs: list[str], pins: dict[str, Locked]) -> dict[str, Any]:
    return {"ref": ref, "dependsOn": [_ref(pins[name]) for name in needs]}


def _ref(pin: Locked) -> str:
    return f"pkg:pypi/{pin.name}@{pin.release}"


def _needs(pin: Locked, pins: dict[str, Locked]) -> list[str]:
    """What it needs of the others on this platform; extras are asked for by nobody."""
    said = (pin.metadata.get_all("Requires-Dist") if pin.metadata else None) or ()
    needed = [Requirement(line) for line in said]
    names = {canonicalize_name(need.name) for need in needed if not need.marker or need.marker.evaluate({"extra": ""})}
    return sorted(names & pins.keys())


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")
    print(f"Written: {PLACE.relative_to(PROJECT)}")
    sys.exit(0)
