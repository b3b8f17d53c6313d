"""A page stays for as long as everything that it looked at is the same, whoever else looked at it."""

from typing import Any

import pytest

from mkdocs_journeys.host.serving.looks import Looks
from mkdocs_journeys.site.watch import WHOLE, Freshness
from support.atlases import atlas, journey, step
from support.worlds import world

TITLES = ("journeys", WHOLE)
LATE = "late.md"


def now(**titles: str) -> Freshness:
    return Freshness(world(atlas(*(journey(id, step(), title=title) for id, title in titles.items()))))


def looked(freshness: Freshness, *ids: str) -> dict[Any, Any]:
    return {("journeys", id): freshness.found(("journeys", id)) for id in ids}


@pytest.fixture
def looks() -> Looks:
    """Of two pages, each of which shows a journey of its own; a third one shows both."""
    first = now(buy="Buy", sell="Sell")
    made = Looks()
    made.put("buy.md", looked(first, "buy"))
    made.put("sell.md", looked(first, "sell"))
    made.put(LATE, looked(first, "buy", "sell"))
    return made


def test_a_change_is_about_every_page_that_looked_there_and_no_other(looks: Looks) -> None:
    looks.renew(now(buy="Buys", sell="Sell"), LATE)
    assert [looks.hold(uri) for uri in ("buy.md", "sell.md", LATE)] == [False, True, False]


def test_a_page_that_was_not_made_anew_is_not_right_because_its_look_is_as_before(looks: Looks) -> None:
    looks.renew(now(buy="Buys", sell="Sell"), LATE)
    looks.renew(now(buy="Buy", sell="Sell"), LATE)
    assert not looks.hold("buy.md")


def test_a_page_that_is_made_anew_holds_again_and_the_others_still_do_not(looks: Looks) -> None:
    second = now(buy="Buys", sell="Sell")
    looks.put("buy.md", looked(second, "buy"))
    looks.renew(second, LATE)
    assert [looks.hold(uri) for uri in ("buy.md", "sell.md", LATE)] == [True, True, False]


def test_what_one_late_page_alone_looks_at_is_asked_for_last(looks: Looks) -> None:
    first, second = now(buy="Buy", sell="Sell"), now(buy="Buy", sell="Sell", rest="Rest")
    looks.put(LATE, {TITLES: first.found(TITLES)})
    looks.renew(second, LATE)
    assert looks.hold(LATE)
    looks.renew_one(second, LATE)
    assert not looks.hold(LATE)


def test_pages_that_are_gone_leave_nothing_behind(looks: Looks) -> None:
    looks.forget_all_but(())
    assert not looks.hold("buy.md")
    assert not (looks._found or looks._pages or looks._of)


def test_a_look_that_fails_is_a_change(looks: Looks) -> None:
    def fails(_: object) -> object:
        raise ValueError("no")

    looks.put("buy.md", {((fails, ()), WHOLE): 1})
    looks.renew(now(buy="Buy", sell="Sell"), LATE)
    assert not looks.hold("buy.md")
