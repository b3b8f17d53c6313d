"""What a future journey promises, and what was measured since."""

from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.promises import Promises, promises_of
from mkdocs_journeys.insight.comparison.tomorrow import replacement_of
from mkdocs_journeys.insight.outcomes import Days
from mkdocs_journeys.model import Opportunity
from support.atlases import atlas, journey, observed, opportunity, pain, step

DAY = date(2026, 3, 1)
METRIC = {"id": "effort", "name": "Effort", "kind": "duration", "better": "lower", "target": 6, "by": "2026-12-31"}
FIGURES = observed(("2026-01-01", 11), ("2026-02-01", 10), ("2026-04-01", 7), ("2026-05-01", 5))


def promised(*opportunities: Opportunity, days: Days | None = None, **fields: Any) -> Promises:
    made = made_atlas(*opportunities, **fields)
    comparison = replacement_of(made, made.journeys["then"])
    assert comparison
    return promises_of(made, comparison, days or {})


def made_atlas(*opportunities: Opportunity, **fields: Any) -> Atlas:
    now = journey("now", step(pains=[pain("form"), pain("wait")]))
    then = journey(
        "then", step(pains=["wait"], opportunities=["named"]), state="future", baseline="now", metrics=["effort"]
    )
    given = [*opportunities, *([] if any(one.id == "named" for one in opportunities) else [opportunity("named")])]
    return atlas(now, then, *given, **{"metrics": [METRIC], "observations": {"effort": FIGURES}, **fields})


def test_opportunities_are_those_that_are_named_and_those_that_answer_a_pain_that_would_go() -> None:
    found = promised(
        opportunity("names-it", journeys=["then"]),
        opportunity("answers", pains=["form"]),
        opportunity("answers-what-stays", pains=["wait"]),
        opportunity("of-today", journeys=["now"]),
    )
    assert [one.id for one, _ in found.opportunities] == ["names-it", "answers", "named"]


def test_before_anything_is_delivered_a_promise_stands_beside_the_latest_figure() -> None:
    found = promised()
    (figure,) = found.figures
    assert found.since is None
    assert (figure.target, figure.by, figure.since, figure.reached) == (6, date(2026, 12, 31), None, None)
    assert figure.before and figure.before.value == 5


def test_after_a_delivery_the_latest_figure_stands_beside_the_last_one_before_it() -> None:
    done = opportunity("named", status="delivered", metrics=["effort"])
    found = promised(done, days={("named", ""): DAY})
    (figure,) = found.figures
    assert (found.since, found.is_of_experiment) == (DAY, False)
    assert figure.before and figure.before.value == 10
    assert figure.since and figure.since.value == 5
    assert figure.change and figure.change.change.value == -5
    assert figure.reached is True


def test_a_target_that_is_not_met_is_not_reached() -> None:
    done = opportunity("named", status="delivered", metrics=["effort"])
    found = promised(done, days={("named", ""): DAY}, observations={"effort": FIGURES[:3]})
    assert found.figures[0].reached is False


def test_where_nothing_was_measured_since_nobody_knows_whether_it_is_reached() -> None:
    done = opportunity("named", status="delivered", metrics=["effort"])
    found = promised(done, days={("named", ""): DAY}, observations={"effort": FIGURES[:2]})
    (figure,) = found.figures
    assert (figure.since, figure.reached) == (None, None)
    assert figure.before and figure.before.value == 10


def test_a_metric_without_a_target_takes_that_of_the_experiment() -> None:
    trial = {"metric": "effort", "target": 8, "ended": "2026-03-15"}
    done = opportunity(
        "named",
        metrics=["effort"],
        solutions=[{"id": "a", "name": "A", "status": "delivered", "experiment": trial}],
    )
    plain = {"id": "effort", "name": "Effort", "kind": "duration", "better": "lower"}
    found = promised(done, metrics=[plain])
    assert (found.figures[0].target, found.since, found.is_of_experiment) == (8, date(2026, 3, 15), True)
