from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.files import File, Files

from host.support_build import configured, page, section
from mkdocs_journeys.host.files import Place, add_to
from mkdocs_journeys.host.page import AtlasPage, metadata
from mkdocs_journeys.site.page import Page, Section

REPOSITORY = {"repo_url": "https://github.com/us/atlas", "edit_uri": "edit/main/docs/"}


def hosted(folder: Path, described: Page, **settings: Any) -> AtlasPage:
    config = configured(folder, **settings)
    files = Files([])
    add_to(files, [described], Place(folder, config))
    (file,) = files
    assert isinstance(file.page, AtlasPage)
    file.page.read_source(config)
    file.page.render(config, files)
    return file.page


def test_search_reads_the_lean_body_and_readers_the_whole_one(tmp_path: Path) -> None:
    made = hosted(tmp_path, page("journeys.md", "R&D"))
    sections = made.described.sections
    made.show_to_search(sections, plain=False)
    assert made.content == '<h1 id="top">R&amp;D</h1>\n<p>words of journeys.md</p>\n'
    made.show_to_theme(sections)
    assert "body of journeys.md" in made.content
    assert "words of" not in made.content


def test_plain_search_gets_plain_titles_and_the_theme_escaped_ones(tmp_path: Path) -> None:
    made = hosted(tmp_path, page("journeys.md", "R&D"))
    sections = made.described.sections
    made.show_to_search(sections, plain=True)
    assert made.title == "R&D"
    assert made.toc.items[0].title == "R&D"
    made.show_to_theme(sections)
    assert made.title == "R&amp;D"
    assert made.toc.items[0].title == "R&amp;D"


def test_nothing_is_drawn_before_the_page_is_written(tmp_path: Path) -> None:
    drawn: list[str] = []

    def draw() -> tuple[Section, ...]:
        drawn.append("once")
        return (section("top", "A"),)

    made = hosted(tmp_path, Page("a.md", "A", draw))
    assert (made.content, drawn) == ("", [])
    made.show_to_theme(made.described.sections)
    assert drawn == ["once"]
    made.forget()
    assert made.content == ""


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
    made.show_to_theme(made.described.sections)
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


def test_a_page_needs_no_file_on_disk(tmp_path: Path) -> None:
    config = configured(tmp_path)
    made = AtlasPage(page("a.md"), File.generated(config, "a.md", content=""), config, None)
    made.read_source(config)
    assert made.markdown == ""
    assert list((tmp_path / "docs").iterdir()) == []
