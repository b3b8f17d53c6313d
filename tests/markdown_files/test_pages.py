"""What a Markdown generator makes of our files is what we drew."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from mkdocs_journeys.markdown import escaped_heading, html_block, markdown_files, page_text
from mkdocs_journeys.site.context import SiteSettings
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import environment
from support.atlases import atlas, journey, step

WORDS = st.text(st.sampled_from("ab 1*_`#[]()<>!&\\{}~|:+-=.$^@\"'é😀\n\t"), max_size=30) | st.sampled_from(
    [
        "**bold**",
        "[x](javascript:y)",
        "<b>",
        "&lt;",
        "{{ config }}",
        "{#id}",
        "{: .c }",
        "1. one",
        "--8<-- 'x'",
        ":smile:",
    ]
)

TITLES = WORDS.filter(lambda text: bool(text.strip()))


def made(page: Page) -> str:
    """The page as Python-Markdown makes it, without its front matter."""
    text = page_text(page, page.sections).split("---\n", 2)[2]
    return markdown.markdown(text, extensions=["attr_list", "tables", "toc", "fenced_code", "abbr", "footnotes"])


def page(title: str = "A page", *sections: Section, **facts: object) -> Page:
    return Page("a.md", title, lambda: sections or (Section("top", title, 1),), **facts)  # type: ignore[arg-type]


def words_in(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@given(TITLES)
def test_a_heading_says_what_was_typed_and_nothing_is_marked_up(title: str) -> None:
    html = made(page("x", Section("top", title, 2)))
    (inner,) = re.findall(r'^<h2 id="top">(.*)</h2>$', html) or [""]
    assert "<" not in inner
    assert words_in(inner) == " ".join(title.split())


@given(TITLES)
def test_a_heading_holds_in_commonmark_too(title: str) -> None:
    html = MarkdownIt().render(f"## {escaped_heading(title)} x")
    assert words_in(html) == f"{' '.join(title.split())} x".strip()
    assert re.fullmatch(r"<h2>[^<]*</h2>\n", html)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_block_of_html_passes_through_markdown_as_it_is(texts: list[str]) -> None:
    html = Markup('<div class="journeys">\n\n<p>%s</p>\n  \n</div>') % Markup("</p>\n\n\n<p>").join(map(escape, texts))
    for shown in (made(page("x", Section("a", "A", 2, html))), MarkdownIt().render(html_block(html))):
        assert words_in(shown).removeprefix("A").strip() == words_in(html)
        assert shown.count("<p>") == len(texts)
        assert "<code>" not in shown
        assert "<strong>" not in shown


def test_preformatted_text_keeps_its_blank_lines() -> None:
    html = Markup("<div><pre>a\n\n\nb</pre></div>")
    assert unescape(html_block(html)) == html


def test_a_brace_calls_no_macro() -> None:
    assert "{{" not in html_block("<p>{{ secret }} {% include %} {# x #}</p>")
    assert unescape(html_block("<p>{{ secret }}</p>")) == "<p>{{ secret }}</p>"


def test_the_front_matter_is_yaml_and_safe_to_write_into_html() -> None:
    text = page_text(page("R&D <b>", description='"q": #1', wide=True, tags=("a b",)), ())
    facts = yaml.safe_load(text.split("---\n")[1])
    assert facts == {
        "title": "R&amp;D &lt;b&gt;",
        "description": "&#34;q&#34;: #1",
        "hide": ["navigation", "toc"],
        "tags": ["a b"],
    }


def test_only_a_headed_section_has_a_heading_of_markdown() -> None:
    sections = (Section("a", "A", 2, Markup("<p>x</p>")), Section("b", "B", 3, Markup("<h3>B</h3>"), headed=False))
    text = page_text(page("x", *sections), sections)
    assert text.endswith("## A {#a}\n\n<p>x</p>\n\n<h3>B</h3>\n")


def test_words_of_neighbouring_elements_are_apart_for_a_search_that_reads_html() -> None:
    cells = "<th><div><i>1</i><b>Pays</b><em>inferred</em></div></th><th><div><i>2</i><b>Waits</b></div></th>"
    shown = re.sub("<[^>]*>", "", html_block(f"<table><tr>{cells}</tr></table>"))
    assert shown.split() == ["1", "Pays", "inferred", "2", "Waits"]
    assert html_block("<p><b>Nearly</b>, <i>so</i>.</p>") == "<p><b>Nearly</b>, <i>so</i>.</p>"


def test_an_index_page_leads_to_the_others_of_its_group(tmp_path: Path) -> None:
    files = markdown_files(atlas(journey("buy", step())), SiteSettings(date(2026, 1, 1)), environment(None), tmp_path)
    row = files["journeys.md"].decode().split("---\n", 2)[2].split("\n# ")[0]
    assert re.findall(r'<a href="([^"]*)"( aria-current="page")?>(.*?)</a>', row) == [
        ("../", "", "Overview"),
        ("../journeys/", ' aria-current="page"', "Journeys"),
        ("../personas/", "", "Personas"),
    ]
    assert b"journeys-nav-row" not in files["journeys/buy.md"] + files["pains.md"]
