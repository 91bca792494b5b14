"""Where a paper's figures come from, in a line; an anonymised copy names no file, for its name can hold a peer's."""

from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.figures.item_sources import full_item_source, short_item_source
from jasc_data.documents.paper.part import PaperAnswers


def source_line(answers: PaperAnswers) -> str:
    """The exports behind the headline figures; behind the items where there is no headline."""
    comparison, items = answers.presented.comparison, answers.presented.ageing.register.sources
    if answers.anonymised:
        return f"{brief_source(answers)}."
    return full_source(comparison) if comparison.headlines or not items else full_item_source(items)


def brief_source(answers: PaperAnswers) -> str:
    """The same for the head of a sheet: types and dates alone."""
    comparison, items = answers.presented.comparison, answers.presented.ageing.register.sources
    return short_source(comparison) if comparison.headlines or not items else short_item_source(items)
