import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files, InclusionLevel

from host.support_build import configured, page
from mkdocs_journeys.host.files import Place, add_to, home_uri, missing
from mkdocs_journeys.site.page import Asset, Page


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, configured(tmp_path))


def docs(place: Place, *uris: str, inclusion: InclusionLevel = InclusionLevel.INCLUDED) -> Files:
    config = place.config
    made = (File(uri, config.docs_dir, config.site_dir, True, inclusion=inclusion) for uri in uris)
    return Files(made)


def ours(files: Files) -> list[str]:
    return [file.src_uri for file in files if file.generated_by]


def test_index_pages_are_in_the_navigation_and_details_are_not(place: Place) -> None:
    files = docs(place)
    add_to(files, [page("journeys.md", in_nav=True), page("journeys/buy.md")], place)
    assert [file.inclusion for file in files] == [InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV]


@pytest.mark.parametrize("uri", ["journeys.md", "journeys/index.md", "journeys/README.md"])
def test_a_handwritten_page_at_the_same_address_wins(place: Place, uri: str, caplog: pytest.LogCaptureFixture) -> None:
    files = docs(place, uri)
    with caplog.at_level(logging.INFO):
        add_to(files, [page("journeys.md"), page("personas.md")], place)
    assert ours(files) == ["personas.md"]
    assert f"'{uri}' is handwritten and stands in place of 'journeys.md'" in caplog.text


def test_a_page_that_will_not_be_built_takes_no_address(place: Place) -> None:
    files = docs(place, "journeys.md", inclusion=InclusionLevel.EXCLUDED)
    add_to(files, [page("journeys.md")], place)
    assert ours(files) == ["journeys.md"]


def test_a_draft_takes_its_address_only_while_it_is_served(place: Place) -> None:
    for serving, expected in ((True, []), (False, ["journeys.md"])):
        files = docs(place, "journeys.md", inclusion=InclusionLevel.DRAFT)
        add_to(files, [page("journeys.md")], Place(place.root, place.config, serving))
        assert ours(files) == expected


@pytest.mark.parametrize("uri", ["index.md", "README.md"])
def test_the_atlas_moves_aside_for_a_handwritten_home_page(
    place: Place, uri: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        assert home_uri(docs(place, uri), "index.md", place) == "atlas.md"
    assert "atlas.md" in caplog.text
    assert home_uri(docs(place, "about.md"), "index.md", place) == "index.md"


def test_an_asset_is_data_or_a_file_of_the_project(place: Place) -> None:
    (place.root / "journeys" / "a.png").write_bytes(b"picture")
    files = docs(place)
    add_to(files, [Asset("x.css", data=b"style"), Asset("a.png", path="journeys/a.png")], place)
    assert [file.content_bytes for file in files] == [b"style", b"picture"]


def test_a_picture_that_is_gone_is_left_out_while_serving(place: Place) -> None:
    files = docs(place)
    serving = Place(place.root, place.config, serving=True)
    add_to(files, [Asset("a.png", path="journeys/gone.png"), page("journeys.md")], serving)
    assert ours(files) == ["journeys.md"]


def test_nothing_is_added_when_one_page_fails(place: Place) -> None:
    def items() -> Iterator[Page]:
        yield page("journeys.md")
        raise ValueError

    files = docs(place)
    with pytest.raises(ValueError):
        add_to(files, items(), place)
    assert len(files) == 0


def test_what_is_missing_comes_from_our_package_or_is_empty(place: Place) -> None:
    files = docs(place, "assets/journeys/journeys.js")
    wanted = ("assets/journeys/journeys.js", "assets/journeys/css/problems.css", "assets/journeys/no.css")
    found = {asset.uri: asset.data or b"" for asset in missing(files, wanted)}
    assert list(found) == ["assets/journeys/css/problems.css", "assets/journeys/no.css"]
    assert b".journeys-problems" in found["assets/journeys/css/problems.css"]
    assert found["assets/journeys/no.css"] == b""
