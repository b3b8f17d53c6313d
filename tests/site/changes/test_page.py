"""Pages of a preview: the bar, and badges in finished HTML."""

import re

from markupsafe import Markup

from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.changes.page import at_anchors, at_links, overlay_on
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, journey, step
from support.contexts import html_of, site
from support.overlays import preview_html

NEW = Markup("<b>new</b>")
A = step("Asks", thinks="Hm", emotion=1, says=["So?"])
C = step("Checks", emotion=0)


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


def test_a_site_that_is_not_compared_has_no_overlay() -> None:
    assert overlay_on(site(atlas(journey("buy", A)))) is None


def test_a_journey_without_changes_is_drawn_as_always_below_the_bar() -> None:
    old, new = (atlas(journey("buy", A), journey("sell", step("Sells", emotion=n))) for n in (1, 2))
    html = preview_html(old, new)
    assert "No change on this page against" in html
    plain = next(page for page in items_of(site(new)) if isinstance(page, Page) and page.uri == "journeys/buy.md")
    assert html.endswith(html_of(plain))
    assert "journeys-compared" not in html_of(plain)


def test_the_bar_lists_what_changed_on_the_page() -> None:
    html = preview_html(atlas(journey("buy", A)), atlas(journey("buy", A, objective="More")))
    bar = html.partition("<aside")[2].partition("</aside>")[0]
    assert "1 change on this page against <code>main</code>" in " ".join(bar.split())
    assert "<ins>More</ins>" in bar
    assert 'href="../../changes/"' in bar


def test_indexes_have_badges_beside_what_changed() -> None:
    old = atlas(journey("buy", A), journey("sell", step("Sells")))
    new = atlas(journey("buy", A), journey("sell", step("Sells", emotion=-1)), journey("ask", C))
    html = preview_html(old, new, "journeys.md")
    found = re.findall(r'journeys/(\w+)/"[^>]*>[^<]*</a>\s*<span class="journeys-change-badge[^>]*>.*?>(\w+)<', html)
    assert ("sell", "changed") in found
    assert ("ask", "new") in found
    assert "buy" not in dict(found)
