from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.files import Files

from mkdocs_journeys.mkdocs.files import BuildTarget, add_to
from mkdocs_journeys.mkdocs.page import (
    PLACEHOLDER,
    AtlasPage,
    contents_to_search,
    contents_to_show,
    html_of,
    lean_html_of,
    metadata,
    permalink_of,
)
from mkdocs_journeys.site.page import Page, Section
from support.builds import configured, page, section

REPOSITORY = {"repo_url": "https://github.com/us/atlas", "edit_uri": "edit/main/docs/"}


def hosted(folder: Path, described: Page, **settings: Any) -> AtlasPage:
    config = configured(folder, **settings)
    files = Files([])
    add_to(files, [described], BuildTarget(folder, config, catalog="journeys/catalog.yml"))
    (file,) = files
    assert isinstance(file.page, AtlasPage)
    file.page.read_source(config)
    file.page.render(config, files)
    return file.page


def test_a_page_has_its_whole_content_for_whoever_looks(tmp_path: Path) -> None:
    made = hosted(tmp_path, page("journeys.md", "R&D"))
    assert made.content == '<h1 id="top">R&amp;D</h1>\n<p>body of journeys.md</p>\n'
    assert made.title == "R&amp;D"
    assert made.toc.items[0].title == "R&amp;D"
    assert made.is_as_drawn


def test_a_lazy_page_is_drawn_when_its_turn_comes_and_then_forgotten(tmp_path: Path) -> None:
    drawn: list[str] = []

    def draw() -> tuple[Section, ...]:
        drawn.append("once")
        return (section("top", "A"),)

    config = configured(tmp_path)
    files = Files([])
    (file,) = add_to(files, [Page("a.md", "A", draw)], BuildTarget(tmp_path, config))
    made = file.page
    assert isinstance(made, AtlasPage)
    made.lazy = True
    made.read_source(config)
    made.render(config, files)
    assert (made.content, made.is_drawn, drawn) == ("", False, [])
    made.draw(config, files)
    assert (made.is_drawn, drawn) == (True, ["once"])
    made.forget()
    assert (made.content, made.is_drawn) == ("", False)


def test_what_a_plugin_adds_to_the_markdown_stands_around_the_page(tmp_path: Path) -> None:
    config = configured(tmp_path)
    files = Files([])
    (file,) = add_to(files, [page("a.md", "A")], BuildTarget(tmp_path, config))
    made = file.page
    assert isinstance(made, AtlasPage)
    made.read_source(config)
    assert made.markdown == PLACEHOLDER
    made.markdown = f"*above*\n\n{made.markdown}\n\n# Below"
    made.render(config, files)
    assert made.content is not None
    assert made.content.index("<em>above</em>") < made.content.index("body of a.md") < made.content.index("Below")
    assert [entry.id for entry in made.toc] == ["below", "top"]


def failing() -> tuple[Section, ...]:
    raise ValueError("<b>no figure</b>")


def test_a_tolerant_page_shows_what_goes_wrong_and_another_raises_it(tmp_path: Path) -> None:
    config = configured(tmp_path)
    for serving in (True, False):
        files = Files([])
        (file,) = add_to(files, [Page("a.md", "A", failing)], BuildTarget(tmp_path, config, serving))
        assert isinstance(file.page, AtlasPage)
        file.page.read_source(config)
        if serving:
            file.page.render(config, files)
            assert "&lt;b&gt;no figure" in (file.page.content or "")
        else:
            with pytest.raises(ValueError, match="no figure"):
                file.page.render(config, files)


def test_metadata_is_escaped_and_leaves_out_what_is_not_there() -> None:
    assert metadata(page("a.md", "A<b>")) == {"title": "A&lt;b&gt;"}
    full = metadata(page("a.md", "A", description='"q"', tags=("R&D",)), ["toc"])
    assert full == {
        "title": "A",
        "description": "&#34;q&#34;",
        "tags": ["R&amp;D"],
        "hide": ["toc"],
    }


def test_the_home_page_bears_the_site_s_name(tmp_path: Path) -> None:
    made = hosted(tmp_path, page("index.md", "Atlas"))
    assert "title" not in made.meta


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (REPOSITORY, "https://github.com/us/atlas/edit/main/journeys/maps/a%20b.yml"),
        (
            {"edit_uri_template": "https://h/?file=docs/{path!q}"},
            "https://h/?file=journeys%2Fmaps%2Fa%20b.yml",
        ),
        ({"edit_uri_template": "https://h/docs/{path}"}, "https://h/journeys/maps/a%20b.yml"),
        ({}, None),
    ],
)
def test_the_edit_button_opens_the_yaml(tmp_path: Path, settings: dict[str, str], expected: str | None) -> None:
    made = hosted(tmp_path, page("journeys/a.md", source="journeys/maps/a b.yml"), **settings)
    assert made.edit_url == expected


def test_a_page_of_many_files_has_no_edit_button(tmp_path: Path) -> None:
    assert hosted(tmp_path, page("journeys.md"), **REPOSITORY).edit_url is None


def test_links_to_any_id_on_the_page_are_known(tmp_path: Path) -> None:
    html = '<p id="pain-slow" data-id="no">x</p>'
    made = hosted(tmp_path, page("a.md", "A", section("stage-1", "One", 2, html)))
    assert made.present_anchor_ids == {"top", "stage-1", "pain-slow"}


def test_the_source_of_a_page_is_the_yaml_behind_it_and_nothing_is_written_into_docs(tmp_path: Path) -> None:
    made = hosted(tmp_path, page("journeys/a.md", source="journeys/maps/a.yml"))
    assert made.file.abs_src_path == str(tmp_path / "journeys" / "maps" / "a.yml")
    assert hosted(tmp_path, page("journeys.md")).file.abs_src_path == str(tmp_path / "journeys" / "catalog.yml")
    assert list((tmp_path / "docs").iterdir()) == []


HOSTILE = "<b>R&D</b>"


def test_without_the_option_no_heading_has_a_link() -> None:
    assert permalink_of({}) is None
    assert html_of([section("a", "A")], None) == '<h1 id="a">A</h1>\n\n'


@pytest.mark.parametrize("off", [False, "", "false", "off", 0])
def test_a_permalink_that_is_switched_off_is_none(off: object) -> None:
    assert permalink_of({"permalink": off}) is None


def test_a_heading_looks_like_a_handwritten_one_with_a_permalink() -> None:
    body = html_of([section("stage-1", HOSTILE, 2)], permalink_of({"permalink": True}))
    link = '<a class="headerlink" href="#stage-1" title="Permanent link">&para;</a>'
    assert body.startswith(f'<h2 id="stage-1">&lt;b&gt;R&amp;D&lt;/b&gt;{link}</h2>')


def test_the_permalink_is_drawn_as_the_site_wants_it() -> None:
    options = {"permalink": "#", "permalink_title": "Link", "permalink_class": "x", "permalink_leading": True}
    body = html_of([section("a", "A")], permalink_of(options))
    assert body.startswith('<h1 id="a"><a class="x" href="#a" title="Link">#</a>A</h1>')


def test_a_section_without_a_heading_is_its_html_alone() -> None:
    assert html_of([section("a", "A", html='<p id="a">x</p>', headed=False)], None) == '<p id="a">x</p>\n'


def test_narrow_sections_that_follow_each_other_share_a_box() -> None:
    parts = [section("a", "A"), *(section(id, id, html="<p>x</p>", headed=False, narrow=True) for id in "bc")]
    beside = "<section>\n<p>x</p>\n</section>\n" * 2
    box = f'<div class="journeys-beside">\n{beside}</div>\n'
    assert html_of([*parts, section("d", "D")], None) == f'<h1 id="a">A</h1>\n\n{box}<h1 id="d">D</h1>\n\n'


def test_search_reads_headings_and_words_but_no_html() -> None:
    sections = [section("a", "A", html="<table></table>", words=HOSTILE), section("b", "B", 3, headed=False)]
    assert lean_html_of(sections) == (
        '<h1 id="a">A</h1>\n<p>&lt;b&gt;R&amp;D&lt;/b&gt;</p>\n<h3 id="b">B</h3>\n<p></p>\n'
    )


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
