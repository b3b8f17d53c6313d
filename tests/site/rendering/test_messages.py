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


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('{{ _("by %(name)s", name=x) }}', "by &lt;b&gt;"),
        ('{{ _("by %(class)s", class=x) }}', "by &lt;b&gt;"),
        (
            '{{ ngettext("%(num)s step by %(name)s", "%(num)s steps by %(name)s", 1200, name=x) }}',
            "1,200 steps by &lt;b&gt;",
        ),
        ("{% trans name=x %}<i>by {{ name }}</i>{% endtrans %}", "<i>by &lt;b&gt;</i>"),
        (
            '<p title="{{ _("All of them") }}">{{ pgettext("of a figure", "Value") }}</p>',
            '<p title="All of them">Value</p>',
        ),
    ],
)
def test_a_message_keeps_its_tags_and_escapes_its_values(template: str, shown: str) -> None:
    assert environment().from_string(template).render(x="<b>") == shown
