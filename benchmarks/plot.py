"""The plot of growth: a line a name over the number of exports, as SVG, readable in grey and without colour."""

from collections.abc import Mapping, Sequence
from math import log10

from markupsafe import Markup

INK, GRID = "#0B0C0C", "#C9CDD2"
LOOKS = (
    ("#12436D", "", "circle"),
    ("#0B0C0C", "8 5", "square"),
    ("#505A5F", "2 5", "circle"),
    ("#5694CA", "14 5", "square"),
)
LEFT, TOP, WIDTH, HEIGHT, NAMES = 90, 70, 560, 360, 330
TEXT = 16  # px, the least
ROOM = 22  # px between two names


def growth_plot(title: str, sizes: Sequence[int], lines: Mapping[str, Sequence[float]]) -> str:
    """Seconds by how many weekly exports are held; each line is named where it ends, and drawn in its own way."""
    top = max(1e-3, max(max(values) for values in lines.values())) * 1.1
    width, height = LEFT + WIDTH + NAMES, TOP + HEIGHT + 60
    parts = [_text(LEFT, 30, title, bold=True), _text(LEFT, 54, "seconds")]
    for step in range(5):
        value = top * step / 4
        across = _y(value, top)
        parts.append(_line(LEFT, across, LEFT + WIDTH, across, GRID))
        parts.append(_text(LEFT - 10, across + 5, f"{value:.2f}", anchor="end"))
    for size in sizes:
        parts.append(_text(_x(size, sizes), TOP + HEIGHT + 26, f"{size}", anchor="middle"))
    parts.append(_text(LEFT + WIDTH / 2, TOP + HEIGHT + 50, "weekly exports held (logarithmic)", "middle"))
    for number, values in enumerate(lines.values()):
        points = [(_x(size, sizes), _y(value, top)) for size, value in zip(sizes, values, strict=True)]
        parts.append(_drawn(points, *LOOKS[number % len(LOOKS)]))
    ends = _apart({name: _y(values[-1], top) for name, values in lines.items()})
    parts += [_text(LEFT + WIDTH + 14, ends[name] + 5, f"{name}: {values[-1]:.2f} s") for name, values in lines.items()]
    opening = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-label="{2}" font-family="sans-serif" font-size="{3}">'
    ).format(width, height, title, TEXT)
    paper = Markup('<rect width="{}" height="{}" fill="#FFFFFF"/>').format(width, height)
    return str(Markup("\n").join([opening, paper, *parts, Markup("</svg>\n")]))


def _x(size: int, sizes: Sequence[int]) -> float:
    first, last = log10(sizes[0]), log10(sizes[-1])
    return LEFT + (WIDTH * (log10(size) - first) / (last - first) if last > first else WIDTH)


def _y(value: float, top: float) -> float:
    return TOP + HEIGHT * (1 - value / top)


def _apart(wanted: dict[str, float]) -> dict[str, float]:
    """Where the names stand: at the end of their lines, moved up where two would meet."""
    placed: dict[str, float] = {}
    limit = float(TOP + HEIGHT)
    for name, at in sorted(wanted.items(), key=lambda one: -one[1]):
        placed[name] = min(at, limit)
        limit = placed[name] - ROOM
    return placed


def _line(left: float, top: float, right: float, bottom: float, colour: str) -> Markup:
    drawn = Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}"/>')
    return drawn.format(left, top, right, bottom, colour)


def _drawn(points: list[tuple[float, float]], colour: str, dashes: str, mark: str) -> Markup:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="3" stroke-dasharray="{}"/>')
    dot = {
        "circle": Markup('<circle cx="{0:.1f}" cy="{1:.1f}" r="6" fill="{2}"/>'),
        "square": Markup(
            '<rect x="{0:.1f}" y="{1:.1f}" width="11" height="11" transform="translate(-5.5 -5.5)" fill="{2}"/>'
        ),
    }[mark]
    return Markup("").join([line.format(path, colour, dashes), *(dot.format(x, y, colour) for x, y in points)])


def _text(left: float, top: float, words: str, anchor: str = "start", *, bold: bool = False) -> Markup:
    drawn = Markup('<text x="{:.1f}" y="{:.1f}" fill="{}" text-anchor="{}" font-weight="{}">{}</text>')
    return drawn.format(left, top, INK, anchor, "bold" if bold else "normal", words)
