"""The report tells builds, commands and saves, and what was left out."""

from bench.measure import Run
from bench.report import report
from bench.saving import Saving
from bench.serving import Shown

RUN = Run(2.0, 2.0, 60_000_000, 1_000_000)


def test_it_holds_builds_commands_and_saves() -> None:
    taken = (("change a title", Shown(0.25, 0.75)), ("change a title", Shown(0.5, 1.25)))
    saves = [Saving(100, taken, (0.5,)), Saving(100, taken, (0.5,), "hook", paced=False)]
    text = report({("a", 100): RUN}, {("check", 500): RUN, ("diff", 1000): RUN}, saves, {})
    assert "(a) our plugin" in text
    assert "journeys check, 500 journeys: 2.00 s (4.00 s per 1,000), 60 MB" in text
    assert "save to fresh page, 100 journeys, plain, 2 edits with a pause after each: p50 0.75 s, p95 1.25 s" in text
    assert "save to fresh page, 100 journeys, hook, 2 edits without a pause: p50 0.75 s, p95 1.25 s" in text
    assert "- of that MkDocs' own polling, until it calls for a build: p50 0.35 s, p95 0.60 s" in text
    assert "- of that ours, beyond polling: p50 0.40 s, p95 0.65 s" in text
    assert "- change a title, beyond polling: 0.53 s" in text


def test_a_host_that_was_capped_is_told_of_only_where_it_mattered() -> None:
    caps = {"a": None, "b": 1000}
    said = "(b) is not measured beyond 1,000 journeys"
    assert said in report({("a", 3000): RUN}, {}, [], caps)
    assert said not in report({("a", 1000): RUN}, {}, [], caps)


def test_a_host_that_failed_is_named() -> None:
    assert "(c) failed at 300 journeys: why" in report(
        {("a", 300): RUN}, {}, [], {}, ["(c) failed at 300 journeys: why"]
    )
