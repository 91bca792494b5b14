"""What the trend says beside its lines looks at every kind, and at the group as it was at each date (rule 10)."""

from datetime import date
from pathlib import Path

from jasc_data.answers.trend.answer import Trend, trend
from jasc_data.answers.trend.charts import trend_chart
from jasc_data.answers.trend.notices import trend_notices
from jasc_data.domain.forces import national_directory
from jasc_data.domain.peer_groups import PeerGroups, Revision, read_peer_groups
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import AverageBasis
from jasc_data.drawing.chart import Provenance
from jasc_data.store.connection import Store
from tests.builders import AFI, COC, GROUPS, HOME, NATION, PAPER_DAY, REC, empty_store, imported, positions_csv
from tests.figures import drawn, texts

MARCH, JUNE = date(2023, 3, 6), date(2023, 6, 5)


def told(store: Store, groups: PeerGroups = GROUPS, basis: AverageBasis = AverageBasis.WITH_US) -> Trend:
    with store.snapshot() as snapshot:
        return trend(snapshot, Viewpoint(HOME, groups, NATION), basis=basis)


def groups_of(tmp_path: Path, *lines: str) -> PeerGroups:
    path = tmp_path / "groups.csv"
    path.write_text("\n".join(["force,member,valid_from", *lines]) + "\n", encoding="utf-8")
    return read_peer_groups(path, national_directory())


def test_an_older_average_of_the_first_kind_is_said_though_the_last_kind_is_new() -> None:
    """At the latest date Suffolk gives AFIs; its causes of concern and recommendations are three months old."""
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 110, 40), "Suffolk": (4, 100, 30)}), JUNE)
    imported(store, positions_csv({HOME: (6, 104, 34), "Suffolk": (None, None, 28)}))
    (said,) = [line for line in trend_notices(told(store)) if "newest figures" in line]
    assert said.startswith(
        "At the latest date the newest figures of the other forces for causes of concern and recommendations are of "
        "5 June 2023:"
    )
    assert [line for line in trend_notices(told(store), [AFI]) if "newest figures" in line] == []
    (alone,) = [line for line in trend_notices(told(store), [REC]) if "newest figures" in line]
    assert alone.startswith("At the latest date the newest figures of the other forces are of 5 June 2023:")


def test_a_kind_without_an_average_is_said_though_another_has_one_of_some_forces() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 110, 40), "Suffolk": (None, 100, None)}))
    said = trend_notices(told(store))
    assert "On 4 September 2023 the MSG average of recommendations is not of the whole group" in " ".join(said)
    assert (
        "On 4 September 2023 no other force of the group is held for causes of concern and AFIs, "
        "so no MSG average is drawn there."
    ) in said


def test_the_end_of_the_groups_line_says_of_how_many_forces_it_is() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 110, 40), "Suffolk": (4, 100, 30)}))
    for basis, label in (
        (AverageBasis.WITH_US, "MSG average (2 of 8)"),
        (AverageBasis.WITHOUT_US, "MSG average without West Mercia (1 of 7 others)"),
    ):
        chart = trend_chart(told(store, basis=basis), REC, Provenance("Source: a test"))
        assert chart is not None
        assert label in " ".join(texts(drawn(chart, 110)))
        assert label in chart.alt


def test_what_is_so_of_every_kind_names_none() -> None:
    store = empty_store()
    imported(store, positions_csv({HOME: (6, 110, 40), "Suffolk": (4, 100, 30)}))
    assert "On 4 September 2023 the MSG average is not of the whole group; the table says of how many forces." in (
        trend_notices(told(store))
    )


def test_a_revision_of_the_group_inside_the_span_is_said(tmp_path: Path) -> None:
    groups = groups_of(
        tmp_path,
        f"{HOME},{HOME},",
        f"{HOME},Suffolk,",
        f"{HOME},Norfolk,",
        f"{HOME},{HOME},2023-04-01",
        f"{HOME},Suffolk,2023-04-01",
        f"{HOME},Kent,2023-04-01",
    )
    store = empty_store()
    figures = {HOME: (6, 110, 40), "Suffolk": (4, 100, 30), "Norfolk": (4, 90, 30), "Kent": (9, 300, 90)}
    for day in (MARCH, JUNE, PAPER_DAY):
        imported(store, positions_csv(figures), day, forces=tuple(figures), groups=groups)
    found = told(store, groups)
    assert [point.group_average for point in found.kinds[REC]] == [100, 170, 170]
    sentence = (
        "From 1 April 2023 the group is Kent, Suffolk and West Mercia: Kent in place of Norfolk. "
        "Each average is of the group at its date."
    )
    assert trend_notices(found)[0] == sentence
    assert trend_notices(found, [COC])[0] == sentence
    chart = trend_chart(found, REC, Provenance("Source: a test"))
    assert chart is not None
    words = " ".join(texts(drawn(chart, 110)))
    assert "Open, 6 Mar 2023 to 4 Sep 2023; MSG revised 1 Apr 2023" in words


def test_a_revision_before_the_first_date_or_after_the_last_is_not_said(tmp_path: Path) -> None:
    lines = [f"{HOME},{HOME},", f"{HOME},Suffolk,"]
    for start in ("2023-03-06", "2023-09-05"):
        lines += [f"{HOME},{HOME},{start}", f"{HOME},Kent,{start}"]
    groups = groups_of(tmp_path, *lines)
    assert groups.revisions(HOME, MARCH, PAPER_DAY) == ()
    assert groups.revisions(HOME, date(2023, 3, 5), PAPER_DAY) == (Revision(MARCH, ("Suffolk", HOME), ("Kent", HOME)),)


def test_the_same_members_named_anew_are_no_revision(tmp_path: Path) -> None:
    groups = groups_of(
        tmp_path, "Suffolk,Suffolk,", "Suffolk,Kent,", "Suffolk,Kent,2023-04-01", "Suffolk,Suffolk,2023-04-01"
    )
    assert groups.revisions("Suffolk", MARCH, PAPER_DAY) == ()


def test_a_group_that_grows_shrinks_or_begins_is_said_so(tmp_path: Path) -> None:
    groups = groups_of(
        tmp_path,
        f"{HOME},{HOME},2023-03-10",
        f"{HOME},Suffolk,2023-03-10",
        f"{HOME},{HOME},2023-04-01",
        f"{HOME},Suffolk,2023-04-01",
        f"{HOME},Kent,2023-04-01",
        f"{HOME},{HOME},2023-07-01",
        f"{HOME},Kent,2023-07-01",
    )
    store = empty_store()
    for day in (MARCH, PAPER_DAY):
        imported(store, positions_csv({HOME: (6, 110, 40)}), day)
    assert [line.split(". ")[0] for line in trend_notices(told(store, groups))[:3]] == [
        "From 10 March 2023 the group is Suffolk and West Mercia; none is held before.",
        "From 1 April 2023 the group is Kent, Suffolk and West Mercia: with Kent",
        "From 1 July 2023 the group is Kent and West Mercia: without Suffolk",
    ]
