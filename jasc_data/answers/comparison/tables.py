"""The committee paper's table, kinds down and forces across, and the tables beside the charts, a row per force."""

import pandas as pd

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.text import group_average_name
from jasc_data.answers.figures.averaged import average_name
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import average, long_date, short_date

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


def kind_table(comparison: Comparison, kind: Kind) -> pd.DataFrame:
    """The chart's figures, a row per force, with the averages below and every figure's own date."""
    entry = comparison.kinds[kind]
    rows = [
        {"Force": member.force, "Open": f"{member.open:,}", "As of": long_date(member.as_of), "From": member.source}
        for member in entry.members
    ]
    for force in entry.not_held:
        if entry.home and force == comparison.home:
            from_ = f"{entry.home.source}, too old to compare"
            figure = {"Open": f"{entry.home.open:,}", "As of": long_date(entry.home.as_of), "From": from_}
        else:
            figure = {"Open": "not held", "As of": "", "From": ""}
        rows.append({"Force": force, **figure})
    if entry.group_average is not None:
        name = group_average_name(comparison, entry, article=False)
        rows.append({"Force": name, "Open": average(entry.group_average), "As of": "", "From": "computed"})
    rows.append(_national_row(entry))
    return pd.DataFrame(rows).set_index("Force")


def _national_row(entry: KindComparison) -> dict[str, str]:
    if entry.national is None:
        return {"Force": "National average", "Open": "not held", "As of": "", "From": ""}
    national = entry.national
    return {
        "Force": "National average",
        "Open": average(national.value),
        "As of": national.when,
        "From": national.source,
    }


def nation_table(entry: KindComparison) -> pd.DataFrame:
    """All the nation's forces, a row each, fewest open first."""
    rows = [
        {
            "Force": headline.force,
            "Rank": str(1 + sum(other.open < headline.open for other in entry.nation)),
            "Open": f"{headline.open:,}",
            "As of": long_date(headline.as_of),
        }
        for headline in entry.nation
    ]
    return pd.DataFrame(rows).set_index("Force")
