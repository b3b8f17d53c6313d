"""The entries that search is given are the ones that Material would have found in the lean body."""

from pathlib import Path
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex

from mkdocs_journeys.mkdocs.compat import Entry, material_search_entries
from mkdocs_journeys.mkdocs.page import contents_to_show, lean_html_of, metadata
from mkdocs_journeys.mkdocs.search.index import entries_of
from mkdocs_journeys.mkdocs.search.words import searched_sections
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text
from support.builds import configured, page, section

ODD = st.text(st.sampled_from("ab 1\n\t\r\x0c\xa0\u2028<>&;\"'#/é😀-!"), max_size=12) | st.sampled_from(
    ["&amp;", "&lt", "<b>x</b>", "</p>", "<!-- a", "&#60;", "</h2>", "<script>"]
)


def found_by_material(described: Page) -> list[Entry]:
    sections = tuple(searched_sections(described, described.sections))
    index = SearchIndex(lang=["en"])
    hosted = SimpleNamespace(
        meta=metadata(described) | {"tags": [label] if (label := theme_text(described.label)) else None},
        content=lean_html_of(sections),
        toc=contents_to_show(sections),
        url="a/",
        title=described.title,
    )
    index.add_entry_from_context(hosted)
    return list(index.entries)


@given(st.lists(st.tuples(ODD, ODD, st.integers(1, 3)), min_size=1, max_size=4), ODD, ODD, st.lists(ODD, max_size=2))
def test_any_words_are_found_as_material_itself_finds_them(
    parts: list[tuple[str, str, int]], title: str, label: str, tags: list[str]
) -> None:
    sections = tuple(
        Section(f"s{number}", heading, level if number else 1, words=words)
        for number, (heading, words, level) in enumerate(parts)
    )
    described = Page("a.md", title, lambda: sections, tags=tuple(tags), label=label)
    first, *others = found_by_material(described)
    without = [{name: value for name, value in entry.items() if name not in ("tags", "boost")} for entry in others]
    assert list(entries_of(described, "a/", sections)) == [first, *without]


def test_the_first_entry_is_the_page_itself_and_the_others_its_sections() -> None:
    described = page("a.md", "A", section("more", "More", 2, words="found here"))
    locations = [entry["location"] for entry in entries_of(described, "a/", described.sections)]
    assert locations == ["a/", "a/#more"]


def test_a_site_without_search_has_an_index_that_nobody_reads(tmp_path: Path) -> None:
    assert material_search_entries(configured(tmp_path, plugins=["journeys"])) == []


def test_mkdocs_own_search_reads_the_pages_itself(tmp_path: Path) -> None:
    config = configured(tmp_path, theme={"name": "mkdocs"}, plugins=["search", "journeys"])
    assert material_search_entries(config) is None
