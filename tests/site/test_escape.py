"""What every template puts out its values through."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from mkdocs_journeys.site.escape import escaped
from mkdocs_journeys.site.render import environment


class Own:
    """A thing that knows its own HTML."""

    def __html__(self) -> str:
        return "<hr>"


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.floats(), st.booleans(), st.none()))
def test_a_value_comes_out_as_markupsafe_would_write_it(value: object) -> None:
    assert escaped(value) == escape(value)
    assert environment().from_string("{{ value }}").render(value=value) == str(escape(value))


def test_a_thing_that_knows_its_html_is_asked_for_it() -> None:
    assert escaped(Own()) == "<hr>"


def test_a_macro_of_ours_is_not_escaped_again_but_what_it_is_given_is() -> None:
    made = environment().from_string(
        "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}{{ bold(x) }}{{ bold(bold(x)) }}"
    )
    assert made.render(x="<&>") == "<b>&lt;&amp;&gt;</b><b><b>&lt;&amp;&gt;</b></b>"


def test_what_is_joined_by_a_template_stays_escaped() -> None:
    made = environment().from_string("{{ '<i>' ~ x }}{{ [x, y] | join(' · ') }}")
    assert made.render(x="<", y=Markup("<b>")) == "&lt;i&gt;&lt;&lt; · <b>"
