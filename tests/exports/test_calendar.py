"""The calendar of what is due."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.support_drawn import HOSTILE, texts
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.calendar import calendar, due_days
from mkdocs_journeys.exports.selection import selected
from support.atlases import atlas, evidence, journey, observed, persona, step
from support.budgets import examples


def written(of: Atlas, *filters: str) -> str:
    return calendar(of, selected(of, filters)).decode()


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """The properties of each event by name."""
    found = re.findall(r"\r\nBEGIN:VEVENT\r\n(.*?)\r\nEND:VEVENT", text.replace("\r\n ", ""), re.DOTALL)
    return [dict(line.split(":", 1) for line in one.splitlines()) for one in found]


def plain(value: str) -> str:
    """A value of a calendar as a program shows it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


FULL = atlas(
    journey(
        "buy", step(evidence=["interviews/price"]), title="Buy", owner="growth", reviewed="2026-10-02", metrics=["nps"]
    ),
    journey("leave", step(actors=["tom"]), reviewed="2026-09-01"),
    journey("old", reviewed="2020-01-01", status="retired"),
    journey("new"),
    persona("maya", reviewed="2026-08-01"),
    evidence("interviews", title="Talks", expires="2027-01-01", findings=[{"id": "price", "text": "x"}]),
    metrics=["nps", "churn"],
    observations={"nps": observed(("2026-10-31", 30), ("2026-09-30", 20)), "churn": observed(("2026-10-01", 1))},
    review={"max_age_days": 100, "max_figure_age_days": 40},
)


def test_reviews_figures_and_studies_stand_on_the_day_on_which_they_are_due() -> None:
    assert {(one.kind, one.id, one.day) for one in due_days(FULL, selected(FULL))} == {
        ("journey", "buy", date(2027, 1, 10)),
        ("journey", "leave", date(2026, 12, 10)),
        ("persona", "maya", date(2026, 11, 9)),
        ("metric", "nps", date(2026, 12, 10)),
        ("metric", "churn", date(2026, 11, 10)),
        ("evidence", "interviews", date(2027, 1, 1)),
    }


def test_an_event_is_a_whole_day_with_its_owner_and_reason() -> None:
    (event,) = (one for one in events(written(FULL)) if one["UID"].startswith("journey-buy-"))
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20270110", "20270111")
    assert event["DTSTAMP"] == "20261002T000000Z"
    assert plain(event["SUMMARY"]) == "Review the journey: Buy"
    assert plain(event["DESCRIPTION"]).split("\n") == [
        "Owner: Growth",
        "The last review was on 2026-10-02; 100 days are allowed.",
        "journeys/maps/buy.yml",
    ]


def test_events_are_in_order_and_keep_their_names_when_their_day_moves() -> None:
    found = events(written(FULL))
    assert [one["DTSTART;VALUE=DATE"] for one in found] == sorted(one["DTSTART;VALUE=DATE"] for one in found)
    names = [one["UID"] for one in found]
    assert len(set(names)) == len(names)
    later = atlas(journey("buy", reviewed="2026-11-30"))
    (event,) = events(written(later))
    (before,) = events(written(atlas(journey("buy", reviewed="2026-10-02"))))
    assert event["UID"] == before["UID"]
    assert event["DTSTAMP"] > before["DTSTAMP"]


def test_a_filter_takes_what_its_journeys_name() -> None:
    assert {one.id for one in due_days(FULL, selected(FULL, ["journey=leave"]))} == {"leave", "maya"}
    assert {one.id for one in due_days(FULL, selected(FULL, ["journey=buy"]))} == {"buy", "maya", "nps", "interviews"}


def test_the_last_day_that_there_is_needs_no_day_after_it() -> None:
    of = atlas(journey("j", step(evidence=["interviews"]), reviewed="9999-12-01"), evidence(expires="9999-12-31"))
    (event,) = events(written(of))
    assert (event["DTSTART;VALUE=DATE"], "DTEND;VALUE=DATE" in event) == ("99991231", False)


@settings(max_examples=examples(20))
@given(st.lists(texts | st.text(min_size=50, max_size=200), min_size=1, max_size=3))
def test_lines_are_short_end_as_they_have_to_and_hold_the_texts(titles: list[str]) -> None:
    titles = [" ".join(title.split()) or "x" for title in titles]
    of = atlas(*(journey(f"j{at}", title=title, reviewed="2026-01-01") for at, title in enumerate(titles)))
    data = calendar(of, selected(of))
    assert data == calendar(of, selected(of))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("text", [*HOSTILE, "a;b,c\\d", "END:VEVENT", "ü" * 80])
def test_a_hostile_title_comes_back_and_adds_no_line(text: str) -> None:
    (event,) = events(written(atlas(journey("j", title=text, reviewed="2026-01-01"))))
    assert plain(event["SUMMARY"]) == f"Review the journey: {text}"
    assert len(event) == 8
