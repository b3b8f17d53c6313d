"""Markdown pages, and the journeys in their lists and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.outline import understood
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree

LIST = """\
# Moving our plan over

From a *workshop*.

- Consideration
  - Compares the plans
    - Where: Pricing page
    - Mood: sour face
    - Says: "Just tell me."
    - Pains:
      - Full price late
      - Too many plans
    - Hm, why so many?
  - Asks the boss
- Onboarding
  - Starts
"""
HEADINGS = """\
# Return it

## Ask

1. Calls us
   - Pain: nobody answers
2. Waits

## Get money

- Gets it `soon`
"""


def journeys(text: str) -> tuple[DraftJourney, ...]:
    found = understood(text.encode(), "page.md", {})
    assert not found.problems
    return found.journeys


def steps(journey: DraftJourney) -> list[tuple[str, str]]:
    return [(stage.name, step.name) for stage in journey.stages for step in stage.steps]


def test_a_list_has_stages_in_them_steps_and_in_them_what_is_said_of_them() -> None:
    (journey,) = journeys(LIST)
    assert journey.title == "Moving our plan over"
    assert steps(journey) == [
        ("Consideration", "Compares the plans"),
        ("Consideration", "Asks the boss"),
        ("Onboarding", "Starts"),
    ]
    first = journey.stages[0].steps[0]
    assert (first.touchpoints, first.emotions) == (("Pricing page",), {"": -1})
    assert [pain.title for pain in first.pains] == ["Full price late", "Too many plans"]
    assert first.fields == {"says": ["Just tell me."], "thinks": "Hm, why so many?"}
    assert journey.unplaced == ("Line 3: From a workshop.",)


def test_headings_may_be_the_stages() -> None:
    (journey,) = journeys(HEADINGS)
    assert steps(journey) == [("Ask", "Calls us"), ("Ask", "Waits"), ("Get money", "Gets it soon")]
    assert [pain.title for pain in journey.stages[0].steps[0].pains] == ["nobody answers"]


def test_each_table_of_steps_is_a_journey_below_its_heading() -> None:
    table = "| Stage | Step | Emotion |\n|---|---|---|\n| A | B<br>C | 3 |\n"
    found = journeys(f"# Page\n\n## Buy\n\n{table}\n| Year | Euro |\n|---|---|\n| 2026 | 5 |\n\n## Leave\n\n{table}")
    assert [(journey.title, journey.origin) for journey in found] == [
        ("Buy", "page.md, table 1"),
        ("Leave", "page.md, table 3"),
    ]
    assert steps(found[0]) == [("A", "B"), ("A", "C")]


@pytest.mark.parametrize("text", ["", "Hello.", "# Only\n\n- one\n- two\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"])
def test_a_page_without_steps_is_told(text: str) -> None:
    found = understood(text.encode(), "page.md", {})
    assert [problem.message for problem in found.problems] == [
        "It holds no table of steps, and no list of stages with steps in it."
    ]


@given(st.text("-# |\n  *:`<br>1.Pain:abc", max_size=150))
def test_no_page_breaks_it(text: str) -> None:
    found = understood(text.encode(), "page.md", {})
    assert found.journeys or found.problems
    if found.journeys:
        plan = plan_import(Tree(), found.journeys)
        _, problems = load(Tree({file.path: file.text.encode() for file in plan.files}))
        assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []
