"""The heads of a map: stages as a whole, how long they take, and steps."""

import pytest

from mkdocs_journeys.model import Job
from mkdocs_journeys.site.links import job_in_words
from mkdocs_journeys.site.map.heads import stages_about, step_heads, time_bars
from support.atlases import atlas, journey, observed, stage, step
from support.contexts import context


def test_a_stage_shows_its_goal_expectation_jobs_and_figures() -> None:
    made = journey(
        "buy",
        stage(
            "one",
            step(),
            goal="Know the price",
            expectation="It is on the website",
            jobs=["Be quick", {"job": "know it all", "when": "When I compare", "so_that": "so that I can decide"}],
            figures=[{"name": "Give up", "value": 38, "unit": "%", "n": 412, "date": "2026-06-30"}],
            metrics=["nps"],
        ),
        stage("two", step(), step()),
    )
    whole = atlas(
        made, metrics=[{"id": "nps", "name": "NPS", "kind": "nps"}], observations={"nps": observed(("2026-01-01", 40))}
    )
    about, empty = stages_about(context(whole), made)
    assert about.goal == "Know the price"
    assert about.facts == (
        ("Expects", "It is on the website"),
        ("Job", "Be quick"),
        ("Job", "When I compare: know it all, so that I can decide"),
    )
    assert [(card.text, card.note) for card in about.figures] == [("NPS", "40"), ("Give up", "38% (n 412, 2026-06-30)")]
    assert (empty.span, empty.goal, empty.facts, empty.figures) == (2, "", (), ())


@pytest.mark.parametrize("so_that", ["so that I can decide", "So that I can decide"])
def test_what_a_job_is_for_ends_its_sentence(so_that: str) -> None:
    assert job_in_words(Job(job="Know it all", so_that=so_that)) == "Know it all, so that I can decide"
    assert job_in_words(Job(job="Know it all", so_that="NATO is told")) == "Know it all, NATO is told"


def test_where_no_stage_says_anything_there_is_no_row() -> None:
    made = journey("buy", step())
    assert stages_about(context(atlas(made)), made) == ()
    assert time_bars(made) == ((), "")


def test_how_long_each_stage_takes_is_measured_against_the_longest() -> None:
    made = journey("buy", stage("one", step(duration="2 h", wait="2 h")), stage("two", step(duration="1 h"), step()))
    bars, whole = time_bars(made)
    assert [(bar.text, bar.note, bar.share) for bar in bars] == [
        ("4 h", "2 h of it waiting", 100.0),
        ("1 h", "known of 1 of 2 steps", 25.0),
    ]
    assert whole == "5 h as far as known"


def test_a_duration_that_is_not_understood_stands_as_it_was_written() -> None:
    bars, whole = time_bars(journey("buy", stage("one", step(), duration="As long as it takes")))
    assert [(bar.text, bar.share) for bar in bars] == [("As long as it takes", 0.0)]
    assert whole == ""


def test_the_head_of_a_step_looks_like_what_it_is() -> None:
    made = journey("buy", step(evidence=["a"]), step(optional=True), step(parallel=True, confidence="validated"))
    heads = step_heads(made, [()] * 3, (True, False, False), ("", "", ""))
    assert [head.looks for head in heads] == [
        "journeys-opens",
        "journeys-assumed journeys-optional",
        "journeys-validated journeys-parallel",
    ]
