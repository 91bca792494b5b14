"""What the rows of a file come to, in sentences that a person can add up."""

from collections.abc import Iterator, Sequence

from jasc_data.uploads.rows_read import FiguresRead, RowsRead
from jasc_data.wording.numbers import listed, long_date, sentence_case


def rows_sentences(read: Sequence[RowsRead | FiguresRead], home: str) -> tuple[str, ...]:
    """``99 rows: 93 ours, 6 for other bodies.`` and what ours are; a date before each where there are several."""
    return tuple(line for lines in _by_date(read, home) for line in lines)


def rows_paragraphs(read: Sequence[RowsRead | FiguresRead], home: str) -> tuple[str, ...]:
    """The same, a paragraph for each date."""
    return tuple(" ".join(lines) for lines in _by_date(read, home))


def _by_date(read: Sequence[RowsRead | FiguresRead], home: str) -> Iterator[list[str]]:
    for counted in read:
        first, *rest = _figures(counted) if isinstance(counted, FiguresRead) else _rows(counted, home)
        yield [f"{long_date(counted.as_of)}: {first}" if len(read) > 1 else first, *rest]


def _figures(read: FiguresRead) -> list[str]:
    parts = [
        _counted(read.differing, "open count new or different", "open counts new or different"),
        f"{read.same:,} as held",
        _counted(read.national, "national average", "national averages"),
    ]
    return [f"{_counted(read.rows, 'figure')}: {listed(parts)}."]


def _rows(read: RowsRead, home: str) -> list[str]:
    whose = "ours" if read.forces == (home,) else "the forces' own"
    rows, ours = _counted(read.rows, "row"), _ours(read)
    if read.for_others:
        lines = [f"{rows}: {read.ours:,} {whose}, {read.for_others:,} for other bodies."]
        lines += [f"{sentence_case(whose)}: {ours}."] if ours else []
    elif read.rows:
        lines = [f"{rows}, {'all ' if read.rows > 1 else ''}{whose}: {ours}."]
    else:
        lines = ["0 rows."]
    if read.absent:
        are = "is" if read.absent == 1 else "are"
        lines.append(f"{_counted(read.absent, 'item')} held as open {are} not in the file and {are} closed by it.")
    return lines


def _ours(read: RowsRead) -> str:
    """``90 open (12 new and 78 unchanged), 2 closed and 1 superseded in the file``."""
    how = _present(
        (read.new, "new"), (read.unchanged, "unchanged"), (read.changed, "changed"), (read.regraded, "regraded")
    )
    parts = [f"{read.open:,} open ({listed(how)})"] if read.open else []
    done = _present((read.closed, "closed"), (read.superseded, "superseded"))
    if done:
        done[-1] += " in the file"
    return listed([*parts, *done])


def _present(*counts: tuple[int, str]) -> list[str]:
    return [f"{number:,} {word}" for number, word in counts if number]


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
