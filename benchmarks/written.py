"""docs/benchmarks.md, written from the figures that are kept: a section a part, and what is not measured says so."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import Figures
from benchmarks.plot import growth_plot
from benchmarks.rivals import OURS

HISTORIES = {
    "home": "the home force: items every week, national positions every quarter",
    "national": "all 43 forces: items every week, some 7,000 rows",
}
OPENING = """# Benchmarks

Written by `make bench`; not edited by hand. Each figure is a median. What is compared was measured in turns in one run,
so that whatever else the machine did fell on all of it; a ratio says more than a second does. The histories are made
(`benchmarks/histories.py`) and end on the same day with the same figures, however long they are.
`BENCH_PARTS=pages,import make bench` measures these parts alone."""
NOT_YET = "Not measured yet: `BENCH_PARTS={} make bench`."


def write(document: Path, figures: Figures) -> None:
    """Writes the document, and its plots beside it."""
    parts = [OPENING]
    for part, (heading, section) in SECTIONS.items():
        measured = figures.of(part)
        parts.append(f"## {heading}")
        if measured is None:
            parts.append(NOT_YET.format(part))
            continue
        parts.append("; ".join(f"{name} {value}" for name, value in figures.machine_of(part).items()) + ".")
        parts += [
            f"Not measured, {name}: {' '.join(why.split())[:300]}" for name, why in measured.get("missing", {}).items()
        ]
        parts += section(measured, document)
    document.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown, its figures to the right."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _s(value: float) -> str:
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def _x(value: float, base: float) -> str:
    return f"{value / base:.2f}" if base else ""


def _pages(measured: dict[str, Any], document: Path) -> list[str]:
    said = [
        "Each page's script, asked anew: nothing of its answer is kept, as after a commit or a new choice (but "
        "what depends on words alone: in which order names stand, and which texts are alike). "
        "Seconds on the wall, in brackets those of the processor; the ratio is the longest history's to "
        "one export's (Changes: two exports). No backup is made meanwhile."
    ]
    for history, found in measured.items():
        sizes = found["sizes"]
        heads = [f"{size} exports" if size > 1 else "1 export" for size in sizes]
        pages = [
            [name, *(f"{_s(wall)} ({cpu:.2f})" for wall, cpu in zip(one["wall"], one["cpu"], strict=True)),
             _x(one["wall"][-1], one["wall"][0])]
            for name, one in found["pages"].items()
        ]  # fmt: skip
        walls = [one["wall"] for one in found["pages"].values()]
        lines = {
            "median page": [median(at) for at in zip(*walls, strict=True)],
            "slowest page": [max(at) for at in zip(*walls, strict=True)],
            "preview of a week": found["preview"],
            "commit of a week": found["commit"],
        }
        plot = document.with_name(f"benchmarks-{history}.svg")
        plot.write_text(growth_plot(f"Growth: {HISTORIES[history]}", sizes, lines), encoding="utf-8")
        beyond = [
            *([name, *map(_s, values), _x(values[-1], values[0])] for name, values in lines.items()),
            *(
                [name, *(f"{size:.1f} MB" for size in found[key]), _x(found[key][-1], found[key][0])]
                for name, key in (("store", "store_mb"), ("memory, every page visited", "memory_mb"))
            ),
        ]
        said += [
            f"### {HISTORIES[history][0].upper()}{HISTORIES[history][1:]}",
            f"![Seconds by the number of exports held; the table below has the figures]({plot.name})",
            table(["", *heads, "ratio"], beyond),
            table(["page", *heads, "ratio"], pages),
        ]
    return said


def _chromium(measured: dict[str, Any], _document: Path) -> list[str]:
    if not measured.get("view"):
        return []
    one, many = measured["sizes"]
    ours = measured["view"].get(OURS, {}).get("median")
    views = [
        [name, _s(view["first"][0]), _s(view["first"][1]), _s(view["median"][0]), _s(view["median"][1]),
         *([_x(ours[0], view["median"][0]), _x(ours[1], view["median"][1])] if ours else ["", ""])]
        for name, view in measured["view"].items()
    ]  # fmt: skip
    sent = [
        [
            name,
            f"{view['opened_kb'][1]:,.0f}",
            f"{view['next_kb'][1]:,.0f}",
            f"{view['clicked_kb'][1]:,.0f}",
            *(f"{size:.0f}" for size in view["memory_mb"]),
        ]
        for name, view in measured["view"].items()
    ]
    pages = [
        [name, _s(page["first"][0]), _s(page["first"][1]), _s(page["median"][0]), _s(page["median"][1])]
        for name, page in measured["pages"].items()
    ]
    return [
        "From the click to the last change of the page before half a second of quiet. The view is the Comparison: "
        "three charts of home, group and averages, the table, and three of all the nation. Ours has menus, sources "
        "and sentences besides, and the floor has as much as ours: Streamlit itself with constant data. "
        "First look: of anybody since the server began; the peers' first page has no chart, so their browser "
        "fetches plotly then: only later looks are compared. The peers read the same exports as CSV files. "
        f"Exports held: {one}, {many}.",
        table(
            [
                "view",
                f"first, {one}",
                f"first, {many}",
                f"later, {one}",
                f"later, {many}",
                f"ours to it, {one}",
                f"ours to it, {many}",
            ],
            views,
        ),
        "Sent to the browser, in KB: to the first that opens it, with all that it fetches to draw it (files as they "
        "are sent, frames as they are), to another that does so later, and by a click; and the most memory of the "
        "server's process.",
        table(
            ["view", "first browser", "another", "a click", f"memory, {one} (MB)", f"memory, {many} (MB)"],
            sent,
        ),
        table(["our page", f"first, {one}", f"first, {many}", f"later, {one}", f"later, {many}"], pages),
    ]


def _start(measured: dict[str, Any], _document: Path) -> list[str]:
    said = []
    if seconds := measured["seconds"]:
        hello = seconds["streamlit hello"]
        rows = [
            [name, *(cell for value, base in zip(values, hello, strict=True) for cell in (_s(value), _x(value, base)))]
            for name, values in seconds.items()
        ]
        said += [
            "From the command until the first figure stands in Chromium (of hello: its heading), and until the first "
            "page's last change, its charts drawn (hello has none).",
            table(["start", "first figure", "to hello", "last change", "to hello"], rows),
        ]
    imported = measured["imports"]
    rows = [[name, _s(value)] for name, value in imported["heaviest"].items()]
    return [
        *said,
        f"Imported before the first page stands: {_s(imported['all'])} in all as `-X importtime` counts, which itself "
        f"slows it; {_s(imported['ours'])} of it our own modules. The heaviest libraries, each without what it imports "
        "of others:",
        table(["library", ""], rows),
    ]


def _import(measured: dict[str, Any], _document: Path) -> list[str]:
    said = ["Preview: from the file's bytes to all that it would change, its headline figures too."]
    for name, found in measured.items():
        base = next(iter(found["seconds"].values()))
        rows = [[step, _s(seconds), _x(seconds, base)] for step, seconds in found["seconds"].items()]
        size, memory = found["file_mb"], found["memory_mb"]
        said += [
            f"### {name}, {size:.1f} MB",
            table(["step", "", "to DuckDB's"], rows),
            f"Memory that a preview takes: {memory:.0f} MB, {memory / size:.1f} times the file.",
        ]
    return said


def _documents(measured: dict[str, Any], _document: Path) -> list[str]:
    one, many = measured["sizes"]
    rows = [
        [name, *(_s(part) for of_one in made for part in (*of_one, sum(of_one))), _x(sum(made[1]), sum(made[0]))]
        for name, made in measured["made"].items()
    ]
    heads = [f"{part}, {size}" for size in (one, many) for part in ("answers", "file", "both")]
    return [
        "From the store to the bytes, by the number of weekly home exports.",
        table(["document", *heads, "ratio"], rows),
    ]


SECTIONS: dict[str, tuple[str, Callable[[dict[str, Any], Path], list[str]]]] = {
    "pages": ("Pages as the history grows", _pages),
    "chromium": ("In the browser, beside peers", _chromium),
    "start": ("Start", _start),
    "import": ("Import", _import),
    "documents": ("Documents", _documents),
}
