"""Edits of journeys: each changes a draft and says which differences that makes."""

from collections.abc import Iterator

from diff.support_atlases import SEVERITIES, Values, journey, pain, step
from diff.support_bench import Bench, Fact


def rewrite_a_thought(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        old, one["thinks"] = one["thinks"], work.draft.text()
        yield "changed", "step", work.ids[id(one)], "thinks", old, one["thinks"]


def change_an_emotion(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        old = one["emotion"]
        one["emotion"] = work.draft.random.choice([value for value in (-2, -1, -0.75, 0, 0.5, 2) if value != old])
        yield "changed", "step", work.ids[id(one)], "emotion", old, one["emotion"]


def forget_an_emotion(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        yield "changed", "step", work.ids[id(one)], "emotion", one.pop("emotion"), None


def mark_a_moment_of_truth(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        one["moment_of_truth"] = True
        yield "changed", "step", work.ids[id(one)], "moment_of_truth", False, True


def rename_a_step(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        old, one["name"] = one["name"], work.draft.text()
        yield "renamed", "step", work.ids[id(one)], "name", old, one["name"]


def give_a_step_another_id(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if "id" in one and work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        old, one["id"] = one["id"], work.draft.word()
        yield "renamed", "step", work.ids[id(one)], "id", old, one["id"]


def move_a_step_to_the_end_of_its_stage(work: Bench) -> Iterator[Fact]:
    home, stage, _ = work.pick_step()
    first = stage["steps"][0]
    if id(first) in work.ids and len(stage["steps"]) > 2 and work.hold(home, work.ids[id(first)]):
        stage["steps"].append(stage["steps"].pop(0))
        yield "moved", "step", work.ids[id(first)], "position", 1, len(stage["steps"])


def move_a_step_to_another_stage(work: Bench) -> Iterator[Fact]:
    home, stage, one = work.pick_step()
    other = next(there for there in work.draft.journeys[home]["stages"] if there is not stage)
    if len(stage["steps"]) > 1 and work.hold(home, work.ids[id(one)]):
        stage["steps"].remove(one)
        other["steps"].insert(1, one)
        yield "moved", "step", work.ids[id(one)], "stage", *(side.get("id") or side["stage"] for side in (stage, other))


def move_a_step_to_another_journey(work: Bench) -> Iterator[Fact]:
    home, stage, one = work.pick_step()
    there = work.pick_journey()
    known = {home, there} <= set(work.homes.values())
    if there != home and known and len(stage["steps"]) > 1 and work.hold(home, there, work.ids[id(one)]):
        work.held |= {f"touched {home}", f"touched {there}"}
        stage["steps"].remove(one)
        work.draft.journeys[there]["stages"][0]["steps"].append(one)
        yield "moved", "step", work.ids[id(one)], "journey", home, there


def add_a_step(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    if home in work.homes.values() and work.hold(home):
        made = step(work.draft)
        steps = work.draft.journeys[home]["stages"][0]["steps"]
        steps.insert(work.draft.random.randint(0, len(steps)), made)
        work.held.add(f"touched {home}")
        yield "added", "step", made["name"], None, None, None
        yield from (("added", "pain", located["title"], None, None, None) for located in made["pains"])


def remove_a_step(work: Bench) -> Iterator[Fact]:
    home, stage, one = work.pick_step()
    if len(stage["steps"]) > 1 and not _wanted(work, one) and work.hold(home, work.ids[id(one)], *_pains(one)):
        work.held.add(f"touched {home}")
        stage["steps"].remove(one)
        yield "removed", "step", work.ids[id(one)], None, None, None
        yield from (("removed", "pain", id, None, None, None) for id in _pains(one))


def add_a_pain(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if work.hold(work.ids[id(one)]):
        work.held.add(f"touched {home}")
        made = pain(work.draft)
        one["pains"].append(made)
        yield "added", "pain", made["title"], None, None, None


def worsen_or_ease_a_pain(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if one["pains"] and work.hold(one["pains"][0]["id"], work.ids[id(one)]):
        work.held.add(f"touched {home}")
        located = one["pains"][0]
        old = located["severity"]
        located["severity"] = work.draft.random.choice([word for word in SEVERITIES if word != old])
        yield "changed", "pain", located["id"], "severity", old, located["severity"]


def give_a_pain_another_id(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if one["pains"] and work.hold(one["pains"][0]["id"], work.ids[id(one)]):
        work.held.add(f"touched {home}")
        old, new = one["pains"][0]["id"], work.draft.word()
        work.follow(old, new)
        yield "renamed", "pain", old, "id", old, new


def move_a_pain(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    there, _, other = work.pick_step()
    same = one is other or {home, there} & work.held or not {home, there} <= set(work.homes.values())
    names = (work.ids[id(one)], work.ids[id(other)])
    if one["pains"] and not same and work.hold(one["pains"][0]["id"], *names):
        work.held |= {home, there, f"touched {home}", f"touched {there}"}
        located = one["pains"].pop(0)
        other["pains"].append(located)
        if home == there:
            ends = [step.get("id") or step["name"] for step in (one, other)]
            yield ("moved", "pain", located["id"], "step", *ends)
        else:
            yield "moved", "pain", located["id"], "journey", home, there


def rename_a_journey_s_file(work: Bench) -> Iterator[Fact]:
    old = work.pick_journey()
    if old in work.homes.values() and work.hold(old):
        work.held.add(f"touched {old}")
        new = work.draft.word()
        work.follow(old, new)
        yield "renamed", "journey", old, "id", old, new


def retitle_a_journey(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    if home in work.homes.values() and work.hold(f"title {home}", home):
        work.held.add(f"touched {home}")
        values = work.draft.journeys[home]
        old, values["title"] = values["title"], work.draft.text()
        yield "renamed", "journey", home, "title", old, values["title"]


def regroup_a_journey(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    if home in work.homes.values() and work.hold(f"group {home}", home):
        work.held.add(f"touched {home}")
        new = work.draft.journeys[home]["group"] = work.draft.word()
        yield "moved", "journey", home, "group", "", new


def add_a_journey(work: Bench) -> Iterator[Fact]:
    made = journey(work.draft)
    work.draft.journeys[work.draft.word()] = made
    yield "added", "journey", made["title"], None, None, None
    located = [located for stage in made["stages"] for one in stage["steps"] for located in one["pains"]]
    yield from (("added", "pain", located["title"], None, None, None) for located in located)


def remove_a_journey(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    steps = [one for there, _, one in work.draft.steps() if there == home]
    known = home in work.homes.values() and f"touched {home}" not in work.held and len(work.draft.journeys) > 1
    if known and not any(_wanted(work, one) for one in steps) and work.hold(home):
        del work.draft.journeys[home]
        yield "removed", "journey", home, None, None, None
        yield from (("removed", "pain", id, None, None, None) for one in steps for id in _pains(one))


def disown_a_journey(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    values = work.draft.journeys[home]
    if home in work.homes.values() and values.get("owner") not in work.held and work.hold(f"owner {home}", home):
        work.held |= {f"touched {home}", values["owner"]}
        yield "changed", "journey", home, "owner", values.pop("owner"), None


def _pains(one: Values) -> list[str]:
    return [located["id"] for located in one["pains"]]


def _wanted(work: Bench, one: Values) -> bool:
    """Whether an opportunity names a pain of the step."""
    named = {id for values in work.draft.opportunities.values() for id in values["pains"]}
    return bool(named & set(_pains(one)))


JOURNEY_EDITS = (
    rewrite_a_thought,
    change_an_emotion,
    forget_an_emotion,
    mark_a_moment_of_truth,
    rename_a_step,
    give_a_step_another_id,
    move_a_step_to_the_end_of_its_stage,
    move_a_step_to_another_stage,
    move_a_step_to_another_journey,
    add_a_step,
    remove_a_step,
    add_a_pain,
    worsen_or_ease_a_pain,
    give_a_pain_another_id,
    move_a_pain,
    rename_a_journey_s_file,
    retitle_a_journey,
    regroup_a_journey,
    add_a_journey,
    remove_a_journey,
    disown_a_journey,
)
