"""The entries that search is given are the ones that Material would have found in the lean body."""

from pathlib import Path
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex

from host.support_build import configured, page, section
from mkdocs_journeys.host.body import lean_body
from mkdocs_journeys.host.contents import contents_to_show
from mkdocs_journeys.host.page import metadata
from mkdocs_journeys.host.printing.search import Entry, decoded, encoded, end_with, entries_of, open_index
from mkdocs_journeys.site.page import Page, Section

ODD = st.text(st.sampled_from("ab 1\n\t\r\x0c\xa0\u2028<>&;\"'#/é😀-!"), max_size=12) | st.sampled_from(
    ["&amp;", "&lt", "<b>x</b>", "</p>", "<!-- a", "&#60;", "</h2>", "<script>"]
)


def found_by_material(described: Page) -> list[Entry]:
    index = SearchIndex(lang=["en"])
    hosted = SimpleNamespace(
        meta=metadata(described),
        content=lean_body(described.sections),
        toc=contents_to_show(described.sections),
        url="a/",
        title=described.title,
    )
    index.add_entry_from_context(hosted)
    return list(index.entries)


@given(st.lists(st.tuples(ODD, ODD, st.integers(1, 3)), min_size=1, max_size=4), ODD, st.lists(ODD, max_size=2))
def test_any_words_are_found_as_material_itself_finds_them(
    parts: list[tuple[str, str, int]], title: str, tags: list[str]
) -> None:
    sections = tuple(
        Section(f"s{number}", heading, level if number else 1, words=words)
        for number, (heading, words, level) in enumerate(parts)
    )
    described = Page("a.md", title, lambda: sections, tags=tuple(tags))
    assert list(entries_of(described, "a/", sections)) == found_by_material(described)


def test_the_first_entry_is_the_page_itself_and_the_others_its_sections() -> None:
    described = page("a.md", "A", section("more", "More", 2, words="found here"))
    locations = [entry["location"] for entry in entries_of(described, "a/", described.sections)]
    assert locations == ["a/", "a/#more"]


def test_a_site_without_search_has_an_index_that_nobody_reads(tmp_path: Path) -> None:
    assert open_index(configured(tmp_path, plugins=["journeys"])) == []


def test_mkdocs_own_search_reads_the_pages_itself(tmp_path: Path) -> None:
    config = configured(tmp_path, theme={"name": "mkdocs"}, plugins=["search", "journeys"])
    assert open_index(config) is None


ENTRIES = st.lists(st.fixed_dictionaries({"location": ODD, "title": ODD, "text": ODD}), max_size=3)


@given(ENTRIES, st.lists(ENTRIES, max_size=3))
def test_encoded_entries_end_the_index_just_as_material_would_have_written_them(
    theirs: list[Entry], ours: list[list[Entry]]
) -> None:
    alone, ended = (SearchIndex(lang=["en"], separator=" ", pipeline=[], fields={}) for _ in range(2))
    alone.entries = [*theirs, *(entry for entries in ours for entry in entries)]
    ended.entries = list(theirs)
    plugin = SimpleNamespace(config=SimpleNamespace(enabled=True), search_index=ended)
    end_with(SimpleNamespace(plugins={"material/search": plugin}), [encoded(tuple(entries)) for entries in ours])  # type: ignore[arg-type]
    assert ended.generate_search_index(None) == alone.generate_search_index(None)


@given(ENTRIES)
def test_what_was_encoded_is_decoded_again(entries: list[Entry]) -> None:
    assert decoded(encoded(tuple(entries))) == tuple(entries)
