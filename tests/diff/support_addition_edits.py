"""Edits of what was added to the format: each changes a draft and says which differences that makes."""

from collections.abc import Iterator
from typing import Any

from diff.support_atlases import Values, figure
from diff.support_bench import Bench, Fact


def go_to_other_places(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        id, one = found
        old, ids = one["touchpoint"], [place["id"] for place in work.draft.catalog["touchpoints"]]
        new = work.draft.random.choice([[ids[0]], ids[1:], ids[:2], ids])
        one["touchpoint"] = work.draft.random.sample(new, len(new))
        if _places(old) != _places(new):
            yield "changed", "step", id, "touchpoint", _places(old), _places(new)


def write_a_single_place_as_a_list(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found and isinstance(found[1]["touchpoint"], str):
        found[1]["touchpoint"] = [found[1]["touchpoint"]]
    yield from ()


def write_one_value_for_all_as_one_for_each(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        _, one = found
        field = work.draft.random.choice(("thinks", "feelings", "says", "emotion"))
        one[field] = dict.fromkeys(one["expects"], one[field])
    yield from ()


def expect_something_else(work: Bench) -> Iterator[Fact]:
    persona = next(iter(work.draft.personas))
    found = _step(work) if "personas" not in work.held or "expectations" in work.held else None
    if found:
        id, one = found
        work.held |= {"personas", "expectations"}
        old, one["expects"][persona] = one["expects"][persona], work.draft.text()
        yield "changed", "step", id, f"expects.{persona}", old, one["expects"][persona]


def leave_the_picture_of_a_quote_away(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        id, one = found
        old = list(one["says"])
        one["says"] = [old[0], {"text": old[1]["text"]}]
        yield "changed", "step", id, "says", old, [old[0], old[1]["text"]]


def make_a_step_optional(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        found[1]["optional"] = True
        yield "changed", "step", found[0], "optional", False, True


def set_a_condition(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        id, one = found
        one["when"], one["optional"] = work.draft.text(), work.draft.random.choice((True, False))
        yield "changed", "step", id, "when", None, one["when"]


def say_how_steps_go_together(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        id, one = found
        one |= {"parallel": True, "group": work.draft.text(), "repeats": work.draft.text()}
        yield "changed", "step", id, "parallel", False, True
        yield "changed", "step", id, "group", None, one["group"]
        yield "changed", "step", id, "repeats", None, one["repeats"]


def take_a_path(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    at_home = home == work.homes[id(one)]
    if at_home and f"paths {home}" not in work.held and work.hold(work.ids[id(one)]):
        work.held |= {f"touched {home}", f"walked {home}"}
        one["path"] = next(iter(work.draft.journeys[home]["paths"]))
        yield "changed", "step", work.ids[id(one)], "path", None, one["path"]


def change_the_paths(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    values = work.draft.journeys[home]
    if home in work.homes.values() and f"walked {home}" not in work.held and work.hold(f"paths {home}", home):
        work.held.add(f"touched {home}")
        (first, name), (second, other) = values["paths"].items()
        added = work.draft.word()
        values["paths"] = {added: work.draft.text(), first: work.draft.text()}
        yield "changed", "journey", home, f"paths.{first}", name, values["paths"][first]
        yield "changed", "journey", home, f"paths.{second}", other, None
        yield "changed", "journey", home, f"paths.{added}", None, values["paths"][added]


def give_a_path_another_id(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    if home in work.homes.values() and f"walked {home}" not in work.held and work.hold(f"paths {home}", home):
        old, new = next(iter(work.draft.journeys[home]["paths"])), work.draft.word()
        work.follow(old, new)
        work.held.add(f"touched {home}")
        yield "changed", "journey", home, "paths", old, new


def count_anew(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found and found[1]["figures"]:
        id, one = found
        counted = one["figures"][0]
        old = f"{counted['value']}%"
        counted["value"] += 0.5
        yield "changed", "step", id, f"figures.{counted['name']}", [old, "n 40"], [f"{counted['value']}%", "n 40"]


def count_something_else(work: Bench) -> Iterator[Fact]:
    found = _stage(work)
    if found:
        id, stage = found
        old, new = stage["figures"][0], figure(work.draft)
        stage["figures"] = [new]
        yield "changed", "stage", id, f"figures.{old['name']}", [f"{old['value']}%", "n 40"], None
        yield "changed", "stage", id, f"figures.{new['name']}", None, [f"{new['value']}%", "n 40"]


def take_longer(work: Bench) -> Iterator[Fact]:
    found = _step(work)
    if found:
        id, one = found
        old, one["wait"] = one["wait"], work.draft.random.choice(("3 d", "48 h", "until noon"))
        yield "changed", "step", id, "wait", old, one["wait"]


def give_a_stage_an_id(work: Bench) -> Iterator[Fact]:
    found = _stage(work)
    if found:
        id, stage = found
        old, stage["id"] = stage.get("id"), work.draft.word()
        yield "renamed" if old else "changed", "stage", id, "id", old, stage["id"]


def have_other_jobs_and_links(work: Bench) -> Iterator[Fact]:
    home = work.pick_journey()
    if home in work.homes.values() and work.hold(f"jobs {home}", home):
        work.held.add(f"touched {home}")
        values = work.draft.journeys[home]
        jobs, links = values["jobs"], values["links"]
        values["jobs"] = [{"job": jobs[0]}, work.draft.text()]
        values["links"] = [{**links[0], "url": f"https://example.com/{work.draft.word()}"}]
        values["kind"] = "blueprint"
        yield "changed", "journey", home, "jobs", jobs, [jobs[0], values["jobs"][1]]
        yield "changed", "journey", home, "links", links, values["links"]
        yield "changed", "journey", home, "kind", "experience", "blueprint"


def cost_more(work: Bench) -> Iterator[Fact]:
    home, _, one = work.pick_step()
    if one["pains"] and work.hold(one["pains"][0]["id"], work.ids[id(one)]):
        work.held.add(f"touched {home}")
        one["pains"][0]["cost"] = {"low": 3000, "unit": "EUR", "per": "day"}
        yield "changed", "pain", one["pains"][0]["id"], "cost", "1,000–2,000 EUR", "3,000 EUR per day"


def draw_maps_another_way(work: Bench) -> Iterator[Fact]:
    if work.hold("map"):
        lane = work.draft.random.choice(work.draft.catalog["lanes"])["id"]
        work.draft.catalog |= {"language": "de", "map": {"lanes": ["thinks", lane]}}
        yield "changed", "atlas", "catalog", "language", "en", "de"
        yield "changed", "atlas", "catalog", "map.lanes", None, ["thinks", lane]


def _step(work: Bench) -> tuple[str, Values] | None:
    """The first id of a step, and the step, if no other edit holds it."""
    home, _, one = work.pick_step()
    if not work.hold(work.ids[id(one)]):
        return None
    work.held.add(f"touched {home}")
    return work.ids[id(one)], one


def _stage(work: Bench) -> tuple[str, Values] | None:
    """The first id of a stage, and the stage, if no other edit holds its journey."""
    home = work.pick_journey()
    if home not in work.homes.values() or "stages" in work.held or not work.hold(home):
        return None
    work.held |= {f"touched {home}", "stages"}
    stage = work.draft.random.choice(work.draft.journeys[home]["stages"])
    return f"{home}/{stage.get('id') or stage['stage']}", stage


def _places(ids: Any) -> Any:
    """One or several ids, as a difference gives them."""
    found = [ids] if isinstance(ids, str) else sorted(ids)
    return found[0] if len(found) == 1 else found


ADDITION_EDITS = (
    go_to_other_places,
    write_a_single_place_as_a_list,
    write_one_value_for_all_as_one_for_each,
    expect_something_else,
    leave_the_picture_of_a_quote_away,
    make_a_step_optional,
    set_a_condition,
    say_how_steps_go_together,
    take_a_path,
    change_the_paths,
    give_a_path_another_id,
    count_anew,
    count_something_else,
    take_longer,
    give_a_stage_an_id,
    have_other_jobs_and_links,
    cost_more,
    draw_maps_another_way,
)
