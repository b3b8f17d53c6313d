"""Permanent addresses, and relative links to them."""

import pytest

from mkdocs_journeys.site.addresses import address_of, group_slug, group_uri, links_from, served_at
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, step

ATLAS = atlas(
    journey("buy", step(touchpoint="form", pains=[pain("slow")], metrics=["paid"])),
    persona("maya"),
    opportunity("easy"),
    evidence("talks", findings=[{"id": "fees", "text": "The price jumps"}]),
)


@pytest.mark.parametrize(
    ("kind", "id", "place"),
    [
        ("journey", "buy", ("journeys/buy.md", "")),
        ("persona", "maya", ("personas/maya.md", "")),
        ("pain", "slow", ("pains/slow.md", "")),
        ("opportunity", "easy", ("opportunities/easy.md", "")),
        ("evidence", "talks", ("evidence/talks.md", "")),
        ("evidence", "talks/fees", ("evidence/talks.md", "finding-fees")),
        ("metric", "paid", ("metrics/paid.md", "")),
        ("touchpoint", "form", ("touchpoints/form.md", "")),
    ],
)
def test_each_kind_of_thing_has_its_place(kind: str, id: str, place: tuple[str, str]) -> None:
    assert address_of(ATLAS, kind, id) == place


@pytest.mark.parametrize("kind", ["journey", "persona", "pain", "opportunity", "evidence", "metric", "asset"])
def test_what_is_not_there_has_no_place(kind: str) -> None:
    assert address_of(ATLAS, kind, "nobody") is None


def test_no_group_can_have_the_address_of_a_journey_or_of_another_group() -> None:
    groups = ["", "index", "index/index", "2", "retail", "retail/2", "Retail", "retail returns", "retail-returns", "é"]
    uris = [group_uri(group, sheet) for group in groups for sheet in (1, 2, 3)]
    assert len({uri.removesuffix("/index.md").removesuffix(".md") for uri in uris}) == len(uris)
    assert all(uri.count("/") >= 2 for uri in uris)


def test_a_folder_with_any_name_has_an_address_of_plain_letters() -> None:
    assert group_slug("retail/returns") == "retail/returns"
    assert group_slug("Büro & mehr").startswith("b-ro-mehr-")
    assert group_slug("見積").startswith("group-")


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
    assert served_at(uri, directory_urls=True) == directories
    assert served_at(uri, directory_urls=False) == files


def test_links_are_relative_to_the_page_that_writes_them() -> None:
    assert links_from("index.md").to("journeys/buy.md", "step-1") == "./journeys/buy/#step-1"
    assert links_from("journeys/buy.md").to("pains.md") == "../../pains/"
    assert links_from("journeys/buy.md", directory_urls=False).to("pains.md") == "../pains.html"
    assert links_from("pains/2.md").to("index.md") == "../../"
