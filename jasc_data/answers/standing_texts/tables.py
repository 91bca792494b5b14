"""The table of a standing text's versions: what each says, who wrote it when, and which is in force."""

from jasc_data.answers.standing_texts.answer import StandingTexts
from jasc_data.answers.standing_texts.text import written_words
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of

_COLUMNS = (Column("What it says"), Column("Written"), Column("Standing"))


def text_versions_table(texts: StandingTexts, text_key: str, caption: str) -> TableSpec:
    """A row per version, the latest first."""
    latest = texts.latest(text_key)
    rows = (
        (
            version.text or "(the product's own text)",
            written_words(version),
            "In force" if version == latest else "Earlier version",
        )
        for version in texts.of(text_key)
    )
    return TableSpec(_COLUMNS, rows_of(rows), caption, headed_rows=False)
