"""What measure.yml says of steps goes with them, and what was observed at a step has its new name."""

import pytest

from mkdocs_journeys.load import load
from mkdocs_journeys.refactor import move_step, rename, split
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text

MEASURE, OBSERVED = "journeys/measure.yml", "journeys/observed/try-it.csv"
ENTRY = """\
  - journey: try-it
    source: product
    goal: invoice_paid
    window: 30 d
    steps:
      # Bots are left out.
      compare:
        event: pricing_viewed
        unless: {is_bot: true}
      start: trial_started
"""
OTHER = """\
  - journey: use-it
    source: product
    goal: settled
    window: 60 d
    steps: {wait: board_waited}
"""
BLOCK = "\n      open:\n        event: board_opened\n        where: {first: true}\n      wait: waited"
WAYS = """\
date,kind,step,path,people,of
2026-10-31,reached,compare,,900,1200
2026-10-31,reached,start,,300,1200
2026-10-31,reached,goal,,40,1200
2026-10-31,back,start,compare,30,1200
2026-10-31,unmapped,,start,90,1200
2026-10-31,way,,compare > start > compare > start,12,40
2026-10-31,left,start,start > restart,50,260
"""


def measured(*entries: str, ways: str = "") -> Tree:
    head = "format: 1\nsources:\n  - {id: product, preset: mixpanel, files: exports/*.jsonl}\njourneys:\n"
    tree = base()
    files = {**tree.files, MEASURE: (head + "".join(entries)).encode()}
    return Tree(files | ({OBSERVED: ways.encode()} if ways else {}))


def steps_in(tree: Tree) -> dict[str, list[str]]:
    measure = sound(tree).measure
    assert measure
    return {entry.journey: list(entry.steps) for entry in measure.journeys}


def test_a_step_that_the_map_lacks_is_told_where_it_is_named() -> None:
    _, problems = load(swapped(measured(ENTRY), MEASURE, ("start:", "strat:")))
    assert [(str(one.position), one.message, one.hint) for one in problems] == [
        (
            "journeys/measure.yml:14:7",
            "The journey 'try-it' has no step with the id 'strat'.",
            "Did you mean 'start'?",
        )
    ]


def of_use_it(steps: str) -> str:
    return OTHER.replace("{wait: board_waited}", steps)


def with_ids(tree: Tree) -> Tree:
    """The tree in which both steps of the journey `use-it` have an id."""
    return swapped(tree, USE_IT, ("name: Waits", "name: Waits\n    id: wait"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_step_that_goes_to_another_journey_takes_its_event_along(end: str) -> None:
    tree = with_ids(measured(ENTRY, of_use_it("{open: board_opened, wait: board_waited}")))
    tree = swapped(tree, MEASURE, ("\n", end))
    found = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding"))
    after = found.applied(tree)
    assert steps_in(after) == {"try-it": ["compare", "start", "open"], "use-it": ["wait"]}
    assert changed_lines(tree, after, MEASURE)[0] == "+       open: board_opened"
    assert found.notes[0] == (
        "journeys/measure.yml has events of try-it now: look at its `goal`, and run `journeys measure`."
    )


def test_conditions_and_comments_go_with_an_event() -> None:
    block = BLOCK.replace("      open", "      # The first time.\n      open")
    tree = with_ids(measured(ENTRY, of_use_it(block)))
    after = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding")).applied(tree)
    assert steps_in(after) == {"try-it": ["compare", "start", "open"], "use-it": ["wait"]}
    assert text(after, MEASURE).index("# The first time.") < text(after, MEASURE).index("journey: use-it")


def test_an_entry_that_has_no_event_any_more_goes() -> None:
    tree = measured(of_use_it("{open: board_opened}"), ENTRY)
    after = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding")).applied(tree)
    assert steps_in(after) == {"try-it": ["compare", "start", "open"]}
    assert "use-it" not in text(after, MEASURE)


def test_where_the_other_journey_is_not_measured_the_whole_entry_goes_there() -> None:
    tree = measured(of_use_it("{open: board_opened}"))
    after = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding")).applied(tree)
    assert steps_in(after) == {"try-it": ["open"]}
    assert changed_lines(tree, after, MEASURE) == ["-   - journey: use-it", "+   - journey: try-it"]


def test_an_event_that_has_no_place_is_lost_and_told() -> None:
    tree = with_ids(measured(of_use_it("{open: board_opened, wait: board_waited}")))
    found = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding"))
    assert steps_in(found.applied(tree)) == {"use-it": ["wait"]}
    assert found.notes[0] == "Lost: journeys/measure.yml:9:19: the event of 'open'"


def test_what_cannot_stand_in_the_other_entry_is_refused() -> None:
    entry = ENTRY[: ENTRY.index("steps:")] + "steps: {start: trial_started}\n"
    tree = with_ids(measured(entry, of_use_it(BLOCK)))
    assert refused(move_step(tree, "use-it/open", to_stage="try-it/onboarding")) == (
        "journeys/measure.yml:9:12 is written in a way that cannot be changed by itself. Change it by hand."
    )


def test_a_step_that_moves_within_its_journey_changes_nothing_that_is_measured() -> None:
    tree = measured(ENTRY)
    after = done(move_step(tree, "try-it/compare", before="start")).applied(tree)
    assert after.files[MEASURE] == tree.files[MEASURE]


def test_a_journey_that_is_split_is_measured_in_both_parts() -> None:
    tree = measured(OTHER.replace("wait", "open"), ENTRY)
    found = done(split(tree, "try-it", "start", id="pay-it"))
    after = found.applied(tree)
    assert steps_in(after) == {"use-it": ["open"], "try-it": ["compare"], "pay-it": ["start"]}
    assert changed_lines(tree, after, MEASURE) == [
        "+   - journey: pay-it",
        "+     source: product",
        "+     goal: invoice_paid",
        "+     window: 30 d",
        "+     steps:",
    ]
    assert "journeys/measure.yml has events of pay-it now" in found.notes[0]


def test_where_all_events_are_in_the_second_part_the_entry_is_of_that() -> None:
    entry = ENTRY[: ENTRY.index("steps:")] + "steps: {start: trial_started}\n"
    after = done(split(measured(entry), "try-it", "start", id="pay-it")).applied(measured(entry))
    assert steps_in(after) == {"pay-it": ["start"]}


def test_entries_of_several_sources_go_each_to_its_own() -> None:
    head = ("  - {id: product, preset: mixpanel, files: exports/*.jsonl}\n",) * 2
    both = of_use_it("{open: board_opened}"), ENTRY
    crm = [entry.replace("source: product", "source: crm") for entry in both]
    tree = swapped(
        measured(both[0], crm[0], both[1], crm[1]), MEASURE, (head[0], head[0] + head[1].replace("product", "crm"))
    )
    after = done(move_step(tree, "use-it/open", to_stage="try-it/onboarding")).applied(tree)
    measure = sound(after).measure
    assert measure
    assert [(one.source, list(one.steps)) for one in measure.journeys] == [
        ("product", ["compare", "start", "open"]),
        ("crm", ["compare", "start", "open"]),
    ]


def test_a_step_that_is_renamed_is_renamed_in_what_was_observed() -> None:
    tree = measured(ENTRY, ways=WAYS)
    after = done(rename(tree, "step", "try-it/start", "begin")).applied(tree)
    assert "begin: trial_started" in text(after, MEASURE)
    assert changed_lines(tree, after, OBSERVED)[1::2] == [
        "+ 2026-10-31,reached,begin,,300,1200",
        "+ 2026-10-31,back,begin,compare,30,1200",
        "+ 2026-10-31,way,,compare > begin > compare > begin,12,40",
        "+ 2026-10-31,left,begin,start > restart,50,260",
    ]


def test_a_step_of_another_journey_is_another_step() -> None:
    tree = swapped(measured(ENTRY, ways=WAYS), USE_IT, ("id: open", "id: start"))
    after = done(rename(tree, "step", "use-it/start", "begin")).applied(tree)
    assert after.files[OBSERVED] == tree.files[OBSERVED]
    assert after.files[MEASURE] == tree.files[MEASURE]


def test_the_goal_in_what_was_observed_is_no_step_of_that_name() -> None:
    tree = swapped(measured(ways=WAYS), TRY_IT, ("id: pay", "id: goal"))
    tree = Tree({path: data for path, data in tree.files.items() if path != MEASURE})
    after = done(rename(tree, "step", "try-it/goal", "pay")).applied(tree)
    assert after.files[OBSERVED] == tree.files[OBSERVED]
