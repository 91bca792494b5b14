"""What needs attention, in sentences. Each can stand alone; none says more than the items held show."""

from collections.abc import Mapping

from jasc_data.answers.attention.answer import Attention
from jasc_data.answers.comparison.answer import Comparison
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import listed, share, share_of
from jasc_data.wording.totals import other_than_headline

_NAMED = 3  # of reports that are equally large, so many are named and more are counted


def attention_sentences(comparison: Comparison, attention: Attention) -> tuple[str, ...]:
    """What of the home force's open items needs attention; with only positions held, what to upload."""
    if comparison.as_of is None:
        return ()
    missing = [kind.plural for kind, entry in comparison.kinds.items() if entry.home and kind not in attention.held]
    lines = []
    if attention.overdue:
        lines.append(_overdue(attention))
    if attention.awaiting:
        verb = "awaits" if sum(attention.awaiting.values()) == 1 else "await"
        lines.append(f"{_counts(attention.awaiting)} {verb} sign-off.")
    if attention.level_4:
        verb = "item is" if attention.level_4 == 1 else "items are"
        lines.append(f"{attention.level_4:,} {verb} level 4, the most severe.")
    if attention.level_3:
        unit = "open recommendation or AFI" if attention.graded_total == 1 else "open recommendations and AFIs"
        lines.append(f"Level 3, which HMICFRS signs off: {share(attention.level_3, attention.graded_total)} {unit}.")
    if attention.largest_reports and attention.open_total > attention.largest_report_open:
        lines.append(_largest(attention))
    lines += _differences(comparison, attention)
    if missing:
        lines.append(
            f"Of {listed(missing)} only counts are held: upload an items export of {comparison.home} "
            "to see what is overdue, awaiting sign-off or graded, and which reports it comes from."
        )
    return tuple(lines)


def _largest(attention: Attention) -> str:
    reports, part = attention.largest_reports, share_of(attention.largest_report_open, attention.open_total)
    if len(reports) > _NAMED:
        return f"{len(reports):,} reports are the largest, with {part} each."
    if len(reports) > 1:
        return f"Largest reports: {listed(reports)}, with {part} each."
    return f"Largest report: {reports[0]}, with {part}."


def _overdue(attention: Attention) -> str:
    total = sum(attention.overdue.values())
    verb = "is" if total == 1 else "are"
    details = []
    if attention.overdue_with_reason:
        details.append(
            "with a reason given"
            if attention.overdue_with_reason == total
            else f"{attention.overdue_with_reason:,} with a reason given"
        )
    if attention.overdue_awaiting:
        of_them = "" if total == 1 else f"{attention.overdue_awaiting:,} of them "
        details.append(f"{of_them}awaiting sign-off")
    if attention.overdue_worked_out:
        how_many = "" if total == 1 else f"{attention.overdue_worked_out:,} "
        details.append(f"{how_many}by a deadline worked out from words")
    extra = f" ({', '.join(details)})" if details else ""
    return f"{_counts(attention.overdue)} {verb} past the HMICFRS deadline{extra}."


def _counts(by_kind: Mapping[Kind, int]) -> str:
    return listed([kind.counted(by_kind[kind]) for kind in Kind if by_kind.get(kind)])


def _differences(comparison: Comparison, attention: Attention) -> list[str]:
    """Breakdowns come from items; where the headline is of another export, both are said (rule 8)."""
    told = (
        other_than_headline(kind, held, comparison.kinds[kind].home, which="behind these lines")
        for kind, held in attention.held.items()
    )
    return [sentence for sentence in told if sentence]
