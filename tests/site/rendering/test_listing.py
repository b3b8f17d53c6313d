"""Names one after the other."""

import pytest

from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.translation.languages import PSEUDO
from mkdocs_journeys.translation.messages import speaking


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "50%", "%(C)s"], "A, 50% and %(C)s")]
)
def test_names_are_listed_as_a_sentence_does(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_the_word_before_the_last_name_is_that_of_the_language() -> None:
    with speaking(PSEUDO):
        assert listed(["A", "B"]).startswith("A áñđ B")
