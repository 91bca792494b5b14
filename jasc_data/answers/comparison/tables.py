"""The committee paper's table: kinds down, the group's forces across, the averages at the end."""

import pandas as pd

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.figures.averaged import average_name
from jasc_data.wording.numbers import average, short_date

_NOT_HELD = "not held"


def emphasised(table: pd.DataFrame, home: str) -> pd.DataFrame:
    """The table as a page shows it: the home force's column or row in bold (Markdown)."""
    shown = table.copy()
    if home in shown.columns:
        shown[home] = [f"**{figure}**" for figure in shown[home]]
        return shown.rename(columns={home: f"**{home}**"})
    if home in shown.index:
        shown.loc[home] = [f"**{figure}**" if figure else "" for figure in shown.loc[home]]
        return shown.rename(index={home: f"**{home}**"})
    return shown


def paper_table(comparison: Comparison) -> pd.DataFrame:
    """Open counts as text, a row per kind; a figure that is not held says so and is never 0."""
    rows = []
    for kind, entry in comparison.kinds.items():
        figures = {member.force: f"{member.open:,}" for member in entry.members}
        row = {"Open": kind.heading}
        if entry.home and comparison.home in entry.not_held:  # too old to compare, and shown with its date
            figures[comparison.home] = f"{entry.home.open:,} ({short_date(entry.home.as_of)})"
        row |= {force: figures.get(force, _NOT_HELD) for force in comparison.group}
        if comparison.home not in comparison.group:
            row[comparison.home] = f"{entry.home.open:,}" if entry.home else _NOT_HELD
        if comparison.group:
            row[average_name(comparison.basis, comparison.home)] = _group(comparison, entry)
        national = entry.national
        row["National average"] = f"{average(national.value)}{national.in_brackets}" if national else _NOT_HELD
        rows.append(row)
    return pd.DataFrame(rows).set_index("Open")


def _group(comparison: Comparison, entry: KindComparison) -> str:
    """The group's average, and of how many where it is not of all: each kind has its own count."""
    if entry.group_average is None:
        return _NOT_HELD
    return f"{average(entry.group_average)}{comparison.averaged(entry).in_brackets}"
