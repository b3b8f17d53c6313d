from markupsafe import Markup, escape

from mkdocs_journeys.site.rendering.environment import theme_text, with_code


def test_markup_in_a_title_is_text() -> None:
    assert theme_text('<img src=x> & "q"') == "&lt;img src=x&gt; &amp; &#34;q&#34;"


def test_a_theme_that_escapes_does_not_escape_again() -> None:
    assert escape(theme_text("R&D")) == "R&amp;D"
    assert isinstance(theme_text("R&D"), Markup)


def test_a_title_stands_on_one_line() -> None:
    assert theme_text(" one\n two\t three ") == "one two three"


def test_quoted_names_in_a_sentence_are_code() -> None:
    assert with_code("`a<b` is 9, not `c`.") == "<code>a&lt;b</code> is 9, not <code>c</code>."
    assert with_code("one ` alone") == "one ` alone"
