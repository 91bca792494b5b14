"""What was measured on: the machine, and the versions of what the figures hang on."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("streamlit", "duckdb", "pandas", "plotly")


def machine() -> dict[str, str]:
    """The machine in words, under what each says of it."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    memory = _first(r"MemTotal:\s*(\d+)", "/proc/meminfo")
    return {
        "Day": datetime.now(UTC).date().isoformat(),
        "Processor": _first(r"model name\s*:\s*(.+)", "/proc/cpuinfo") or platform.processor() or platform.machine(),
        "Cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "Memory": f"{int(memory or 0) / 1e6:.0f} GB",
        "System": platform.system() + " " + platform.release(),
        "Load when it began": f"{load:.1f}",
        "Python": platform.python_version(),
        **{library: version(library) for library in LIBRARIES},
    }


def _first(pattern: str, path: str) -> str:
    text = Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""
    found = re.search(pattern, text)
    return found[1].strip() if found else ""
