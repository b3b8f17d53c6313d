"""Diagrams as other people publish them, and the journeys that they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.imports.diagrams import understood
from mkdocs_journeys.imports.draft import DraftJourney

HEAD = "journey\n  title A day\n  section Morning\n"


def journeys(text: str, file: str = "a.mmd") -> tuple[DraftJourney, ...]:
    found = understood(text, file)
    assert not found.problems
    return found.journeys


def only(text: str) -> DraftJourney:
    (journey,) = journeys(text)
    return journey


def steps(text: str) -> list[tuple[str, float | None, tuple[str, ...]]]:
    return [(step.name, step.emotions.get(""), step.people) for stage in only(text).stages for step in stage.steps]


def test_a_score_of_one_to_five_is_an_emotion_around_nought() -> None:
    tasks = "".join(f"    Task {score}: {score}: Me\n" for score in range(1, 6))
    assert [emotion for _, emotion, _ in steps(HEAD + tasks)] == [-2, -1, 0, 1, 2]


def test_scores_of_ten_are_read_as_such_where_all_are() -> None:
    journey = only(HEAD + "A: 1: Me\nB: 10: Me\nC: 7: Me\n")
    assert [step.emotions[""] for step in journey.stages[0].steps] == [-2, 2, 0.7]
    assert journey.remarks == ("Its scores go above 5, so they are taken to be of 10.",)


@pytest.mark.parametrize("score", ["0", "9", "500", "-3"])
def test_a_score_off_the_scale_is_no_emotion_and_said_so(score: str) -> None:
    (step,) = only(f"{HEAD}A: {score}: Me\n").stages[0].steps
    assert step.emotions == {}
    assert step.remark == f"its score is {score}, off the scale of 1 to 5"


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("Meets at 10:30: 4: Me", ("Meets at 10:30", 1, ("Me",))),
        ("Step 2: chooses: 5: Me, Cat", ("Step 2: chooses", 2, ("Me", "Cat"))),
        ("Asks #quot;why#quot;#colon; now: 3: Me", ('Asks "why": now', 0, ("Me",))),
        ("Pays #35;4: 3: Me", ("Pays #4", 0, ("Me",))),
        ("No people: 3", ("No people", 0, ())),
        ("No people: 3:", ("No people", 0, ())),
        ("Names twice: 3: Me, Me", ("Names twice", 0, ("Me",))),
        ("Goes -> there: 2.5: Me", ("Goes -> there", -0.5, ("Me",))),
        ("No score: Me", ("No score", None, ("Me",))),
        ("Nothing at all", ("Nothing at all", None, ())),
        (": 3: Me", ("(no name)", 0, ("Me",))),
    ],
)
def test_a_task(task: str, expected: tuple[str, float | None, tuple[str, ...]]) -> None:
    assert steps(f"{HEAD}{task}\n") == [expected]


def test_semicolons_part_statements() -> None:
    assert [name for name, _, _ in steps("journey;title A; section B; C: 3: Me; D: 4: Me")] == ["C", "D"]


def test_score_and_person_may_stand_the_other_way_round() -> None:
    journey = only(f"{HEAD}A: 3: Cat\nB: Cat: 5\n")
    (_, step) = journey.stages[0].steps
    assert (step.name, step.people, step.emotions) == ("B", ("Cat",), {"": 2})
    assert step.remark == "the score and the person stood the other way round"


def test_a_note_where_people_stand_is_kept_and_names_nobody() -> None:
    journey = only(f"{HEAD}A: 3: Me\nB: 2: this was confusing, because I had no idea where to go\n")
    assert journey.people == ("Me",)
    assert journey.unplaced == ("Line 5, at 'B': this was confusing, because I had no idea where to go",)


def test_a_diagram_says_more_than_its_tasks() -> None:
    journey = only(
        "---\ntitle: Front\n---\n%% drawn in spring\n%%{init: {'theme': 'dark'}}%%\njourney\n  accTitle: For ears\n"
        "  accDescr { One\n  two }\n  title A day\n  Wakes: 3: Me\n  section Work\n"
        "    Works: 1: Cat, Me\n  section Empty\n"
    )
    assert journey.title == "A day"
    assert journey.fields == {"scenario": "One two"}
    assert [stage.name for stage in journey.stages] == ["Start", "Work"]
    assert journey.people == ("Me", "Cat")
    assert journey.unplaced == (
        "Section 'Empty' has no task.",
        "Line 4, a comment: drawn in spring",
        "Title for screen readers: For ears",
    )


def test_a_title_comes_from_elsewhere_where_a_diagram_has_none() -> None:
    assert only("---\ntitle: 'Front'\n---\njourney\nA: 3: Me").title == "Front"
    assert journeys("journey\nA: 3: Me", "docs/my_first-day.mmd")[0].title == "my first day"
    assert journeys("# Page\n\n## Buying\n\n```mermaid\njourney\nA: 3: Me\n```\n", "a.md")[0].title == "Buying"


def test_sections_of_one_name_are_one_stage_if_nothing_is_between() -> None:
    text = "journey\nsection A\nB: 3: Me\nsection A\nC: 3: Me\nsection D\nE: 3: Me\nsection A\nF: 3: Me\n"
    assert [(stage.name, len(stage.steps)) for stage in only(text).stages] == [("A", 2), ("D", 1), ("A", 1)]


PAGE = """\
# Page

~~~mermaid
flowchart LR
  journey --> there
~~~

``` {.mermaid}
journey
  A: 3: Me
```

> ```mermaid
> journey
>   title Quoted
>   B: 3: Me
> ```

::: mermaid
journey
  title Azure
  C: 3: Me
:::

<pre class="mermaid">
journey
  title &lt;b&gt; &amp; co
  D: 3: Me
</pre>

```
journey
  title No language
  E: 3: Me
```
"""


def test_every_journey_of_a_page_is_found() -> None:
    found = journeys(PAGE, "page.md")
    assert [journey.title for journey in found] == ["Page", "Quoted", "Azure", "<b> & co", "No language"]
    assert [journey.origin for journey in found] == [f"page.md, diagram {number}" for number in range(1, 6)]


def test_a_diagram_that_is_shown_as_text_and_drawn_is_one_journey() -> None:
    diagram = "journey\n  title A\n  B: 3: Me\n"
    (journey,) = journeys(f"```\n{diagram}```\n\n```mermaid\n{diagram}```\n", "a.md")
    assert journey.origin == "a.md, diagram 1"


def test_journeys_that_stand_in_a_text_by_themselves_are_found() -> None:
    found = journeys("Some words\n\njourney\nA: 3: Me\n\n\nWords\n\njourney\nB: 3: Me\n", "a.txt")
    assert [journey.stages[0].steps[0].name for journey in found] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("flowchart LR\n a --> b\n", "The diagram is a flowchart, and no journey."),
        ("```mermaid\npie\n```\n```mermaid\ngantt\n```", "The diagram is a gantt and pie, and no journey."),
        ("", "It holds no diagram."),
        ("journey\n  title Nothing\n", "This diagram has no task."),
    ],
)
def test_what_holds_no_journey_is_told(text: str, said: str) -> None:
    found = understood(text, "a.md")
    assert not found.journeys
    assert [problem.message for problem in found.problems] == [said]


@given(st.text("journey title section:;#%{}\n-3`>A,", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    found = understood(text, "a.md")
    assert found.journeys or found.problems
