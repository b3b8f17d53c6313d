"""Small pages at addresses that things had before."""

from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.mainline import untold
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Asset
from support.atlases import atlas, journey, step
from support.contexts import site

BUY = journey("buy", step("Pays", pains=[{"id": "fees", "title": "Fees"}]), title="Buy <it>")


def found(former: dict[tuple[str, str], str], of: Atlas | None = None, **settings: Any) -> dict[str, str]:
    """The redirects by their file."""
    recent = untold(of or atlas(BUY))
    recent.former = former
    items = items_of(site(recent.atlas, recent=lambda _: recent, **settings))
    return {one.uri: one.content.decode() for one in items if isinstance(one, Asset) and one.uri.endswith(".html")}


def test_the_old_address_says_where_the_thing_is_now_and_forwards_without_a_script() -> None:
    page = found({("journey", "purchase"): "buy"})["journeys/purchase/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../journeys/buy/">' in page
    assert '<a href="../../journeys/buy/">Buy &lt;it&gt;</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page and "style" not in page


def test_a_site_that_knows_its_address_names_the_page_in_full() -> None:
    page = found({("journey", "purchase"): "buy"}, url="https://example.com/atlas")["journeys/purchase/index.html"]
    assert '<link rel="canonical" href="https://example.com/atlas/journeys/buy/">' in page


def test_addresses_without_folders_are_served_too() -> None:
    pages = found({("pain", "charges"): "fees"}, directory_urls=False)
    assert 'url=../pains/fees.html"' in pages["pains/charges.html"]


def test_an_address_that_is_in_use_is_kept_and_what_is_gone_has_none() -> None:
    assert found({("journey", "buy"): "buy", ("journey", "leave"): "gone", ("pain", "fees"): "fees"}) == {}


def test_an_id_that_is_the_name_of_a_folder_has_its_own() -> None:
    of = atlas(BUY, stages=["decision"], touchpoints=["shop"])
    assert list(found({("touchpoint", "index"): "shop"}, of)) == ["touchpoints/index/index.html"]


def test_there_are_not_more_than_a_thousand() -> None:
    assert len(found({("journey", f"old-{number}"): "buy" for number in range(1_200)})) == 1_000
