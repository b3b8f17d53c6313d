"""One generated journey, as the values of its YAML file."""

from itertools import pairwise
from random import Random
from typing import Any

from bench import words
from bench.plan import Plan

Values = dict[str, Any]
SEVERITIES = ("cosmetic", "minor", "major", "critical")
FREQUENCIES = ("rare", "sometimes", "often", "always")
IMPACTS = ("low", "medium", "high", "critical")
STATUSES = ("open", "open", "accepted", "in-progress", "resolved", "wont-fix")
CONFIDENCES = ("assumed", "inferred", "validated")
FINDINGS = 5


def team_id(name: str) -> str:
    """The id of a team or segment from its name."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())


def journey(plan: Plan, number: int) -> Values:
    """The journey at an index of the plan; the same for the same plan."""
    random = plan.random("journey", number)
    personas = random.sample(plan.personas, random.randint(1, min(3, len(plan.personas))))
    made = _head(plan, number, random, personas)
    stages = sorted(random.sample(range(len(words.STAGES)), plan.stages[number]))
    sizes = _parts(plan.steps[number], len(stages), random)
    painful = sorted(random.sample(range(plan.steps[number]), plan.pains[number]))
    first = 0
    made["stages"] = []
    for stage, size in zip(stages, sizes, strict=True):
        steps = [_step(plan, number, at, painful, personas, random) for at in range(first, first + size)]
        made["stages"].append(_stage(plan, stage, random) | {"steps": steps})
        first += size
    return made


def day(random: Random) -> str:
    """A date of 2025 or 2026."""
    return f"{random.randint(2025, 2026)}-{random.randint(1, 10):02}-{random.randint(1, 28):02}"


def finding(plan: Plan, random: Random) -> str:
    """A reference to a study, mostly to one finding of it."""
    study = random.choice(plan.studies)
    return f"{study}/finding-{random.randrange(FINDINGS)}" if random.random() < 0.7 else study


def team(random: Random) -> str:
    """The id of any team."""
    return team_id(random.choice(words.TEAMS))


def _head(plan: Plan, number: int, random: Random, personas: list[str]) -> Values:
    future = number % 12 == 11
    made: Values = {
        "title": f"{words.action(random)} ({number})",
        "personas": personas,
        "state": "future" if future else "current",
        "status": random.choice(("live", "live", "live", "draft")),
        "owner": team(random),
        "reviewed": day(random),
        "tags": random.sample(("self-serve", "b2b", "at risk", "pilot", "top ten"), 2),
        "segments": [team_id(random.choice(words.SEGMENTS))],
        "objective": words.sentence(random),
        "scenario": words.paragraph(random, 3),
        "expectation": words.sentence(random),
        "trigger": words.action(random),
        "success": words.sentence(random),
        "scope": {"starts": words.action(random), "ends": words.action(random)},
        "metrics": random.sample(plan.metrics, 2),
        "evidence": random.sample(plan.studies, 2),
        "links": [{"title": words.action(random), "url": f"https://example.com/research/{number}?a=1&b=2"}],
        "notes": _rich(plan, random),
    }
    if future:
        made["baseline"] = plan.journeys[number - 1]
    elif number % 10:
        made["part_of"] = plan.journeys[number - number % 10]
    return made


def _rich(plan: Plan, random: Random) -> str:
    other, person = random.choice(plan.journeys), random.choice(plan.personas)
    return (
        f"{words.paragraph(random, 2)} **Not known yet**: see [the details](journey:{other}) and "
        f"[who it is](persona:{person}).\n\n- {words.sentence(random)}\n- {words.sentence(random)}\n"
    )


def _parts(total: int, parts: int, random: Random) -> list[int]:
    cuts = [0, *sorted(random.sample(range(1, total), parts - 1)), total]
    return [after - before for before, after in pairwise(cuts)]


def _stage(plan: Plan, stage: int, random: Random) -> Values:
    return {
        "stage": words.STAGES[stage][0],
        "goal": words.action(random),
        "expectation": words.sentence(random),
        "duration": f"{random.randint(1, 30)} d",
        "volume": plan.volumes[stage],
        "metrics": [random.choice(plan.metrics)],
    }


def _step(plan: Plan, number: int, at: int, painful: list[int], personas: list[str], random: Random) -> Values:
    made: Values = {"name": words.action(random), "id": f"step-{at + 1}"}
    if random.random() < 0.85:
        made["touchpoint"] = random.choice(plan.touchpoints)
    if random.random() < 0.9:
        made["emotion"] = random.choice((-2, -1, -1, 0, 0, 1, 1, 2))
        if len(personas) > 1 and random.random() < 0.15:
            made["actors"] = personas[:2]
            made["emotion"] = {one: random.randint(-2, 2) for one in personas[:2]}
    made |= _said(plan, random) | _lanes(random)
    if at in painful:
        made["pains"] = [_pain(plan, number, painful.index(at), random)]
    elif random.random() < 0.08:
        made["pains"] = [plan.any_pain(random)]
    if random.random() < 0.05:
        made["opportunities"] = [random.choice(plan.opportunities)]
    if random.random() < 0.1:
        target = f"step-{random.randint(1, plan.steps[number])}"
        made["leads_to"] = [f"journey:{random.choice(plan.journeys)}" if random.random() < 0.5 else target]
    return made


def _said(plan: Plan, random: Random) -> Values:
    optional: Values = {
        "feelings": random.sample(words.FEELINGS, random.randint(1, 2)),
        "thinks": words.sentence(random),
        "says": [{"text": words.sentence(random), "evidence": finding(plan, random)}],
        "expects": words.sentence(random),
        "gains": [words.action(random)],
        "moment_of_truth": True,
        "evidence": [finding(plan, random)],
        "confidence": random.choice(CONFIDENCES),
        "ideas": [words.sentence(random)],
        "duration": f"{random.randint(1, 55)} min",
    }
    chances = (0.7, 0.4, 0.2, 0.15, 0.2, 0.08, 0.45, 0.2, 0.1, 0.3)
    said = {
        name: value for (name, value), chance in zip(optional.items(), chances, strict=True) if random.random() < chance
    }
    # No one validates without evidence: a rule says so.
    return said if "evidence" in said else said | ({"confidence": "assumed"} if "confidence" in said else {})


def _lanes(random: Random) -> Values:
    optional: Values = {
        "frontstage": [words.action(random)],
        "backstage": [words.action(random)],
        "support": [words.action(random)],
        "systems": random.sample(words.SYSTEMS, 2),
        "lanes": {"personal-data": words.action(random)},
    }
    chances = (0.3, 0.3, 0.1, 0.2, 0.1)
    return {
        name: value for (name, value), chance in zip(optional.items(), chances, strict=True) if random.random() < chance
    }


def _pain(plan: Plan, number: int, pain: int, random: Random) -> Values:
    status = random.choice(STATUSES)
    made: Values = {
        "id": plan.pain(number, pain),
        "title": f"{random.choice(words.WHO)} {random.choice(words.SAYS)}",
        "severity": random.choice(SEVERITIES),
        "frequency": random.choice(FREQUENCIES),
        "impact": random.choice(IMPACTS),
        "reach": random.randint(2, 90),
        "kind": random.choice(("customer", "customer", "employee", "system")),
        "status": status,
        "owner": team(random),
        "description": f"{words.paragraph(random, 2)} See [the journey](journey:{random.choice(plan.journeys)}).",
        "cause": words.sentence(random),
        "workaround": words.action(random),
        "evidence": [finding(plan, random)],
        "since": f"2025-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
    }
    return made | ({"resolved": f"2026-{random.randint(1, 10):02}-01"} if status == "resolved" else {})
