import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_journeys.mkdocs.files import (
    BuildTarget,
    add_to,
    configured_titles,
    configured_uris,
    home_uri,
    index_pages_first,
    journeys_folder,
    missing_assets,
    project_root,
    theme_language,
)
from mkdocs_journeys.site.navigation import NavGroup
from mkdocs_journeys.site.page import Asset, Page
from support.builds import configured, page


@pytest.fixture
def target(tmp_path: Path) -> BuildTarget:
    return BuildTarget(tmp_path, configured(tmp_path))


def docs(target: BuildTarget, *uris: str, inclusion: InclusionLevel = InclusionLevel.INCLUDED) -> Files:
    config = target.config
    made = (File(uri, config.docs_dir, config.site_dir, True, inclusion=inclusion) for uri in uris)
    return Files(made)


def ours(files: Files) -> list[str]:
    return [file.src_uri for file in files if not file.src_dir]


def test_index_pages_are_in_the_navigation_and_details_are_not(target: BuildTarget) -> None:
    files = docs(target)
    add_to(files, [page("journeys.md", in_nav=True), page("journeys/buy.md")], target)
    assert [file.inclusion for file in files] == [InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV]


@pytest.mark.parametrize("uri", ["journeys.md", "journeys/index.md", "journeys/README.md"])
def test_a_handwritten_page_at_the_same_address_wins(
    target: BuildTarget, uri: str, caplog: pytest.LogCaptureFixture
) -> None:
    files = docs(target, uri)
    with caplog.at_level(logging.INFO):
        add_to(files, [page("journeys.md"), page("personas.md")], target)
    assert ours(files) == ["personas.md"]
    assert f"'{uri}' is handwritten and stands in place of 'journeys.md'" in caplog.text


def test_a_page_that_will_not_be_built_takes_no_address(target: BuildTarget) -> None:
    files = docs(target, "journeys.md", inclusion=InclusionLevel.EXCLUDED)
    add_to(files, [page("journeys.md")], target)
    assert ours(files) == ["journeys.md"]


def test_a_draft_takes_its_address_only_while_it_is_served(target: BuildTarget) -> None:
    for serving, expected in ((True, []), (False, ["journeys.md"])):
        files = docs(target, "journeys.md", inclusion=InclusionLevel.DRAFT)
        add_to(files, [page("journeys.md")], BuildTarget(target.root, target.config, serving))
        assert ours(files) == expected


@pytest.mark.parametrize("uri", ["index.md", "README.md"])
def test_the_atlas_moves_aside_for_a_handwritten_home_page(
    target: BuildTarget, uri: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        assert home_uri(docs(target, uri), "index.md", target) == "atlas.md"
    assert "atlas.md" in caplog.text
    assert home_uri(docs(target, "about.md"), "index.md", target) == "index.md"


def test_an_asset_is_data_or_a_file_of_the_project(target: BuildTarget) -> None:
    (target.root / "journeys" / "a.png").write_bytes(b"picture")
    files = docs(target)
    add_to(files, [Asset("x.css", data=b"style"), Asset("a.png", path="journeys/a.png")], target)
    assert [file.content_bytes for file in files] == [b"style", b"picture"]


def test_a_picture_that_is_gone_is_left_out_while_serving(target: BuildTarget) -> None:
    files = docs(target)
    serving = BuildTarget(target.root, target.config, serving=True)
    add_to(files, [Asset("a.png", path="journeys/gone.png"), page("journeys.md")], serving)
    assert ours(files) == ["journeys.md"]


def test_nothing_is_added_when_one_page_fails(target: BuildTarget) -> None:
    def items() -> Iterator[Page]:
        yield page("journeys.md")
        raise ValueError

    files = docs(target)
    with pytest.raises(ValueError):
        add_to(files, items(), target)
    assert len(files) == 0


def test_styles_and_scripts_that_are_missing_come_from_our_package(target: BuildTarget) -> None:
    files = docs(target, "assets/journeys/journeys.js")
    found = {asset.uri: asset.data or b"" for asset in missing_assets(files)}
    assert "assets/journeys/journeys.js" not in found
    assert {"assets/journeys/journeys.css", "assets/journeys/journeys-others.js"} <= found.keys()
    assert b"mermaid.min.js" in found["assets/journeys/mermaid-theme.js"]


def test_the_content_of_an_asset_is_made_when_it_is_copied(target: BuildTarget) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("now")
        return b"data"

    (file,) = add_to(docs(target), [Asset("a.json", make=make)], target)
    assert (made, file.is_modified()) == ([], True)
    file.copy_file()
    assert (target.root / "site" / "a.json").read_bytes() == b"data"
    assert (file.content_string, made) == ("data", ["now"])


NAV = [
    "index.md",
    {None: "personas/maya.md"},
    {"My pains": "pains.md"},
    {"More": [{"One": "/journeys/a.md"}, {"Out": "https://example.org"}]},
]


def test_titles_of_the_navigation_are_found_at_every_depth() -> None:
    expected = {"pains.md": "My pains", "journeys/a.md": "One", "https://example.org": "Out"}
    assert dict(configured_titles(NAV)) == expected
    assert set(configured_uris(NAV)) == {"index.md", "personas/maya.md", *expected}


def navigation(folder: Path, uris: list[str], **how: bool) -> Navigation:
    config = configured(folder)
    files = Files([File.generated(config, uri, content="# X") for uri in uris])
    groups = [NavGroup("People & ways", (page("personas.md"), page("journeys.md"))), NavGroup("", (page("pains.md"),))]
    nav = index_pages_first(get_navigation(files, config), groups, **how)
    for before, after in zip(nav.pages, nav.pages[1:], strict=False):
        assert before.next_page is after
        assert after.previous_page is before
    return nav


def told(nav: Navigation) -> list[object]:
    """The uri of each page, a (title, pages) for each section."""

    def one(item: StructureItem) -> object:
        return item.file.src_uri if isinstance(item, MkDocsPage) else (item.title, list(map(one, item.children or ())))

    return list(map(one, nav.items))


def test_our_index_pages_come_first_in_their_groups_and_order(tmp_path: Path) -> None:
    nav = navigation(tmp_path, ["about.md", "journeys.md", "pains.md", "personas.md", "team/contact.md"])
    ours = [("People &amp; ways", ["personas.md", "journeys.md"]), "pains.md"]
    assert told(nav) == [*ours, "about.md", ("Team", ["team/contact.md"])]
    assert [page.file.src_uri for page in nav.pages][:3] == ["personas.md", "journeys.md", "pains.md"]


def test_a_page_of_a_group_marks_its_section_as_active(tmp_path: Path) -> None:
    nav = navigation(tmp_path, ["about.md", "journeys.md"])
    page = nav.pages[0]
    assert page.ancestors == [nav.items[0]]
    page.active = True
    assert [item.active for item in nav.items] == [True, False]  # type: ignore[attr-defined]


def test_a_group_without_pages_is_no_section(tmp_path: Path) -> None:
    assert told(navigation(tmp_path, ["pains.md", "journeys/journeys.md"])) == [
        "pains.md",
        ("Journeys", ["journeys/journeys.md"]),
    ]


def test_where_another_plugin_arranges_folders_there_are_no_sections(tmp_path: Path) -> None:
    nav = navigation(tmp_path, ["about.md", "journeys.md", "pains.md", "personas.md"], sections=False)
    assert told(nav) == ["personas.md", "journeys.md", "pains.md", "about.md"]


def test_a_handwritten_home_page_stays_in_front(tmp_path: Path) -> None:
    nav = navigation(tmp_path, ["about.md", "index.md", "journeys.md"])
    assert told(nav) == ["index.md", ("People &amp; ways", ["journeys.md"]), "about.md"]


def test_the_root_is_the_folder_of_the_configuration(tmp_path: Path) -> None:
    assert project_root(configured(tmp_path)) == tmp_path.resolve()


@pytest.mark.parametrize(
    ("written", "folder"),
    [("journeys", "journeys"), ("./a/../maps/", "maps"), ("/project/maps", "maps"), ("../maps", "../maps")],
)
def test_the_journeys_folder_is_relative_to_the_root(written: str, folder: str) -> None:
    assert journeys_folder(Path("/project"), written) == folder


@pytest.mark.parametrize(
    ("theme", "language"),
    [
        ({"name": "material", "language": "de"}, "de"),
        ({"name": "material"}, "en"),
        ({"name": "readthedocs", "locale": "pt_BR"}, "pt-BR"),
        ({"name": "mkdocs"}, "en"),
    ],
)
def test_the_language_of_a_site_is_that_of_its_theme(tmp_path: Path, theme: dict[str, str], language: str) -> None:
    assert theme_language(configured(tmp_path, theme=theme)) == language
