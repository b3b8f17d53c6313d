"""What things were called before, as their commits tell it."""

from pathlib import Path

import pytest

from history.mainline.support_mainline import ANA, BUY, CATALOG, LEAVE, begun, recent
from support.repositories import Repository


@pytest.fixture
def atlas(tmp_path: Path) -> Repository:
    return begun(tmp_path / "atlas")


def rename(made: Repository, old: str, new: str) -> None:
    made.git("mv", old, new)
    made.commit()


def journey(name: str) -> str:
    return f"journeys/maps/{name}.yml"


def test_a_journey_whose_file_got_another_name_is_found_again(atlas: Repository) -> None:
    rename(atlas, BUY, journey("purchase"))
    assert recent(atlas).former == {("journey", "buy"): "purchase"}


def test_a_chain_leads_to_the_newest_name_at_once(atlas: Repository) -> None:
    rename(atlas, BUY, journey("purchase"))
    rename(atlas, journey("purchase"), journey("order"))
    assert recent(atlas).former == {("journey", "buy"): "order", ("journey", "purchase"): "order"}


def test_a_circle_ends_at_the_name_of_today(atlas: Repository) -> None:
    rename(atlas, BUY, journey("purchase"))
    rename(atlas, journey("purchase"), BUY)
    assert recent(atlas).former == {("journey", "purchase"): "buy", ("journey", "buy"): "buy"}


def test_a_journey_in_another_folder_keeps_its_id(atlas: Repository) -> None:
    (atlas.root / "journeys/maps/sales").mkdir()
    rename(atlas, BUY, "journeys/maps/sales/buy.yml")
    assert recent(atlas).former == {}


def test_a_name_that_belonged_to_two_things_leads_to_the_last_of_them(atlas: Repository) -> None:
    rename(atlas, BUY, journey("purchase"))
    rename(atlas, LEAVE, BUY)
    rename(atlas, BUY, journey("cancel"))
    assert recent(atlas).former[("journey", "buy")] == "cancel"


def test_a_name_does_not_lead_to_a_later_thing_that_took_the_new_name(atlas: Repository) -> None:
    text = (atlas.root / BUY).read_text("utf-8")
    rename(atlas, BUY, journey("purchase"))
    (atlas.root / journey("purchase")).unlink()
    atlas.commit()
    atlas.write(journey("purchase"), text.replace("Buy it", "Haggle").replace("Compares", "Asks for less"))
    atlas.commit()
    assert recent(atlas).former == {}


def test_ids_within_files_and_of_every_kind_are_followed(atlas: Repository) -> None:
    atlas.edit(
        BUY, "{name: Pays, emotion: 0}", "{name: Pays, touchpoint: shop, pains: [{id: fees, title: Fees come late}]}"
    )
    atlas.write("journeys/opportunities/cheap.yml", "title: How might we be cheap?\npains: [fees]\n")
    atlas.write("journeys/evidence/talks.yml", "title: Talks\ndate: 2026-01-01\nkind: interview\n")
    atlas.commit()
    atlas.write(
        "journeys/catalog.yml",
        CATALOG.replace("id: decision", "id: deciding")
        .replace("id: growth", "id: growing")
        .replace("id: shop", "id: store")
        .replace("id: web", "id: net")
        .replace("channel: web", "channel: net"),
    )
    atlas.write(
        BUY,
        (atlas.root / BUY)
        .read_text("utf-8")
        .replace("stage: decision", "stage: deciding")
        .replace("growth", "growing")
        .replace("shop", "store")
        .replace("id: fees", "id: charges")
        .replace("personas: ana", "personas: anna"),
    )
    atlas.edit(LEAVE, "personas: ana", "personas: anna")
    atlas.git("mv", ANA, "journeys/personas/anna.yml")
    atlas.git("mv", "journeys/opportunities/cheap.yml", "journeys/opportunities/cheaper.yml")
    atlas.edit("journeys/opportunities/cheaper.yml", "[fees]", "[charges]")
    atlas.git("mv", "journeys/evidence/talks.yml", "journeys/evidence/interviews.yml")
    atlas.commit()
    assert recent(atlas).former == {
        ("channel", "web"): "net",
        ("evidence", "talks"): "interviews",
        ("opportunity", "cheap"): "cheaper",
        ("pain", "fees"): "charges",
        ("persona", "ana"): "anna",
        ("stage", "decision"): "deciding",
        ("team", "growth"): "growing",
        ("touchpoint", "shop"): "store",
    }


def test_what_was_removed_while_something_else_came_is_no_rename(atlas: Repository) -> None:
    (atlas.root / LEAVE).unlink()
    atlas.write(
        journey("pay-later"),
        "title: Pay by instalments\npersonas: ana\nstages: [{stage: decision, steps: [{name: Signs a plan}]}]\n",
    )
    atlas.commit()
    assert recent(atlas).former == {}


def test_a_commit_with_mistakes_says_nothing_and_the_rest_is_found(atlas: Repository) -> None:
    rename(atlas, BUY, journey("purchase"))
    atlas.edit(LEAVE, "emotion: -1", "emotion: bad")
    rename(atlas, LEAVE, journey("go"))
    atlas.edit(journey("go"), "emotion: bad", "emotion: -1")
    atlas.commit()
    assert recent(atlas).former == {("journey", "buy"): "purchase"}
