"""Which atlas a buffer belongs to, and what its text is."""

from pathlib import Path

import pytest
from pygls.uris import from_fs_path

from mkdocs_journeys.lsp.state.buffers import Buffers
from mkdocs_journeys.lsp.text.document import TextChange


def uri(path: Path) -> str:
    return str(from_fs_path(str(path)))


@pytest.fixture
def buffers() -> Buffers:
    return Buffers("journeys", "utf-16")


def journeys(root: Path) -> Path:
    folder = root / "journeys" / "maps"
    folder.mkdir(parents=True)
    return folder


def test_a_file_belongs_to_the_atlas_around_it(buffers: Buffers, tmp_path: Path) -> None:
    folder = journeys(tmp_path / "one")
    home = buffers.open(uri(folder / "buy it.yml"), 1, "title: x").home
    assert home is not None
    assert home.project.root == tmp_path / "one"
    assert home.path == "journeys/maps/buy it.yml"


def test_two_atlases_are_told_apart(buffers: Buffers, tmp_path: Path) -> None:
    homes = [buffers.open(uri(journeys(tmp_path / name) / "a.yml"), 1, "").home for name in ("one", "two")]
    assert all(homes)
    assert len({home.project for home in homes if home}) == 2
    assert len(buffers.projects) == 2


@pytest.mark.parametrize("place", ["untitled:Untitled-1", "git:/journeys/maps/a.yml", ""])
def test_what_is_no_file_belongs_to_none(place: str, buffers: Buffers) -> None:
    assert buffers.open(place, 1, "title: x").home is None
    assert buffers.file(place) is None


def test_a_file_outside_any_folder_of_journeys_belongs_to_none(buffers: Buffers, tmp_path: Path) -> None:
    journeys(tmp_path)
    assert buffers.open(uri(tmp_path / "docs.yml"), 1, "title: x").home is None
    assert buffers.open(uri(tmp_path / "journeys-old" / "x.yml"), 1, "title: x").home is None


def test_a_folder_of_the_workspace_brings_its_atlas(buffers: Buffers, tmp_path: Path) -> None:
    assert buffers.add_folder(uri(tmp_path)) is None
    folder = journeys(tmp_path)
    project = buffers.add_folder(uri(tmp_path))
    assert project is not None
    assert buffers.add_folder(uri(folder)) is project
    assert buffers.remove_folder(uri(tmp_path)) == [project]
    assert buffers.projects == []


def test_an_atlas_with_an_open_buffer_stays_when_its_folder_goes(buffers: Buffers, tmp_path: Path) -> None:
    opened = uri(journeys(tmp_path) / "a.yml")
    buffers.open(opened, 1, "")
    assert buffers.remove_folder(uri(tmp_path)) == []
    buffers.close(opened)
    assert len(buffers.remove_folder(uri(tmp_path))) == 1


def test_a_buffer_is_changed_and_closed(buffers: Buffers, tmp_path: Path) -> None:
    path = journeys(tmp_path) / "a.yml"
    home = buffers.open(uri(path), 1, "title: x").home
    assert home
    buffers.change(uri(path), 2, [TextChange("title: é")])
    assert buffers.unsaved(home.project) == ({home.path: "title: é".encode()}, {home.path: 2})
    assert buffers.document_of(home.project, home.path).text == "title: é"
    assert buffers.version_of(home.project, home.path) == 2
    buffers.close(uri(path))
    assert buffers.unsaved(home.project) == ({}, {})
    assert buffers.version_of(home.project, home.path) is None
    assert buffers.change(uri(path), 3, [TextChange("")]) is None


def test_an_open_file_keeps_the_address_that_its_editor_gave_it(buffers: Buffers, tmp_path: Path) -> None:
    path = journeys(tmp_path) / "a b.yml"
    given = uri(path).replace("journeys", "%6Aourneys")
    home = buffers.open(given, 1, "").home
    assert home
    assert buffers.uri_of(home.project, home.path) == given
    assert buffers.uri_of(home.project, "journeys/maps/other.yml") == uri(path.with_name("other.yml"))


def test_a_lone_half_of_a_character_is_no_reason_to_fail(buffers: Buffers, tmp_path: Path) -> None:
    home = buffers.open(uri(journeys(tmp_path) / "a.yml"), 1, "title: \ud83d").home
    assert home
    assert buffers.unsaved(home.project)[0] == {home.path: b"title: ?"}
