"""Edits whose meaning is known: those of journeys, and those of everything beside."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from diff.support_addition_edits import ADDITION_EDITS
from diff.support_atlases import Draft
from diff.support_bench import Bench, Fact, bench
from diff.support_journey_edits import JOURNEY_EDITS


def rename_a_persona_s_file(work: Bench) -> Iterator[Fact]:
    old = next(iter(work.draft.personas))
    if work.hold(old, "personas"):
        new = work.draft.word()
        work.follow(old, new)
        yield "renamed", "persona", old, "id", old, new


def remove_a_persona(work: Bench) -> Iterator[Fact]:
    old = list(work.draft.personas)[-1]
    if work.hold("personas"):
        del work.draft.personas[old]
        yield "removed", "persona", old, None, None, None


def give_a_team_another_id(work: Bench) -> Iterator[Fact]:
    old = work.draft.random.choice(work.draft.catalog["teams"])["id"]
    if work.hold(old, "teams"):
        new = work.draft.word()
        work.held.add(new)
        work.follow(old, new)
        yield "renamed", "team", old, "id", old, new


def give_a_stage_another_id(work: Bench) -> Iterator[Fact]:
    old = work.draft.random.choice(work.draft.catalog["stages"])["id"]
    if not set(work.draft.journeys) & work.held and work.hold("stages", *work.draft.journeys):
        new = work.draft.word()
        work.follow(old, new)
        yield "renamed", "catalog-stage", old, "id", old, new


def rename_a_touchpoint(work: Bench) -> Iterator[Fact]:
    one = work.draft.random.choice(work.draft.catalog["touchpoints"])
    if work.hold(one["id"]):
        old, one["name"] = one["name"], work.draft.text()
        yield "renamed", "touchpoint", one["id"], "name", old, one["name"]


def add_a_lane(work: Bench) -> Iterator[Fact]:
    made = {"id": work.draft.word(), "name": work.draft.text()}
    work.draft.catalog["lanes"].insert(0, made)
    yield "added", "lane", made["name"], None, None, None


def set_the_review_policy(work: Bench) -> Iterator[Fact]:
    if work.hold("review"):
        work.draft.catalog["review"] = {"max_age_days": 90}
        yield "changed", "atlas", "catalog", "review.max_age_days", 180, 90


def correct_a_figure(work: Bench) -> Iterator[Fact]:
    metric, rows = next(iter(work.draft.figures.items()))
    day = work.draft.random.choice(sorted(rows))
    if work.hold(f"{metric}/{day}"):
        old, rows[day] = rows[day], rows[day] + 100
        yield "changed", "figure", f"{metric}/{day}", "value", old, rows[day]


def drop_a_figure(work: Bench) -> Iterator[Fact]:
    metric, rows = next(iter(work.draft.figures.items()))
    day = work.draft.random.choice(sorted(rows))
    if work.hold(f"{metric}/{day}"):
        del rows[day]
        yield "removed", "figure", f"{metric}/{day}", None, None, None


def learn_a_result(work: Bench) -> Iterator[Fact]:
    id, values = next(iter(work.draft.opportunities.items()))
    solution = values["solutions"][0]
    if work.hold(solution["id"]):
        old, solution["experiment"]["result"] = solution["experiment"]["result"], 8
        yield "changed", "experiment", f"{id}/{solution['id']}", "result", old, 8


def try_nothing(work: Bench) -> Iterator[Fact]:
    id, values = next(iter(work.draft.opportunities.items()))
    solution = values["solutions"][0]
    if work.hold(solution["id"]):
        del solution["experiment"]
        yield "removed", "experiment", f"{id}/{solution['id']}", None, None, None


def reword_a_finding(work: Bench) -> Iterator[Fact]:
    study, values = next(iter(work.draft.evidence.items()))
    one = work.draft.random.choice(values["findings"]) if values["findings"] else None
    if one and work.hold(one["id"]):
        old, one["text"] = one["text"], work.draft.text()
        yield "changed", "finding", f"{study}/{one['id']}", "text", old, one["text"]


def drop_a_finding(work: Bench) -> Iterator[Fact]:
    study, values = next(iter(work.draft.evidence.items()))
    one = values["findings"][-1] if values["findings"] else None
    if one and work.hold(one["id"]):
        values["findings"].remove(one)
        yield "removed", "finding", f"{study}/{one['id']}", None, None, None


def shuffle_the_keys(work: Bench) -> Iterator[Fact]:
    for values in (*work.draft.journeys.values(), *work.draft.personas.values(), work.draft.catalog):
        items = list(values.items())
        work.draft.random.shuffle(items)
        values.clear()
        values.update(items)
    yield from ()


EDITS: tuple[Callable[[Bench], Iterator[Fact]], ...] = (
    *JOURNEY_EDITS,
    *ADDITION_EDITS,
    rename_a_persona_s_file,
    remove_a_persona,
    give_a_team_another_id,
    give_a_stage_another_id,
    rename_a_touchpoint,
    add_a_lane,
    set_the_review_policy,
    correct_a_figure,
    drop_a_figure,
    learn_a_result,
    try_nothing,
    reword_a_finding,
    drop_a_finding,
    shuffle_the_keys,
)


def edited(draft: Draft, count: int) -> tuple[Draft, list[Fact]]:
    """A copy of the draft with some edits, and the differences that they make."""
    work = bench(deepcopy(draft))
    facts = [fact for edit in draft.random.choices(EDITS, k=count) for fact in edit(work)]
    return work.draft, facts
