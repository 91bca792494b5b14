"""What is suggested: pairs that ask the same in other words are, pairs on one theme that ask other things are not."""

import time
from collections.abc import Sequence

import pytest

from jasc_data.answers.repeats.asked_words import asked_words, shared_words, singular
from jasc_data.answers.repeats.likeness import ALIKE, alike_texts
from tests.answers.repeats.wordings import ALIKE as SAME_THEME
from tests.answers.repeats.wordings import ALIKE_UNSEEN, ALONE, REPEATS, REPEATS_UNSEEN

Pairs = Sequence[tuple[str, str]]
FORMAL = "The force should set a clear standard for {} and check each quarter that it is met."
SUBJECTS = "vetting searches training interviews cadets dogs vehicles drones weapons".split()


def suggested(pairs: Pairs, among: Sequence[str] = ()) -> int:
    """How many of the pairs are suggested, where these and other texts are held."""
    own = [text for pair in pairs for text in pair]
    texts = own + [text for text in among if text not in own]
    later = range(1, 2 * len(pairs), 2)
    found = alike_texts(tuple(texts), tuple(later))
    return sum(any(near.place == place - 1 for near in of_it) for place, of_it in zip(later, found, strict=True))


EVERYTHING = [text for pairs in (REPEATS, SAME_THEME) for pair in pairs for text in pair] + list(ALONE)


def test_what_the_bound_was_chosen_with() -> None:
    assert (len(REPEATS), len(SAME_THEME)) == (25, 23)
    assert suggested(REPEATS, EVERYTHING) >= 23
    assert suggested(SAME_THEME, EVERYTHING) <= 1


def test_what_the_bound_was_tried_on_afterwards() -> None:
    assert suggested(REPEATS_UNSEEN, EVERYTHING) == len(REPEATS_UNSEEN) == 8
    assert suggested(ALIKE_UNSEEN, EVERYTHING) <= 2


def test_what_asks_something_of_its_own_is_hardly_ever_suggested() -> None:
    texts = [*ALONE, *EVERYTHING[: -len(ALONE)]]
    found = alike_texts(tuple(texts), tuple(range(len(ALONE))))
    assert sum(bool(near) for near in found) <= 1  # two strategic assessments of threat and risk are alike


def test_in_a_store_of_two_texts_a_repeat_is_found_as_well() -> None:
    alone = [suggested([pair]) for pair in REPEATS]
    assert sum(alone) >= 20
    assert sum(suggested([pair]) for pair in SAME_THEME) <= 2


def test_the_form_in_which_reports_write_is_no_likeness() -> None:
    texts = [FORMAL.format(subject) for subject in SUBJECTS]
    assert [" ".join(words) for words in asked_words(texts)] == SUBJECTS
    assert alike_texts(tuple(texts), (0,)) == ((),)
    assert [near.place for near in alike_texts(tuple(texts[:2]), (0,))[0]] == [
        1
    ]  # of two texts nobody can say what is form


def test_a_repeat_of_few_items_is_never_taken_for_form() -> None:
    verbatim = "The force should record reasonable grounds for stop and search."
    texts = [verbatim] * 5 + EVERYTHING
    assert [near.place for near in alike_texts(tuple(texts), (4,))[0]][:4] == [0, 1, 2, 3]


def test_the_likest_come_first_and_no_text_is_like_itself() -> None:
    texts = ["Supervise crime investigations", "Supervision of crime investigations", "Supervise crime investigations"]
    (found,) = alike_texts(tuple(texts), (0,))
    assert [near.place for near in found] == [2, 1]
    assert found[0].likeness == pytest.approx(1)
    assert 1 > found[1].likeness >= ALIKE
    assert found[0].shared == ("supervise", "crime", "investigations")


@pytest.mark.parametrize("texts", [[], [""], ["The force should improve."], ["-", "", "!!"], ["A", "的"]])
def test_texts_that_ask_nothing_are_like_nothing(texts: list[str]) -> None:
    assert alike_texts(tuple(texts), tuple(range(len(texts)))) == tuple(() for _ in texts)


def test_words_are_shared_in_whatever_form() -> None:
    asked = ["supervisors", "review", "recording", "grounds"]
    assert shared_words(asked, ["grounds", "records", "supervision"]) == ("supervisors", "recording", "grounds")
    assert shared_words(asked, ["reviewed", "supervise"]) == ("supervisors", "review")
    assert shared_words(["record", "grounds", "recorded"], ["records"]) == ("record",)  # once, however often it is said
    assert shared_words([], asked) == shared_words(asked, []) == ()
    many = "custody vetting searches training interviews cadets".split()
    assert shared_words([*many, "dogs"], [*many, "dogs"]) == tuple(many)


def test_plurals_are_told_as_what_they_are_of() -> None:
    words = "assessments enquiries calls 101s bus crisis process plans ties"
    assert [singular(word) for word in words.split()] == (
        "assessment enquiry call 101 bus crisis process plan tie".split()
    )


def test_ten_years_of_texts_take_a_few_seconds_at_most() -> None:
    words = [word for text in EVERYTHING for word in text.split()]
    texts = [" ".join(words[(7 * place + step * step) % len(words)] for step in range(30)) for place in range(3000)]
    alike_texts(tuple(texts[:10]), (0,))  # the library is loaded
    started = time.perf_counter()
    alike_texts(tuple(texts), tuple(range(150)))
    assert time.perf_counter() - started < 15  # about one on an idle machine; a shared one is slower
