import pytest

from host.support_build import section
from mkdocs_journeys.host.body import full_body, lean_body, permalink_of

HOSTILE = "<b>R&D</b>"


def test_without_the_option_no_heading_has_a_link() -> None:
    assert permalink_of({}) is None
    assert full_body([section("a", "A")], None) == '<h1 id="a">A</h1>\n\n'


@pytest.mark.parametrize("off", [False, "", "false", "off", 0])
def test_a_permalink_that_is_switched_off_is_none(off: object) -> None:
    assert permalink_of({"permalink": off}) is None


def test_a_heading_looks_like_a_handwritten_one_with_a_permalink() -> None:
    body = full_body([section("stage-1", HOSTILE, 2)], permalink_of({"permalink": True}))
    link = '<a class="headerlink" href="#stage-1" title="Permanent link">&para;</a>'
    assert body.startswith(f'<h2 id="stage-1">&lt;b&gt;R&amp;D&lt;/b&gt;{link}</h2>')


def test_the_permalink_is_drawn_as_the_site_wants_it() -> None:
    options = {"permalink": "#", "permalink_title": "Link", "permalink_class": "x", "permalink_leading": True}
    body = full_body([section("a", "A")], permalink_of(options))
    assert body.startswith('<h1 id="a"><a class="x" href="#a" title="Link">#</a>A</h1>')


def test_a_section_without_a_heading_is_its_html_alone() -> None:
    assert full_body([section("a", "A", html='<p id="a">x</p>', headed=False)], None) == '<p id="a">x</p>\n'


def test_search_reads_headings_and_words_but_no_html() -> None:
    sections = [section("a", "A", html="<table></table>", words=HOSTILE), section("b", "B", 3, headed=False)]
    assert lean_body(sections) == ('<h1 id="a">A</h1>\n<p>&lt;b&gt;R&amp;D&lt;/b&gt;</p>\n<h3 id="b">B</h3>\n<p></p>\n')
