"""What a team should look at soon."""

from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.things.due import due_by_owner
from support.atlases import atlas, evidence, journey, observed, persona, step

TODAY = date(2026, 11, 22)


def due(found: Atlas) -> list[tuple[str, str]]:
    return [(one.id, one.reason) for one in due_by_owner(found, TODAY).get("growth", [])]


def test_reviews_that_are_due_or_late_or_never_were_come_the_oldest_first() -> None:
    found = atlas(
        journey("late", step(), owner="growth", reviewed="2026-01-01"),
        journey("fresh", step(), owner="growth", reviewed="2026-11-01"),
        journey("soon", step(), owner="growth", reviewed="2026-06-15"),
        journey("never", step(), owner="growth"),
        journey("over", step(), owner="growth", status="retired"),
        journey("theirs", step(), owner="sales", reviewed="2025-01-01"),
        persona("maya", owner="growth", reviewed="2025-05-01"),
    )
    assert due(found) == [("never", "review"), ("maya", "review"), ("late", "review"), ("soon", "review")]


def test_a_study_is_named_a_month_before_it_ends() -> None:
    found = atlas(
        evidence("gone", owner="growth", expires="2026-11-21"),
        evidence("soon", owner="growth", expires="2026-12-20"),
        evidence("good", owner="growth", expires="2027-11-21"),
        evidence("nobodys", expires="2020-01-01"),
    )
    assert due(found) == [("gone", "expired"), ("soon", "expires")]


def test_a_metric_is_named_when_it_missed_its_target_or_falls_silent() -> None:
    found = atlas(
        metrics=[
            {"id": "missed", "team": "growth", "target": 10, "by": "2026-10-01", "better": "higher"},
            {"id": "silent", "team": "growth"},
            {"id": "empty", "team": "growth"},
            {"id": "well", "team": "growth"},
        ],
        teams=["growth"],
        observations={
            "missed": observed(("2026-11-01", 4)),
            "silent": observed(("2026-01-01", 4)),
            "well": observed(("2026-11-01", 4)),
        },
    )
    assert due(found) == [("empty", "silent"), ("silent", "silent"), ("missed", "missed")]
