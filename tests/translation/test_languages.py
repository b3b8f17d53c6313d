"""Languages of the interface, and how they write numbers and days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.translation.languages import (
    ENGLISH,
    NAMES,
    PSEUDO,
    in_pseudo_letters,
    interface_language,
    language_of,
)
from mkdocs_journeys.translation.messages import gettext, ngettext, speaking, spoken_language


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (("de",), "de"),
        (("de-AT",), "de"),
        (("pt_BR",), "pt"),
        (("zh-Hant",), "zh"),
        ((None, "fr"), "fr"),
        (("", "it", "nl"), "nl"),
        (("it",), "en"),
        (("",), "en"),
        ((), "en"),
        ((PSEUDO, "de"), PSEUDO),
    ],
)
def test_the_first_language_with_a_catalogue_is_spoken(wanted: tuple[str | None, ...], found: str) -> None:
    assert interface_language(*wanted) == found


@pytest.mark.parametrize("code", NAMES)
def test_every_language_has_its_words(code: str) -> None:
    with speaking(code):
        assert (gettext("Journeys") == "Journeys") == (code in ("en", "de"))
        assert gettext("Owner") != "Owner" or code == "en"


def test_numbers_and_days_are_written_as_the_language_does() -> None:
    german, english = language_of("de"), language_of("en")
    assert (english.figure("1,500.5"), german.figure("1,500.5")) == ("1,500.5", "1.500,5")
    assert (english.whole(12_000), german.whole(12_000)) == ("12,000", "12.000")
    assert (english.day(date(2026, 6, 30)), german.day(date(2026, 6, 30))) == ("2026-06-30", "30.06.2026")


def test_a_range_reads_from_left_to_right_in_arabic_too() -> None:
    assert language_of("ar").dash == "\N{LEFT-TO-RIGHT MARK}–"
    assert language_of("de").dash == "–"


def test_plurals_follow_the_rules_of_the_language() -> None:
    one, many = "%(num)s open pain", "%(num)s open pains"
    with speaking("ar"):
        assert len({ngettext(one, many, number).replace(str(number), "") for number in (1, 2, 3, 11)}) == 4
    with speaking("ja"):
        assert len({ngettext(one, many, number).replace(str(number), "") for number in (1, 2)}) == 1


def test_whoever_speaks_a_language_speaks_the_one_before_it_afterwards() -> None:
    with speaking("de"), speaking("fr") as french:
        assert spoken_language() is french
    assert spoken_language() is ENGLISH


def test_a_percent_sign_is_written_twice_in_a_message() -> None:
    assert gettext("%(figure)s%%", figure="8") == "8%"


@given(st.text(), st.sampled_from(["%(name)s", "<b>", "{}", "{0}", "%%"]))
def test_pseudo_letters_are_no_plain_ones_and_leave_places_alone(text: str, place: str) -> None:
    words = "".join(letter for letter in text if letter not in "%<>{}&()")
    said = in_pseudo_letters(f"{words}{place}{words}")
    assert place in said
    assert not [letter for letter in said.replace(place, "") if letter.isascii() and letter.isalpha()]
