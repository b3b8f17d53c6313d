"""The funnel under a map."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mkdocs_journeys.insight.scoring import scored_pains
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.measuring.observed import ObservedWay
from mkdocs_journeys.site.map.measured.funnel import Funnel, NextWay, funnel_view
from support.atlases import atlas, journey, observed, pain, stage, step
from support.contexts import context

DAYS = ("2026-08-31", "2026-09-30")
FIGURES = {
    "visits": observed((DAYS[0], 900), (DAYS[1], 1000)),
    "trials": observed((DAYS[0], 500), (DAYS[1], 500)),
    "paid": observed((DAYS[0], 50), (DAYS[1], 80)),
}


def bought(*trial: object) -> Journey:
    return journey(
        "buy",
        stage("find", step("Finds us"), volume="visits"),
        stage("try", step("Tries", id="tries", pains=[pain("slow", title="It is slow"), *trial]), volume="trials"),
        stage("pay", step("Pays", id="pays"), volume="paid"),
    )


def seen(made: Journey, ways: Sequence[ObservedWay] = ()) -> Funnel:
    whole = replace(atlas(made, observations=FIGURES), observed={made.id: tuple(ways)})
    scored = scored_pains(whole.pains_of_journey.get(made.id, ()), whole.catalog.scoring)
    return funnel_view(context(whole), made, {one.pain.id: one for one in scored})


def left(step: str, path: str, people: int, of: int) -> ObservedWay:
    return ObservedWay(date(2026, 9, 30), "left", step, path, people, of)


def test_each_stage_says_how_many_go_on_and_how_many_do_not() -> None:
    funnel = seen(bought())
    find, tried, paid = funnel.bars
    assert (find.on, find.off) == ("50% go on (46.9 to 53.1)", "500 (50%) do not")
    assert (tried.figure, tried.share) == ("500", 50)
    assert (paid.on, paid.off, paid.change) == ("", "", None)
    assert funnel.dates == "2026-09-30, against 2026-08-31"


def test_the_change_from_the_period_before_has_a_colour_only_if_it_is_no_chance() -> None:
    find, tried, _paid = seen(bought()).bars
    assert find.change is not None
    assert tried.change is not None
    assert (find.change.text, find.change.sign, find.change.look) == ("−5.6 points", "▼", "worse")
    assert (tried.change.text, tried.change.sign, tried.change.look) == ("+6 points", "▲", "better")


def test_most_are_lost_at_one_stage_whose_open_pains_are_named() -> None:
    find, tried, paid = seen(bought(pain("gone", status="resolved"))).bars
    assert (find.loss, paid.loss) == (None, None)
    assert tried.loss is not None
    assert tried.loss.lost == "Most are lost here: 84%."
    assert [(link.name, link.href) for link in tried.loss.pains] == [("It is slow", "#pain-slow")]


def test_where_those_went_who_left_at_its_steps_is_told_the_commonest_first() -> None:
    ways = [
        left("tries", "read_help > closed", 120, 412),
        left("tries", "", 200, 412),
        left("tries", "read_blog", 9, 412),
        left("pays", "cursed", 300, 300),
    ]
    _find, tried, _paid = seen(bought(), ways).bars
    assert tried.loss is not None
    assert tried.loss.ways == (NextWay("200 of 412", ()), NextWay("120 of 412", ("read_help", "closed")))


def test_what_was_counted_on_other_days_says_nothing_of_the_days() -> None:
    made = journey("buy", stage("find", volume="visits"))
    assert seen(made).dates == "latest figures"
    assert seen(journey("buy")) == Funnel()
