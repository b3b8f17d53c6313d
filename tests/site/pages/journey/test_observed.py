"""What people were seen to do, on the page of a journey."""

import re
from dataclasses import replace
from datetime import date

from mkdocs_journeys.model.measuring.observed import ObservedWay
from mkdocs_journeys.site.pages.journey.observed import observed_section
from support.atlases import atlas, journey, stage, step
from support.contexts import context

DAY = date(2026, 10, 31)
JOURNEY = journey("buy", stage("one", step("Finds us", id="find"), step("Tries it", id="try"), step("Asks", id="ask")))


def row(kind: str, step: str, path: str, people: int, of: int, on: date = DAY) -> ObservedWay:
    return ObservedWay(on, kind, step, path, people, of)


def seen(*rows: ObservedWay) -> str:
    whole = replace(atlas(JOURNEY), observed={"buy": rows} if rows else {})
    return "".join(section.html for section in observed_section(context(whole), JOURNEY))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def _summary(html: str) -> str:
    found = re.search(r"<summary>(.*?)</summary>", html)
    assert found
    return found[1]


def test_a_journey_that_nobody_observed_has_no_such_section() -> None:
    assert seen() == ""


def test_ways_to_the_goal_name_their_steps_with_links_the_commonest_first() -> None:
    html = seen(row("way", "", "ask", 3, 40), row("way", "", "find > try", 30, 40))
    assert html.index('<a href="#step-1">Finds us</a> › <a href="#step-2">Tries it</a>') < html.index("Asks</a>")
    assert "30 of 40 75%" in words(html)
    assert '<rect width="75%"/>' in html


def test_the_share_that_follows_the_map_has_its_number_of_people_and_interval() -> None:
    html = words(seen(row("reached", "goal", "", 412, 4820), row("in-order", "", "", 5, 50)))
    assert "Up to 2026-10-31, 412 of 4,820 people came to the goal." in html
    assert (
        "Of 50 people who took several steps, 5 followed the order of the map: 10%, 95% interval 4.3 to 21.4." in html
    )


def test_steps_that_nobody_reached_ways_back_and_events_without_a_step_are_told() -> None:
    html = seen(
        row("reached", "ask", "", 0, 90),
        row("reached", "find", "", 90, 90),
        row("back", "try", "find", 21, 90),
        row("unmapped", "", "help <opened>", 33, 90),
    )
    lists = words(html)
    assert "Steps that nobody reached : Asks" in lists
    assert "Tries it › Finds us 21 of 90" in lists
    assert "<code>help &lt;opened&gt;</code>" in html


def test_what_the_map_leaves_out_is_folded_and_the_fold_names_what_it_holds() -> None:
    back, unmapped = row("back", "try", "find", 21, 90), row("unmapped", "", "help", 33, 90)
    assert "Ways back · Events without a step" in _summary(seen(back, unmapped))
    assert _summary(seen(unmapped)) == "Events without a step"
    assert "<details" not in seen(row("way", "", "find > try", 30, 40))


def test_only_the_latest_day_counts_and_a_step_that_is_gone_keeps_its_name() -> None:
    html = words(seen(row("way", "", "find", 9, 9, date(2026, 9, 30)), row("way", "", "gone > try", 6, 8)))
    assert "gone › Tries it 6 of 8" in html
    assert "9 of 9" not in html


def test_of_many_rows_the_others_are_counted() -> None:
    assert "and 3 more" in words(seen(*(row("unmapped", "", f"event-{n}", 99 - n, 99) for n in range(8))))
