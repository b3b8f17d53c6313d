"""Badges in finished HTML."""

from markupsafe import Markup

from mkdocs_journeys.site.changes.badges import at_anchors, at_links

NEW = Markup("<b>new</b>")


def test_only_the_first_link_to_a_thing_has_a_badge() -> None:
    html = Markup('<p><a class="x" href="../a/">A</a> <a href="../a/">again</a> <a href="../b/">B</a></p>')
    assert at_links(html, {"../a/": NEW}) == (
        '<p><a class="x" href="../a/">A</a> <b>new</b> <a href="../a/">again</a> <a href="../b/">B</a></p>'
    )


def test_a_link_in_a_drawing_has_none() -> None:
    html = Markup('<svg><a href="x"><circle/></a></svg><a href="x">X</a>')
    assert at_links(html, {"x": NEW}) == '<svg><a href="x"><circle/></a></svg><a href="x">X</a> <b>new</b>'


def test_an_address_is_compared_as_it_is_written_in_html() -> None:
    assert "<b>new</b>" in at_links(Markup('<a href="a?x=1&amp;y=2">A</a>'), {"a?x=1&y=2": NEW})


def test_a_badge_stands_at_the_beginning_of_its_element() -> None:
    html = Markup('<h3 id="one">One</h3><li class="x" id="two">Two</li><li id="three">Three</li>')
    assert at_anchors(html, {"one": NEW, "two": NEW}) == (
        '<h3 id="one"><b>new</b> One</h3><li class="x" id="two"><b>new</b> Two</li><li id="three">Three</li>'
    )


def test_in_a_row_of_a_table_it_stands_in_the_head() -> None:
    html = Markup('<tr id="a"><th scope="row">A</th><td>x</td></tr>')
    assert at_anchors(html, {"a": NEW}) == '<tr id="a"><th scope="row"><b>new</b> A</th><td>x</td></tr>'


def test_without_changes_nothing_is_touched() -> None:
    html = Markup('<a href="x" id="y">A</a>')
    assert at_links(html, {}) is html
    assert at_anchors(html, {}) is html
