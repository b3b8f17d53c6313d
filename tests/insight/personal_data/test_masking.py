"""Masking: nothing of a person is left in a text, and nothing else is taken from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.personal_data import masked, personal_data_in
from mkdocs_journeys.insight.personal_data.masking import MASKS, REMOVED

CASES = Path(__file__).with_name("cases")


def cases() -> Iterator[object]:
    for file in sorted(CASES.iterdir()):
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("# ")]
        for number, line in enumerate(lines):
            if not line.startswith("> "):
                after = lines[number + 1] if number + 1 < len(lines) else ""
                yield pytest.param(line, after.removeprefix("> ") if after.startswith("> ") else line, id=line)


@pytest.mark.parametrize(("text", "wanted"), list(cases()))
def test_what_people_write_is_masked(text: str, wanted: str) -> None:
    assert masked(text) == wanted
    assert masked(f"Well. {text}") == f"Well. {wanted}"


def test_a_name_on_the_line_below_a_closing_is_masked() -> None:
    assert masked("It works.\n\nBest regards,\n\nJohn Smith\n") == "It works.\n\nBest regards,\n\n[name]\n"


_PIECES = (
    *("Hi ", "Dear ", "Mr ", "Anna", "Smith", "Best regards", "Thanks", "my name is ", "Hallo Frau ", "Grüße", "anna"),
    *("maya@studio.test", "@", "a@b.cd", "+49 170 1234567", "0", "00", "+", "tel ", "030 1234567", "2026-10-19"),
    *("4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "81.2.69.142", "::1", "2001:4860:4860::8888", "https://"),
    *(
        "www.",
        "x.test/",
        "?",
        "#",
        "=",
        " ",
        "  ",
        ",",
        ".",
        "-",
        "/",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "1",
        "12 345",
        "v1.2.3.4",
    ),
    *MASKS.values(),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join) | st.text()


@given(_TEXTS)
def test_masked_text_has_nothing_left_to_find(text: str) -> None:
    assert list(personal_data_in(masked(text))) == []


@given(_TEXTS)
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@given(st.text(alphabet="abcdefghij ,.!?äöé\n'"))
def test_text_without_names_and_numbers_stays_as_it_is(text: str) -> None:
    assert masked(text) == text or any(greeting in text for greeting in ("hi ", "hej ", "dag "))


@given(_TEXTS)
def test_few_texts_have_to_be_removed_whole(text: str) -> None:
    assert masked(text) != REMOVED


_HOSTILE = ("a", "1 ", "a@b.", "://", ":", "Hi A,", "+49301234567 ", "Hi Anna\n")
_MORE_HOSTILE = (
    *(
        "1",
        "@",
        ".",
        "+",
        "A ",
        "a@",
        "a.",
        "www.",
        "?",
        "Hi ",
        "Hi A",
        "Dear Mr ",
        "Best regards, ",
        "0049 ",
        "\n",
        "[",
    ),
    *("maya@studio.test ", "4111 1111 1111 1111 "),
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", [*_HOSTILE, *(pytest.param(piece, marks=pytest.mark.long) for piece in _MORE_HOSTILE)]
)
def test_many_hostile_letters_come_to_an_end(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert not any(personal_data_in(masked(text)))
