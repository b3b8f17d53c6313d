"""Addresses of pages."""

import pytest

from mkdocs_journeys.site.links import address, links_from


@pytest.mark.parametrize(
    ("uri", "directories", "files"),
    [
        ("index.md", "", "index.html"),
        ("journeys.md", "journeys/", "journeys.html"),
        ("journeys/buy.md", "journeys/buy/", "journeys/buy.html"),
        ("guide/index.md", "guide/", "guide/index.html"),
        ("assets/a.png", "assets/a.png", "assets/a.png"),
    ],
)
def test_a_page_is_served_as_a_folder_or_as_a_file(uri: str, directories: str, files: str) -> None:
    assert address(uri, directory_urls=True) == directories
    assert address(uri, directory_urls=False) == files


def test_links_are_relative_to_the_page_that_writes_them() -> None:
    assert links_from("index.md").to("journeys/buy.md", "step-1") == "./journeys/buy/#step-1"
    assert links_from("journeys/buy.md").to("pains.md") == "../../pains/"
    assert links_from("journeys/buy.md", directory_urls=False).to("pains.md") == "../pains.html"
    assert links_from("pains/2.md").to("index.md") == "../../"
