"""What every template puts out its values through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from mkdocs_journeys.site.rendering.compat import EscapingEnvironment, escaped, generator_for
from mkdocs_journeys.site.rendering.environment import environment


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


MACROS = "{% macro row(text, note='none') %}<i>{{ text }}</i>{{ note }}{% endmacro %}"


@pytest.mark.parametrize(
    ("call", "html"),
    [
        ("{{ row(x, x) }}", "<i>&lt;</i>&lt;"),
        ("{{ row(x) }}", "<i>&lt;</i>none"),
        ("{{ row(note=x, text=x) }}", "<i>&lt;</i>&lt;"),
        ("{{ row(*[x, x]) }}", "<i>&lt;</i>&lt;"),
        ("{% set drawn = row(x) %}{{ drawn }}", "<i>&lt;</i>none"),
        ("{% for one in [x] %}{{ row(one, loop.index) }}{% endfor %}", "<i>&lt;</i>1"),
        ("{{ row(row(x)) | upper }}", "<I><I>&LT;</I>NONE</I>NONE"),
        ("{% macro page() %}<b>{{ caller() }}</b>{% endmacro %}{% call page() %}{{ x }}{% endcall %}", "<b>&lt;</b>"),
    ],
)
@pytest.mark.parametrize("jinja", ["3.1.6", "3.2.0"])
def test_a_macro_draws_the_same_however_it_is_called(
    monkeypatch: pytest.MonkeyPatch, call: str, html: str, jinja: str
) -> None:
    monkeypatch.setattr(EscapingEnvironment, "code_generator_class", generator_for(jinja))
    assert environment().from_string(MACROS + call).render(x="<") == html


@pytest.mark.parametrize(
    "loop",
    [
        "{% for n in [1, 2] %}{% set name = n ~ x %}{{ shown() }}{{ name }}{% endfor %}",
        "{% for n in [1, 2] %}{% for m in [n] %}{% set s %}{{ m }}{{ x }}{% endset %}{{ s }}{% endfor %}{% endfor %}",
        "{% for n in [1, 2] %}{% for m in [0] %}{% endfor %}{% set name, _ = n, x %}{{ name }}{{ x }}{% endfor %}",
        "{% for n in [1, 2] if n %}{{ shown() }}{{ n }}{{ x }}{% else %}none{% endfor %}",
    ],
)
@pytest.mark.parametrize("jinja", ["3.1.6", "3.2.0"])
def test_a_loop_keeps_the_names_that_are_set_in_it(monkeypatch: pytest.MonkeyPatch, loop: str, jinja: str) -> None:
    monkeypatch.setattr(EscapingEnvironment, "code_generator_class", generator_for(jinja))
    assert environment().from_string(loop).render(x="<", shown=str) == "1&lt;2&lt;"


def test_the_insides_of_another_jinja_are_left_alone() -> None:
    assert generator_for("3.2.0") is CodeGenerator
    assert generator_for("3.1.6") is not CodeGenerator


def test_what_a_template_calls_that_is_no_macro_is_escaped() -> None:
    made = environment().from_string("{{ given(x) }}{{ given('>') }}")
    assert made.render(given=lambda text: f"<{text}", x="&") == "&lt;&amp;&lt;&gt;"


@pytest.mark.parametrize("call", ["{{ row(x, x, x) }}", "{{ row(x, other=x) }}"])
def test_a_macro_that_is_given_too_much_says_so(call: str) -> None:
    with pytest.raises(TypeError):
        environment().from_string(MACROS + call).render(x="<")


@pytest.mark.parametrize("call", ["{{ row() }}", "{{ nobody(1) }}", "{{ row(nobody) }}"])
def test_a_name_that_nobody_gave_is_a_mistake_in_a_call_too(call: str) -> None:
    with pytest.raises(UndefinedError):
        environment().from_string(MACROS + call).render()
