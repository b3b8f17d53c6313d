"""Fields as comments."""

import re

from mkdocs_journeys.model import Pain, Step
from mkdocs_journeys.scaffold.hints import WIDTH, hints


def test_a_field_that_has_to_be_there_is_no_hint() -> None:
    assert not re.search(r"(?m)^#(id|title):", hints(Pain, {}))


def test_a_hint_says_what_the_field_is_and_which_words_it_takes() -> None:
    said = "# How bad it is when it happens. One of: cosmetic, minor, major, critical.\n#severity: major\n"
    assert hints(Pain, {}).startswith(said)


def test_ids_that_exist_take_the_place_of_the_example() -> None:
    found = hints(Step, {"touchpoint": "shop", "metric": "nps"}, "    ")
    assert "    #touchpoint: shop\n" in found
    assert "    #metrics: [nps]\n" in found
    assert "    #channel: web\n" in found


def test_sentences_are_broken_into_lines() -> None:
    prose = [line for line in hints(Step, {}).splitlines() if line.startswith("# ")]
    assert max(map(len, prose)) <= WIDTH
