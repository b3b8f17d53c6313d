"""The touchpoint audit."""

import pytest

from mkdocs_journeys.insight.things.touchpoints import sentiment_of, touchpoint_audit
from support.atlases import atlas, journey, pain, step


def test_a_touchpoint_sums_up_every_step_that_happens_there() -> None:
    found = atlas(
        journey(
            "buy",
            step(touchpoint="chat", emotion=-2, pains=[pain("mild"), pain("past", status="resolved")]),
            step(touchpoint="site", emotion=2),
            step(touchpoint="chat", emotion=1, actors=["tom"], pains=["mild"]),
        ),
        journey("use", step(touchpoint="chat", pains=[pain("grave", severity="critical")])),
        touchpoints=[{"id": "chat", "team": "support", "channel": "talk"}, "site"],
    )

    chat, site = touchpoint_audit(found)

    assert chat.channel.id == "talk"
    assert [(place.journey.id, place.number) for place in chat.places] == [("buy", 1), ("buy", 3), ("use", 1)]
    assert (chat.emotion, chat.sentiment) == (-0.5, "negative")
    assert [located.pain.id for located in chat.pains] == ["grave", "mild"]
    assert [one.id for one in chat.journeys] == ["buy", "use"]
    assert (site.emotion, site.sentiment, site.pains) == (2, "positive", ())


def test_a_touchpoint_that_no_step_uses_is_listed_without_a_mark() -> None:
    (audit,) = touchpoint_audit(atlas(touchpoints=["poster"]))

    assert (audit.places, audit.emotion, audit.sentiment, audit.planned_uses) == ((), None, None, 0)


def test_future_journeys_only_plan_to_use_it_and_retired_ones_no_longer_do() -> None:
    found = atlas(
        journey("dream", step(touchpoint="robot", emotion=2), step(touchpoint="robot"), state="future"),
        journey("old", step(touchpoint="robot", emotion=-2), status="retired"),
        journey("old-dream", step(touchpoint="robot"), state="future", status="retired"),
    )

    (audit,) = touchpoint_audit(found)

    assert (audit.places, audit.emotion, audit.planned_uses) == ((), None, 2)


@pytest.mark.parametrize(
    ("emotion", "mark"),
    [(0.5, "positive"), (0.4, "neutral"), (-0.4, "neutral"), (-0.5, "negative"), (None, None)],
)
def test_a_mean_leaves_a_mark(emotion: float | None, mark: str | None) -> None:
    assert sentiment_of(emotion) == mark
