"""Moving a step: its lines go with their comments, and what leads to it still does."""

import pytest

from mkdocs_journeys.refactor import move_step
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text


def names(tree: Tree, journey: str) -> list[list[str]]:
    """The names of a journey's steps, by stage."""
    return [[step.name for step in stage.steps] for stage in sound(tree).journeys[journey].stages]


COMPARE, ASK, START, PAY, CALL = (
    "Compares the plans",
    "Asks a friend",
    "Starts the trial",
    "Pays",
    "Calls the bank",
)


@pytest.mark.parametrize(
    ("step", "place", "wanted"),
    [
        ("try-it/pay", {"before": "start"}, [[COMPARE, ASK], [PAY, START, CALL]]),
        ("try-it/start", {"after": "5"}, [[COMPARE, ASK], [PAY, CALL, START]]),
        ("try-it/start", {"to_stage": "onboarding"}, [[COMPARE, ASK], [PAY, CALL, START]]),
        ("try-it/1", {"after": "2"}, [[ASK, COMPARE], [START, PAY, CALL]]),
        ("try-it/2", {"before": "try-it/1"}, [[ASK, COMPARE], [START, PAY, CALL]]),
        ("try-it/2", {"before": "pay"}, [[COMPARE], [START, ASK, PAY, CALL]]),
        ("try-it/pay", {"to_stage": "consideration"}, [[COMPARE, ASK, PAY], [START, CALL]]),
        ("try-it/compare", {"before": "start"}, [[ASK], [COMPARE, START, PAY, CALL]]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_step_goes_where_it_is_sent(step: str, place: dict[str, str], wanted: list[list[str]], end: str) -> None:
    tree = swapped(base(), TRY_IT, ("\n", end))
    after = done(move_step(tree, step, **place)).applied(tree)
    assert names(after, "try-it") == wanted
    lines = [line.strip() for line in text(tree, TRY_IT).split("\n") if line.strip()]
    assert sorted(lines) == sorted(line.strip() for line in text(after, TRY_IT).split("\n") if line.strip())
    assert set(after.files) == set(tree.files)


def test_comments_go_with_the_step() -> None:
    tree = base()
    after = text(done(move_step(tree, "try-it/1", to_stage="onboarding")).applied(tree), TRY_IT)
    assert after.index("Calls the bank") < after.index("# They come from a search.") < after.index("Compares the plans")
    assert "          - id: hidden-fees\n" in after
    assert after.endswith("        opportunities: [one-price]\n# the end of the file\n")


def test_a_step_of_another_journey_is_indented_as_the_steps_there() -> None:
    tree = base()
    found = done(move_step(tree, "try-it/2", after="use-it/1"))
    after = found.applied(tree)
    assert changed_lines(tree, after, USE_IT) == [
        "+   - name: Asks a friend",
        "+     channel: call",
        "+     actors: [tom]",
        "+     emotion: 0",
        "+     lanes: {risk: The friend uses something else}",
        "+     says:",
        '+       - {text: "Is that all?", evidence: interviews/fees-surprise}',
    ]
    assert names(after, "use-it") == [["Opens the board", ASK, "Waits"]]
    assert found.notes == ()


def test_a_step_that_comes_to_mean_another_persona_is_told() -> None:
    found = done(move_step(base(), "use-it/2", to_stage="try-it/onboarding"))
    assert found.notes == (
        "'Waits' was told of tom, and is now told of maya: if it is not, add `actors: [tom]` to it.",
    )


def test_line_ends_become_those_of_the_file() -> None:
    tree = swapped(base(), USE_IT, ("\n", "\r\n"))
    there = done(move_step(tree, "use-it/2", to_stage="try-it/onboarding")).applied(tree)
    assert "\r" not in text(there, TRY_IT)
    back = done(move_step(there, "try-it/6", after="use-it/open")).applied(there)
    assert back == tree


def test_a_step_in_brackets_gets_a_line_of_its_own() -> None:
    tree = swapped(base(), TRY_IT, ("      - name: Calls the bank\n", "      - name: Calls\n"))
    flow = "- stage: adoption\n  steps: [{name: Opens}, {name: Waits, pains: [no-trial]}]\n"
    start = text(tree, USE_IT).index("- stage")
    tree = Tree({**tree.files, USE_IT: (text(tree, USE_IT)[:start] + flow).encode()})
    after = done(move_step(tree, "use-it/1", before="try-it/start")).applied(tree)
    assert "      - {name: Opens}\n      - name: Starts the trial\n" in text(after, TRY_IT)
    assert "  steps: [{name: Waits, pains: [no-trial]}]\n" in text(after, USE_IT)
    assert "use-it.yml:8:10 is written in a way" in refused(move_step(tree, "try-it/2", to_stage="use-it/adoption"))


def test_a_bare_stage_goes_with_its_last_step() -> None:
    tree = swapped(base(), TRY_IT, ("    volume: visits\n", ""))
    once = done(move_step(tree, "try-it/2", before="start")).applied(tree)
    after = done(move_step(once, "try-it/1", before="start")).applied(once)
    assert names(after, "try-it") == [[ASK, COMPARE, START, PAY, CALL]]
    assert "consideration" not in text(after, TRY_IT)


@pytest.mark.parametrize(
    ("extra", "said"), [("    volume: visits\n", "volume"), ("    # we know little\n", "a comment")]
)
def test_a_stage_that_says_more_does_not(extra: str, said: str) -> None:
    tree = swapped(base(), TRY_IT, ("    volume: visits\n", extra))
    once = done(move_step(tree, "try-it/2", before="start")).applied(tree)
    assert refused(move_step(once, "try-it/1", before="start")) == (
        f"'compare' is the only step of the stage 'consideration', which says more: {said}. "
        "A stage needs a step: move another one there first, or take the rest out."
    )


def test_the_only_step_of_a_journey_stays() -> None:
    tree = base()
    once = done(move_step(tree, "use-it/2", after="try-it/2")).applied(tree)
    said = refused(move_step(once, "use-it/1", after="try-it/2"))
    assert said == "'open' is the only step of use-it. A journey needs one."


NOT_THERE = "It has 5 steps; a step without an id is named by its number, from 1."


@pytest.mark.parametrize(
    ("step", "place", "said"),
    [
        ("try-it/2", {"after": "compare"}, "'Asks a friend' stands there already."),
        ("try-it/pay", {"before": "pay"}, "'pay' stands there already."),
        ("try-it/5", {"to_stage": "onboarding"}, "'Calls the bank' stands there already."),
        ("try-it/9", {"after": "1"}, f"try-it has no step '9'. {NOT_THERE}"),
        ("try-it/1", {"after": "9"}, f"try-it has no step '9'. {NOT_THERE}"),
        (
            "try-it/1",
            {"to_stage": "adoption"},
            "try-it has no stage 'adoption'. Its stages are consideration and onboarding.",
        ),
    ],
)
def test_what_cannot_be_moved_is_refused_in_a_sentence(step: str, place: dict[str, str], said: str) -> None:
    assert refused(move_step(base(), step, **place)) == said


@pytest.mark.parametrize(
    ("step", "message", "hint"),
    [
        (
            "pay",
            "67:13: 'pay' leads to 'start', which stays in try-it.",
            "Take that out first, or write `journey:try-it`.",
        ),
        (
            "compare",
            "60:20: a step that stays in try-it leads to 'compare'.",
            "Take that out first, or write `journey:use-it`.",
        ),
        (
            "5",
            "71:15: use-it has no path 'refused'.",
            "Add it to the `paths` of that journey, or take it out of the step.",
        ),
    ],
)
def test_a_step_is_not_torn_from_those_that_lead_to_it(step: str, message: str, hint: str) -> None:
    assert refused(move_step(base(), f"try-it/{step}", after="use-it/open")) == f"{TRY_IT}:{message} {hint}"


def test_two_steps_of_one_id_do_not_meet() -> None:
    tree = swapped(base(), USE_IT, ("id: open", "id: pay"))
    assert refused(move_step(tree, "use-it/pay", after="try-it/2")) == (
        "try-it has a step 'pay' already. Rename one first: journeys rename step use-it/pay NEW"
    )


def test_a_step_that_leads_to_itself_goes_on_doing_so() -> None:
    tree = swapped(base(), USE_IT, ("    id: open\n", "    id: open\n    leads_to: [open, journey:try-it]\n"))
    after = done(move_step(tree, "use-it/open", after="try-it/2")).applied(tree)
    assert "        leads_to: [open, journey:try-it]\n" in text(after, TRY_IT)
    assert names(after, "use-it") == [["Waits"]]


def test_an_alias_is_not_torn_from_its_anchor() -> None:
    tree = swapped(base(), USE_IT, ("pains: [slow-board]", "pains: &p [slow-board]"))
    tree = swapped(tree, USE_IT, ("  - name: Waits\n", "  - name: Hopes\n    pains: *p\n  - name: Waits\n"))
    assert refused(move_step(tree, "use-it/2", after="try-it/2")).startswith(f"{TRY_IT} is written in a way")
    assert names(done(move_step(tree, "use-it/2", after="use-it/3")).applied(tree), "use-it")[0][2] == "Hopes"
    assert refused(move_step(tree, "use-it/1", after="use-it/2")).startswith(f"{USE_IT} is written in a way")


def test_an_atlas_that_cannot_be_read_is_left_alone() -> None:
    assert "cannot be read" in refused(move_step(base(use_it="a: ["), "try-it/1", after="2"))
