"""What both peers make of the CSV files, with pandas: the newest figures of home, of its group and of the nation."""

from pathlib import Path

import pandas as pd

HOME = "West Mercia"
KINDS = {"CoC": "Causes of concern", "Rec": "Recommendations", "AFI": "AFIs"}
OF_ITEMS = {"Cause of concern": "CoC", "Recommendation": "Rec", "AFI": "AFI"}


def read_all(folder: Path, name: str) -> pd.DataFrame:
    """Every export of that name, one after the other, with the date in its file's name."""
    found = [pd.read_csv(path).assign(as_of=path.stem[-10:]) for path in sorted(folder.glob(f"{name}-*.csv"))]
    return pd.concat(found, ignore_index=True)


def open_now(items: pd.DataFrame) -> pd.Series:
    """How many items of each kind home has open in its newest export."""
    newest = items[items["as_of"] == items["as_of"].max()]
    return newest["Type"].map(OF_ITEMS).value_counts().reindex(list(KINDS), fill_value=0)


def compared(items: pd.DataFrame, positions: pd.DataFrame, group: list[str]) -> pd.DataFrame:
    """A row a kind and name, fewest first: home, the others of its group, the group's average and the nation's."""
    counts = _counts(items, positions)
    shown = counts.loc[group].copy()
    shown.loc["MSG average"] = counts.loc[group].mean()
    shown.loc["National average"] = counts.loc["National average"]
    long = shown.rename_axis("name").reset_index().melt("name", var_name="kind", value_name="open")
    averages = long["name"].str.endswith("average")
    long["who"] = (
        long["name"].where(averages | (long["name"] == HOME), "Others of the group").where(~averages, "Average")
    )
    return long.sort_values(["kind", "open"], ignore_index=True)


def nation(items: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """A row a kind and force of the nation, home told from the others."""
    counts = _counts(items, positions).drop(index="National average")
    long = counts.rename_axis("name").reset_index().melt("name", var_name="kind", value_name="open")
    return long.assign(who=long["name"].where(long["name"] == HOME, "Others"))


def as_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The same with kinds down and names across."""
    return rows.pivot_table(index="kind", columns="name", values="open").rename(index=KINDS).round(1).reset_index()


def _counts(items: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """What each force has open, and the nation on average: a row each, a column a kind."""
    newest = positions[(positions["as_of"] == positions["as_of"].max()) & positions["grade"].isna()]
    counts = newest.pivot_table(index="force", columns="kind", values="open")
    counts.loc[HOME] = open_now(items)
    return counts
