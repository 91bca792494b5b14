"""The states of what is held, each filled once, and visits to the pages of breakdowns in each."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jasc_data.domain.vocabulary import ActivityKind, Audience, Stage, StepState
from jasc_data.editorial.activity import ActivityChange
from jasc_data.editorial.activity_actions import save_activity
from jasc_data.editorial.commentary import NewCommentary
from jasc_data.editorial.commentary_actions import write_commentary
from jasc_data.editorial.sign_off_actions import record_sign_off
from jasc_data.editorial.step_actions import save_step
from jasc_data.editorial.steps import SignOff, StepChange
from jasc_data.intake.uploads import ONLY_REPORTS_IN_FILE
from jasc_data.shared_log.opening import open_kept
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import withdraw
from pages._shared import session
from tests.builders import (
    BY_FORCE,
    HOME,
    NATION,
    PAPER_DAY,
    ItemCells,
    by,
    filled_once,
    imported,
    item,
    items_csv,
    positions_csv,
)
from tests.pages.seen import about_to_open

PROJECT = Path(__file__).parents[2]
PAGES = {
    **{name: f"pages/breakdowns/{name}.py" for name in ("grades", "causes", "reports", "register", "item")},
    "deadlines": "pages/breakdowns/deadlines.py",
    **{name: f"pages/time/{name}.py" for name in ("trend", "changes", "target")},
    "paper": "pages/meeting/paper.py",
    **{name: f"pages/written/{name}.py" for name in ("commentary", "ready", "activity")},
}
JUNE = date(2023, 6, 5)
PEEL = {"report": "PEEL 2021/22: West Mercia", "report_published": "13/04/2022"}
HOSTILE = "<img src=x onerror=alert(1)> **bold** [a](//b.example) $x$ :red[y] `c` | <b>z</b>"
ADDRESSES = "http://b.example/a www.b.example a@b.example :material/home:"

LATER = [
    item("C1", "CoC", **PEEL, text="Domestic abuse", lead="Head of Crime"),
    item("C2", "CoC", **PEEL, text="Rape"),
    item(
        "R1",
        grade="2",
        deadline="01/09/2023",
        lead="Head of Vetting",
        cause_of_concern="C1",
        status="awaiting sign-off",
    ),
    item("R2", grade="2", deadline="20/09/2023", lead="Head of Vetting", target_date="31/12/2023"),
    item("R3", grade="3"),
    item("R4", grade="3"),
    item("R5", report="Race disparity", lead="Head of Equality"),
    item("A1", "AFI", **PEEL, grade="2"),
    item("A2", "AFI", **PEEL, grade="3"),
    item("A3", "AFI", **PEEL, grade="3"),
]  # 2 causes of concern, 5 recommendations, 3 AFIs; of the 8 graded ones 3 level 2, 4 level 3, 1 not graded
EARLIER = [
    *(cells for cells in LATER if cells["reference"] not in ("R2", "R4", "R5")),
    item("R2", grade="2", deadline="20/09/2023", lead="Head of Vetting", target_date="30/09/2023"),
    item("R4", grade="2"),
    item("R6", grade="3"),
    item("R7", grade="3"),
    item("A4", "AFI", **PEEL, grade="2"),
]  # 2 causes of concern, 6 recommendations, 4 AFIs; then R5 opens, R6, R7 and A4 close, R4 is regraded, R2 put off
NUMBERS = [
    {"force": HOME, "kind": kind, "report": "", "number": number}
    for kind, number in (("CoC", "1"), ("Recommendation", "1"), ("Recommendation", "2"), ("AFI", "1"))
]


def hostile(name: str, kind: str = "Recommendation", **more: str) -> ItemCells:
    """An item of which every text that a file can hold tries to be more than text."""
    texts = ("report", "report_type", "text", "lead", "overdue_reason", "steps_to_green", "number")
    bad = f"{HOSTILE} {ADDRESSES}"
    cells = dict.fromkeys(texts, bad) | {"cause_of_concern": f"C {bad}", "deadline": "01/09/2023"}
    return item(f"{name} {bad}", kind, **(cells | more))


def ungraded(items: list[ItemCells]) -> list[ItemCells]:
    """The same items without the column of grades."""
    return [{field: cell for field, cell in cells.items() if field != "grade"} for cells in items]


def of(items: list[ItemCells], field: str, value: str) -> list[ItemCells]:
    """The items whose cell is that value."""
    return [cells for cells in items if cells[field] == value]


def fill_two(store: Store) -> None:
    """Own items of two dates."""
    imported(store, items_csv(*EARLIER), JUNE)
    imported(store, items_csv(*LATER))


def fill_positions(store: Store) -> None:
    """The paper's positions, and own positions three months before."""
    imported(store, positions_csv({HOME: (7, 119, 42)}), JUNE)
    imported(store, BY_FORCE.read_bytes())


def fill_closed(store: Store, day: date = PAPER_DAY) -> None:
    """Own items of two dates, of which none are open any more on the second."""
    imported(store, items_csv(*EARLIER), JUNE)
    imported(store, items_csv(*({**cells, "status": "Closed"} for cells in LATER)), day, today=day)


def fill_nation(store: Store) -> None:
    """Own items of two dates, and positions of all 43 forces on the second."""
    fill_two(store)
    imported(store, positions_csv({force: (2, 5, 3) if force == HOME else (1, 10, 20) for force in NATION}))


def fill_withdrawn(store: Store) -> None:
    """Items and positions, every upload withdrawn."""
    fill_two(store)
    for number in (imported(store, BY_FORCE.read_bytes()), 2, 1):
        withdraw(store, number, by())


def fill_hostile(store: Store) -> None:
    """Items of two dates whose every text is hostile; one opens, one closes, one is regraded and put off."""
    name = f"{HOSTILE} {ADDRESSES}.csv"
    first = [
        hostile("C", "CoC"),
        hostile("R1", grade="2", target_date="01/09/2023"),
        hostile("R2", grade="3"),
        hostile("A", "AFI", addressee=HOSTILE, deadline=f"{HOSTILE} {ADDRESSES}"),
    ]
    later = [
        hostile("C", "CoC"),
        hostile("R1", grade="3", target_date="01/12/2023", text=f"new {HOSTILE}", lead=f"new {HOSTILE}"),
        hostile("R3", cause_of_concern=f"X {HOSTILE}"),
        first[-1],
    ]
    imported(store, items_csv(*first), JUNE, name=name)
    imported(store, items_csv(*later), name=name)
    write_hostile(store, f"{HOSTILE} {ADDRESSES}")


def write_hostile(store: Store, bad: str) -> None:
    """Everything that people can write, of item 2 and report 1, in words that try to be more than words."""
    for about in ({"item_id": 2}, {"report_id": 1}):
        for audience in Audience:
            write_commentary(store, NewCommentary(HOME, audience, PAPER_DAY, bad, **about), by(bad))
    save_step(store, StepChange(2, bad, StepState.MET, PAPER_DAY, bad, evidence=bad), by(bad))
    save_step(store, StepChange(4, bad, StepState.MET, PAPER_DAY, bad, evidence=bad), by(bad))
    record_sign_off(store, SignOff(2, PAPER_DAY, bad, bad), by(bad))
    soc = ActivityChange(bad, ActivityKind.INSPECTION, Stage.PLANNED, bad, PAPER_DAY, PAPER_DAY, bad, bad, bad, bad)
    save_activity(store, HOME, [soc], by(bad))


STORES: dict[str, Callable[[Store], object]] = {
    "positions, one date": lambda store: imported(store, BY_FORCE.read_bytes()),
    "positions, two dates": fill_positions,
    "items, one date": lambda store: imported(store, items_csv(*LATER)),
    "items, two dates": fill_two,
    "an earlier date": fill_two,
    "no grades": lambda store: imported(store, items_csv(*ungraded(LATER))),
    "one kind": lambda store: imported(store, items_csv(*of(LATER, "kind", "Recommendation"))),
    "one report": lambda store: imported(
        store, items_csv(*of(LATER, "report", "Vetting")), reports=ONLY_REPORTS_IN_FILE
    ),
    "nothing open": fill_closed,
    "nothing open today": lambda store: fill_closed(store, date.today()),
    "numbers only": lambda store: imported(store, items_csv(*NUMBERS)),
    "the nation": fill_nation,
    "withdrawn": fill_withdrawn,
    "hostile": fill_hostile,
}


class Visits:
    """One dashboard a state, opened when it is first asked for and kept for the visits that follow."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = folder, patch
        self._apps: dict[str, AppTest] = {}
        self._opened: list[Store] = []
        patch.setattr(session, "open_kept", self._open)

    def use(self, state: str) -> None:
        """Makes that state's store the dashboard's. The demonstration is a place without one."""
        place = self._folder / f"{state}.duckdb"
        if state in STORES and not place.exists():
            filled_once(f"the state {state}", STORES[state], place)
        self._patch.setenv("JASC_STORE", str(place))

    def visit(self, state: str, page: str, **choices: str) -> AppTest:
        """The page after those that were visited before it, as by the navigation."""
        self.use(state)
        if state not in self._apps:
            self._apps[state] = _started(choices)
        return _gone_to(self._apps[state], page, choices)

    def fresh(self, state: str, page: str, /, **choices: str | list[str]) -> AppTest:
        """The page as the first that a new session opens, by a link."""
        self.use(state)
        return _gone_to(about_to_open(), page, choices)

    def close(self) -> None:
        """Closes every store that the dashboards opened."""
        session._opened.clear()
        for store in self._opened:
            store.close()

    def _open(self, path: Path, address: None, *, create: bool, migrate: bool) -> Store:
        self._opened.append(open_kept(path, address, create=create, migrate=migrate))
        return self._opened[-1]


def _started(choices: Mapping[str, str | list[str]]) -> AppTest:
    app = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    app.query_params.update(choices)
    return app.run()


def _gone_to(app: AppTest, page: str, choices: Mapping[str, str | list[str]]) -> AppTest:
    app.query_params.clear()
    app.query_params.update(choices)
    for key in (
        "report",
        "pace",
        page,
    ):  # the text to copy is made when it is opened: with it what is read is all there is
        app.session_state[f"folded-copied-{key}"] = True
    return sound(app.switch_page(PAGES[page]).run())


def sound(app: AppTest) -> AppTest:
    """The same, proved to show no exception and no error."""
    assert not app.exception, [shown.value for shown in app.exception]
    assert not app.error, [shown.value for shown in app.error]
    return app
