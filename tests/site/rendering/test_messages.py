"""What templates can say in the language of the page."""

import pytest

from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.translation.languages import PSEUDO
from mkdocs_journeys.translation.messages import speaking

PLAIN = "open 1.5"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "<p>Two steps</p>"), (PSEUDO, '<p lang="en" dir="ltr">Two steps</p>')],
)
def test_a_sentence_that_exists_in_english_only_says_so_where_the_page_is_in_another_language(
    language: str, shown: str
) -> None:
    template = environment().from_string("<p{{ english() }}>Two steps</p>")
    with speaking(language):
        assert template.render() == shown


def test_a_filter_speaks_the_language_of_each_drawing_even_where_its_value_is_a_constant() -> None:
    template = environment().from_string("{{ 'open' | term }} {{ 1.5 | number }}")
    with speaking(PSEUDO):
        assert template.render() != PLAIN
    assert template.render() == PLAIN
