"""The change as values by page and place."""

from collections.abc import Iterator

import pytest

from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import ChangeKind
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.changes.overlay import PlacedChange
from support.atlases import atlas, evidence, journey, observed, opportunity, pain, persona, step
from support.budgets import examples
from support.overlays import overlay

BUY = journey("buy", step("Pays", emotion=1))
SAD = journey("buy", step("Pays", emotion=-1), step("Waits", pains=[pain("slow")]))


def only(old: Atlas, new: Atlas) -> PlacedChange:
    (placed,) = overlay(old, new).placed
    return placed


def test_a_badge_counts_and_has_the_weightiest_judgement() -> None:
    found = overlay(atlas(BUY), atlas(SAD))
    assert found.badges["journey", "buy"] == ChangeBadge(ChangeKind.CHANGED, Judgement.WORSE, 3)
    assert found.badges["pain", "slow"] == ChangeBadge(ChangeKind.ADDED, Judgement.WORSE, 1)
    assert ("journey", "sell") not in found.badges
    assert {uri: len(placed) for uri, placed in found.pages.items()} == {"journeys/buy.md": 3, "pains/slow.md": 1}
    (of_pain,) = found.pages["pains/slow.md"]
    assert of_pain.address == ("pains/slow.md", "pain")


def test_a_new_journey_is_called_new() -> None:
    found = overlay(atlas(BUY), atlas(BUY, journey("sell", step("Sells"))))
    assert found.badges["journey", "sell"] == ChangeBadge(ChangeKind.ADDED, Judgement.REVIEW, 1)
    assert found.titles == {("journey", "sell"): "Journey sell"}


def test_a_removed_journey_has_no_place_but_a_group() -> None:
    placed = only(atlas(BUY, journey("sell", step("Sells"))), atlas(BUY))
    assert (placed.address, placed.group, placed.mark.word) == (None, ("journey", "sell"), "removed")


def test_a_thing_of_the_catalog_has_its_page_and_a_removed_one_is_missed_in_the_catalogue() -> None:
    old, new = atlas(teams=["growth"]), atlas(teams=[{"id": "growth", "name": "Growers"}])
    placed = only(old, new)
    assert (placed.address, placed.group) == (("teams/growth.md", ""), ("team", "growth"))
    assert (placed.mark.old, placed.mark.new) == ("Growth", "Growers")
    assert only(atlas(teams=["growth"]), atlas()).address == ("catalog.md", "")


def test_a_persona_and_its_badge() -> None:
    found = overlay(atlas(persona("tom")), atlas(persona("tom", quote="Why?")))
    assert found.placed[0].address == ("personas/tom.md", "")
    assert found.badges["persona", "tom"] == ChangeBadge(ChangeKind.CHANGED, Judgement.EDITORIAL, 1)


def test_parts_are_found_on_the_page_of_their_whole() -> None:
    old = evidence("talks", findings=[{"id": "a", "text": "Slow"}])
    new = evidence("talks", findings=[{"id": "a", "text": "Very slow"}])
    assert only(atlas(old), atlas(new)).address == ("evidence/talks.md", "finding-a")
    rows = {"nps": observed(("2026-01-31", 10))}, {"nps": observed(("2026-01-31", 20))}
    figures = [atlas(metrics=["nps"], observations=one) for one in rows]
    assert only(*figures).address == ("metrics/nps.md", "")
    solutions = [{"id": "app", "name": "An app", "status": status} for status in ("new", "delivered")]
    ideas = [atlas(opportunity("faster", solutions=[one])) for one in solutions]
    assert only(*ideas).address == ("opportunities/faster.md", "")


def test_a_part_that_is_gone_is_looked_for_where_it_was() -> None:
    old = atlas(journey("buy", step("Pays"), step("Waits", thinks="Why does it take so long?")))
    assert only(old, atlas(journey("buy", step("Pays")))).address == ("journeys/buy.md", "stage-1")


def test_values_are_names_and_words_not_ids_and_numbers() -> None:
    teams = [{"id": "growth", "name": "Growers"}, {"id": "sales", "name": "Sellers"}]
    old, new = (atlas(journey("buy", owner=id), teams=teams) for id in ("growth", "sales"))
    mark = only(old, new).mark
    assert (mark.old, mark.new) == ("Growers", "Sellers")
    people = [
        atlas(persona("tom", segment=id), segments=["small-firms", "large-firms"])
        for id in ("small-firms", "large-firms")
    ]
    mark = only(*people).mark
    assert (mark.old, mark.new) == ("Small firms", "Large firms")
    felt = only(atlas(BUY), atlas(journey("buy", step("Pays", emotion=-2)))).mark
    assert (felt.old, felt.new) == ("+1 positive", "−2 very negative")


def test_a_list_is_told_item_by_item_and_a_long_text_is_cut() -> None:
    new = journey("buy", step("Pays", emotion=1, says=["Why?", "Too slow"], thinks="x" * 900))
    texts = {one.change.field: one.mark.new for one in overlay(atlas(BUY), atlas(new)).placed}
    assert texts["says"] == "Why?; Too slow"
    assert len(texts["thinks"] or "") == 400


@pytest.mark.parametrize("part", range(4))
def test_every_change_has_its_place(part: int) -> None:
    for seed in range(part, examples(120), 4):
        made = draft(seed)
        changed, _ = edited(made, 1 + seed % 12)
        new = changed.atlas()
        found = overlay(made.atlas(), new)
        pages = {*_pages(new)}
        for placed in found.placed:
            assert placed.address is None or placed.address[0] in pages, (seed, placed)
            where = placed.change.journey
            if placed.change.head and where and placed.group[0] == "journey":
                assert placed.mark in _all_of(found.journeys[where]), (seed, placed)
                assert placed.address, (seed, placed)
        listed = sum(len(placed) for uri, placed in found.pages.items() if not uri.startswith("pains/"))
        assert listed == sum(placed.address is not None for placed in found.placed)


def _pages(new: Atlas) -> Iterator[str]:
    yield "catalog.md"
    folders = ("journeys", new.journeys), ("personas", new.personas), ("opportunities", new.opportunities)
    lists = ("touchpoints", "channels", "stages", "teams", "segments", "metrics")
    for folder, things in (*folders, ("evidence", new.evidence), *((name, getattr(new, name)) for name in lists)):
        yield from (f"{folder}/{id}.md" for id in things)


def _all_of(marks: JourneyMarks) -> list[object]:
    placed = [*marks.journey, *(gone.mark for gone in marks.gone)]
    for group in (marks.stages, marks.cells, marks.pains):
        placed += [mark for found in group.values() for mark in found]
    return placed
