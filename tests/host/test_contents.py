from host.support_build import section
from mkdocs_journeys.host.contents import contents_to_search, contents_to_show

SECTIONS = (
    section("top", "R&D"),
    section("s1", "One", 2),
    section("s1-1", "One one", 3),
    section("hidden", "Hidden & <b>", 2, listed=False),
    section("s2", "Two", 2),
)


def test_sections_nest_by_level() -> None:
    (top,) = contents_to_show(SECTIONS)
    assert [entry.id for entry in top.children] == ["s1", "s2"]
    assert [entry.id for entry in top.children[0].children] == ["s1-1"]
    assert top.level == 1


def test_titles_are_html_for_a_theme() -> None:
    (top,) = contents_to_show(SECTIONS)
    assert top.title == "R&amp;D"


def test_search_knows_the_sections_that_are_not_listed() -> None:
    (top,) = contents_to_search(SECTIONS)
    assert [entry.title for entry in top.children] == ["One", "Hidden & <b>", "Two"]


def test_a_page_that_starts_deep_has_several_top_entries() -> None:
    entries = contents_to_show([section("a", "A", 3), section("b", "B", 2), section("c", "C", 2)])
    assert [entry.id for entry in entries] == ["a", "b", "c"]
