"""Pages look up their own part of the overlay, so that one that is kept goes stale only when that part changes."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import changes
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.changes import overlay_of
from mkdocs_journeys.site.changes.lookup import Parts, changes_on, chip_of, marks_of, parts_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.watch import Freshness, Watch, WatchedWorld
from support.atlases import atlas, journey, step
from support.worlds import world


def atlas_with(buy: int, sell: int) -> Atlas:
    return atlas(journey("buy", step("Buys", emotion=buy)), journey("sell", step("Sells", emotion=sell)))


class Preview:
    """Gives the parts of whatever was compared last."""

    def __init__(self, old: Atlas) -> None:
        self.old = old
        self.now: Parts = {}

    def show(self, new: Atlas) -> None:
        self.now = parts_of(overlay_of("main", "abc", self.old, new, changes(self.old, new)))

    def parts(self, atlas: Atlas) -> Parts:
        return self.now


def test_a_kept_page_is_stale_only_when_its_own_changes_are_others() -> None:
    preview, watch = Preview(atlas_with(0, 0)), Watch()
    preview.show(atlas_with(1, 0))
    real = world(atlas_with(1, 0), changes=preview.parts)
    pages = {item.uri: item for item in items_of(WatchedWorld(real, watch)) if isinstance(item, Page)}
    notes = {}
    for uri in ("journeys/buy.md", "journeys/sell.md", "changes.md", "journeys.md"):
        with watch.noting() as notes[uri]:
            assert pages[uri].sections
    preview.old = atlas_with(-1, 0)
    preview.show(atlas_with(1, 0))
    fresh = Freshness(world(real.atlas, changes=preview.parts))
    assert {uri: fresh.holds(found) for uri, found in notes.items()} == {
        "journeys/buy.md": False,
        "journeys/sell.md": True,
        "changes.md": False,
        "journeys.md": True,
    }


def test_without_a_comparison_every_part_is_empty() -> None:
    here = world(atlas_with(0, 0))
    assert parts_of(None) == {}
    assert changes_on(here, "journeys/buy.md").placed == ()
    assert marks_of(here, "buy").journey == ()
    assert chip_of(()) is None


def test_several_marks_of_one_place_share_a_chip_with_the_weightiest_judgement() -> None:
    old = atlas(journey("buy", step("Buys", emotion=1, feelings=["glad"])))
    new = atlas(journey("buy", step("Buys", emotion=-1, feelings=["sad"])))
    parts = parts_of(overlay_of("main", "abc", old, new, changes(old, new)))
    chip = chip_of(marks_of(world(new, changes=lambda _: parts), "buy").at(1, "feels"))
    assert chip
    assert (chip.word, chip.judgement.value, len(chip.marks)) == ("changed", "worse", 2)
