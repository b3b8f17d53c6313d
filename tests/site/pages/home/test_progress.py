"""Whether each journey is getting better, on the home page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_journeys.model import Journey, Observation
from mkdocs_journeys.site.pages.home.page import home_pages
from mkdocs_journeys.site.pages.home.progress import MOST_JOURNEYS
from support.atlases import atlas, journey, observed, step
from support.contexts import html_of, site

MANY = 4000


def rates(before: float, after: float, n: float | None = MANY) -> tuple[Observation, ...]:
    return tuple(replace(one, n=n) for one in observed(("2025-10-31", before), ("2026-10-31", after)))


UP, DOWN, CHANCE = rates(5, 8), rates(8, 5), rates(5, 5.1)


def rows(*journeys: Journey, **figures: Sequence[Observation]) -> list[str]:
    metrics = [{"id": id, "kind": "conversion"} for id in figures]
    (page,) = home_pages(site(atlas(*journeys, metrics=metrics, observations=figures)))
    table = html_of(page).partition('journeys-progress">')[2].partition("</table>")[0]
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in re.findall(r"<tr.*?</tr>", table)[1:]]


def measured(id: str, *metrics: str, **fields: object) -> Journey:
    return journey(id, step(), title=id.capitalize(), metrics=list(metrics), **fields)


def test_a_journey_gets_the_word_that_its_metrics_agree_on() -> None:
    found = rows(measured("buy", "paid", "calm"), measured("leave", "stay"), paid=UP, calm=CHANCE, stay=DOWN)
    assert found == [
        "Leave ▼ worse 1 of 1 metric Stay −3 points ▼ worse",
        "Buy ▲ better 1 of 2 metrics Paid +3 points ▲ better Calm +0.1 points ≈ may be chance",
    ]


def test_better_in_one_and_worse_in_another_is_both() -> None:
    (found,) = rows(measured("buy", "paid", "stay"), paid=UP, stay=DOWN)
    assert "▲▼ better and worse 2 of 2 metrics" in found


def test_what_may_be_chance_or_cannot_be_told_is_no_clear_change() -> None:
    assert "≈ no clear change 0 of 1 metric" in rows(measured("buy", "calm"), calm=CHANCE)[0]
    assert "≈ no clear change 0 of 1 metric" in rows(measured("buy", "paid"), paid=rates(5, 8, n=None))[0]


def test_journeys_without_figures_are_counted_and_those_of_tomorrow_are_not() -> None:
    journeys = (measured("buy", "paid"), measured("ask"), measured("plan", "paid", state="future"))
    (page,) = home_pages(site(atlas(*journeys, observations={"paid": UP}, metrics=[{"id": "paid", "kind": "nps"}])))
    assert "1 journey is not measured." in html_of(page)
    (found,) = rows(*journeys, paid=UP)
    assert found.startswith("Buy")


def test_an_atlas_without_figures_does_not_ask() -> None:
    (page,) = home_pages(site(atlas(measured("buy", "paid"))))
    assert "Is it getting better?" not in html_of(page)


def test_of_very_many_journeys_the_worst_have_a_row() -> None:
    every = [measured(f"j{n}", "paid") for n in range(MOST_JOURNEYS + 5)]
    found = rows(*every, measured("last", "stay"), paid=UP, stay=DOWN)
    assert len(found) == MOST_JOURNEYS
    assert found[0].startswith("Last ▼ worse")
