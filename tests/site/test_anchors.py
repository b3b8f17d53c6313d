"""Addresses that stay."""

import pytest

from mkdocs_journeys.site.anchors import group_slug, group_uri, place_of
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
        ("pain", "slow", ("journeys/buy.md", "pain-slow")),
        ("opportunity", "easy", ("opportunities/easy.md", "")),
        ("evidence", "talks", ("evidence/talks.md", "")),
        ("evidence", "talks/fees", ("evidence/talks.md", "finding-fees")),
        ("metric", "paid", ("metrics/paid.md", "")),
        ("touchpoint", "form", ("catalog.md", "touchpoint-form")),
    ],
)
def test_each_kind_of_thing_has_its_place(kind: str, id: str, place: tuple[str, str]) -> None:
    assert place_of(ATLAS, kind, id) == place


@pytest.mark.parametrize("kind", ["journey", "persona", "pain", "opportunity", "evidence", "metric", "asset"])
def test_what_is_not_there_has_no_place(kind: str) -> None:
    assert place_of(ATLAS, kind, "nobody") is None


def test_no_group_can_have_the_address_of_a_journey_or_of_another_group() -> None:
    groups = ["", "index", "index/index", "2", "retail", "retail/2", "Retail", "retail returns", "retail-returns", "é"]
    uris = [group_uri(group, sheet) for group in groups for sheet in (1, 2, 3)]
    assert len({uri.removesuffix("/index.md").removesuffix(".md") for uri in uris}) == len(uris)
    assert all(uri.count("/") >= 2 for uri in uris)


def test_a_folder_with_any_name_has_an_address_of_plain_letters() -> None:
    assert group_slug("retail/returns") == "retail/returns"
    assert group_slug("Büro & mehr").startswith("b-ro-mehr-")
    assert group_slug("見積").startswith("group-")
