"""Threads from findings over pains and opportunities to metrics, as rows."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.threads import Thread, threads_of
from support.atlases import atlas, evidence, journey, opportunity, pain, stage, step

HIGH = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}


def in_short(found: Atlas) -> list[tuple[str, ...]]:
    return [(one.pain, one.opportunity, one.solution, *one.gaps) for one in threads_of(found)]


def test_a_pain_has_a_thread_for_each_solution_of_each_answer() -> None:
    solutions = [{"id": "a", "name": "A", "experiment": {"metric": "paid"}}, {"id": "b", "name": "B"}]
    found = atlas(
        journey("buy", stage("one", step(pains=[pain("slow", evidence=["talks"], owner="sales")]))),
        evidence("talks", findings=[{"id": "fees", "text": "Dear"}]),
        opportunity("faster", pains=["slow"], solutions=solutions, metrics=["nps"], owner="product"),
        opportunity("other", pains=["slow"], status="parked", evidence=["talks/fees"]),
    )
    assert in_short(found) == [("slow", "faster", "a"), ("slow", "faster", "b"), ("slow", "other", "")]
    first, second, third = threads_of(found)
    assert first == Thread(
        findings=("talks",),
        pain="slow",
        opportunity="faster",
        solution="a",
        metrics=("paid", "nps"),
        journeys=("buy",),
        stages=("one",),
        teams=("sales", "product"),
        statuses=("open", "new"),
    )
    assert second.metrics == ("nps",)
    assert third.findings == ("talks", "talks/fees")


def test_threads_with_a_gap_come_first_in_the_order_of_the_gaps() -> None:
    found = atlas(
        journey("buy", step(pains=[pain("fine", status="resolved"), pain("bad", **HIGH)]), metrics=["nps"]),
        evidence("talks", owner="research", findings=[{"id": "fees", "text": "Dear"}]),
        opportunity("alone", evidence=["talks"], metrics=["paid"], journeys=["buy"]),
    )
    assert in_short(found) == [
        ("bad", "", "", "unanswered"),
        ("", "alone", "", "untried"),
        ("", "", "", "unused"),
        ("", "", "", "aimless"),
        ("fine", "", ""),
    ]
    _bad, alone, unused, aimless, _fine = threads_of(found)
    assert alone.journeys == ("buy",)
    assert (unused.findings, unused.teams) == (("talks/fees",), ("research",))
    assert (aimless.metrics, aimless.journeys) == (("nps",), ("buy",))


def test_an_atlas_of_nothing_has_no_threads() -> None:
    assert threads_of(atlas(journey())) == ()
