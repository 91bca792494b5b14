"""Some of a list, in an order of one's own: taken in and out by one control, moved to another's place by two more.

Nothing need be dragged, nor taken out to come again at the end; one move is one choice, however far it goes.
"""

from collections.abc import Mapping, Sequence

import streamlit as st


def choose_in_order(label: str, one: str, names: Mapping[str, str], at_first: Sequence[str], key: str) -> list[str]:
    """What is chosen of ``names``, in its order; ``at_first`` until something is. one: the word for one of them.

    What stands in the session under the key is what is chosen, and can be set before this runs.
    """
    st.session_state.setdefault(key, list(at_first))
    chosen = st.multiselect(label, list(names), format_func=names.__getitem__, key=key)
    if len(chosen) > 1:
        _offer_to_move(one, names, chosen, key)
    return chosen


def moved(chosen: Sequence[str], which: str, place: str) -> list[str]:
    """The same, the one standing where another stands now; those between make room."""
    others = [each for each in chosen if each != which]
    at = chosen.index(place)
    return [*others[:at], which, *others[at:]]


def _offer_to_move(one: str, names: Mapping[str, str], chosen: list[str], key: str) -> None:
    """The second control shows where the one in hand stands: choosing another's place there moves it."""
    moving_key, place_key = f"{key}-moving", f"{key}-place"

    def move() -> None:
        st.session_state[key] = moved(chosen, moving, st.session_state[place_key])

    with st.container(key="choices-of-order", horizontal=True, vertical_alignment="bottom"):
        moving = st.selectbox(f"Move the {one}", chosen, format_func=names.__getitem__, key=moving_key)
        st.session_state[place_key] = moving
        st.selectbox(
            "to the place of",
            chosen,
            format_func=lambda name: f"{chosen.index(name) + 1}. {names[name]}",
            key=place_key,
            on_change=move,
        )
