"""Generates an atlas of N journeys: `python -m bench.atlas 1000 FOLDER` writes it to FOLDER/journeys."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench import words
from bench.journeys import CONFIDENCES, FINDINGS, Values, day, finding, journey, team, team_id
from bench.plan import Plan, plan_of

MONTHS = [f"{year}-{month:02}-28" for year in (2024, 2025, 2026) for month in range(1, 13)][:34]


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def atlas_files(journeys: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Every file of an atlas as (path below the project's root, text); the same for the same arguments."""
    plan = plan_of(journeys, seed)
    yield "journeys/catalog.yml", as_yaml(_catalog(plan))
    for number, id in enumerate(plan.journeys):
        folder = "/".join(part for part in ("journeys/maps", plan.group(number)) if part)
        yield f"{folder}/{id}.yml", as_yaml(journey(plan, number))
    for number, id in enumerate(plan.personas):
        yield f"journeys/personas/{id}.yml", as_yaml(_persona(plan, number))
    for number, id in enumerate(plan.opportunities):
        yield f"journeys/opportunities/{id}.yml", as_yaml(_opportunity(plan, number))
    for id in plan.studies:
        yield f"journeys/evidence/{id}.yml", as_yaml(_study(plan, id))
    for id in (*plan.metrics, *plan.volumes):
        yield f"journeys/metrics/{id}.csv", _figures(plan, id)


def write_atlas(root: Path, journeys: int, seed: int = 1) -> None:
    """Writes an atlas below a folder that has none."""
    for name, text in atlas_files(journeys, seed):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def as_yaml(values: Values) -> str:
    """YAML as people write it: keys in the given order, short lists on one line."""
    return str(
        yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)
    )


def _catalog(plan: Plan) -> Values:
    random = plan.random("catalog")
    return {
        "format": 1,
        "name": f"Atlas of {len(plan.journeys)} journeys",
        "description": f"{words.paragraph(random, 3)} Start with [the first](journey:{plan.journeys[0]}).",
        "stages": [{"id": id, "name": name, "description": words.sentence(random)} for id, name in words.STAGES],
        "channels": [{"id": id, "name": name, "kind": kind, "icon": icon} for id, name, kind, icon in words.CHANNELS],
        "touchpoints": [
            {
                "id": id,
                "name": f"{random.choice(words.THINGS).capitalize()} {number}",
                "channel": random.choice(words.CHANNELS)[0],
                "team": team(random),
                "initiator": random.choice(("customer", "company")),
                "systems": random.sample(words.SYSTEMS, 2),
                "description": words.sentence(random),
            }
            for number, id in enumerate(plan.touchpoints)
        ],
        "teams": [{"id": team_id(name), "name": name, "contact": "a@example.com"} for name in words.TEAMS],
        "segments": [{"id": team_id(name), "name": name} for name in words.SEGMENTS],
        "metrics": [_metric(id, plan) for id in (*plan.metrics, *plan.volumes)],
        "lanes": [{"id": "personal-data", "name": "Personal data"}],
        "review": {"max_age_days": 365},
    }


def _metric(id: str, plan: Plan) -> Values:
    random = plan.random("metric", id)
    kind = "duration" if id.startswith("days") else "count" if id.startswith("reached") else id
    made: Values = {
        "id": id,
        "name": f"{id.replace('-', ' ').capitalize()}",
        "kind": "ces" if kind == "effort" else kind,
    }
    made |= {"better": "lower" if kind in ("duration", "effort") else "higher", "team": team(random)}
    return made | {"target": random.randint(20, 60), "by": "2027-06-30", "description": words.sentence(random)}


def _persona(plan: Plan, number: int) -> Values:
    random = plan.random("persona", number)

    def some() -> list[str]:
        return [words.sentence(random) for _ in range(3)]

    return {
        "name": f"{random.choice(words.FIRST_NAMES)} {random.choice(words.LAST_NAMES)} {number}",
        "role": words.action(random),
        "quote": words.sentence(random),
        "summary": f"{words.paragraph(random, 3)} See [a journey](journey:{random.choice(plan.journeys)}).",
        "segment": team_id(random.choice(words.SEGMENTS)),
        "share": random.randint(1, 20),
        "goals": some(),
        "needs": some(),
        "motivations": some(),
        "frustrations": some(),
        "behaviours": some(),
        "channels": [channel[0] for channel in random.sample(words.CHANNELS, 3)],
        "context": words.sentence(random),
        "demographics": {
            "Age": str(random.randint(20, 65)),
            "Place": random.choice(("Kraków", "Århus", "東京", "Lyon")),
        },
        "traits": [
            {"name": name, "low": "None", "high": "Plenty", "value": random.randint(0, 100)}
            for name in ("Time", "Trust", "Say", "Detail")
        ],
        "empathy": {quadrant: some()[:2] for quadrant in ("says", "thinks", "does", "feels")},
        "evidence": [finding(plan, random)],
        "confidence": random.choice(CONFIDENCES),
        "owner": team(random),
        "reviewed": day(random),
    }


def _opportunity(plan: Plan, number: int) -> Values:
    random = plan.random("opportunity", number)
    pains = sorted({plan.any_pain(random) for _ in range(3)})
    statuses = ("new", "framed", "prioritised", "in-progress", "delivered", "parked")
    experiment = {
        "hypothesis": words.sentence(random),
        "kind": random.choice(("ab-test", "survey", "usability", "pilot")),
        "metric": "nps",
        "baseline": 20,
        "target": 30,
        "result": random.randint(15, 40),
        "decision": random.choice(("adopt", "iterate", "drop")),
        "started": "2026-02-01",
        "ended": "2026-03-01",
    }
    return {
        "title": f"How might we spare people {random.choice(words.THINGS)} ({number})?",
        "pains": pains,
        "journeys": [random.choice(plan.journeys)],
        "value": random.choice(("low", "medium", "high", "critical")),
        "effort": random.choice(("small", "medium", "large", "huge")),
        "reach": random.randint(1, 95),
        "status": random.choice(statuses),
        "owner": team(random),
        "metrics": ["nps"],
        "evidence": [finding(plan, random)],
        "description": words.paragraph(random, 2),
        "solutions": [{"id": "first", "name": words.action(random), "status": "framed", "experiment": experiment}],
    }


def _study(plan: Plan, id: str) -> Values:
    random = plan.random("study", id)
    return {
        "title": f"{words.action(random)} ({id})",
        "kind": random.choice(("interview", "survey", "usability", "support-tickets", "analytics")),
        "date": day(random),
        "method": words.sentence(random),
        "n": random.randint(5, 900),
        "link": f"https://example.com/studies/{id}",
        "owner": team(random),
        "summary": words.paragraph(random, 2),
        "findings": [
            {
                "id": f"finding-{at}",
                "type": "observation",
                "sentiment": random.randint(-1, 1),
                "text": words.sentence(random),
            }
            for at in range(FINDINGS)
        ],
    }


def _figures(plan: Plan, id: str) -> str:
    random = plan.random("figures", id)
    if id.startswith("reached"):
        level = 40_000 // (int(id[-2:]) + 1)
        return "".join(["date,value\n", *(f"{month},{level + random.randint(0, 900)}\n" for month in MONTHS)])
    return "".join(
        ["date,value,n\n", *(f"{month},{random.randint(50, 600) / 10},{random.randint(40, 900)}\n" for month in MONTHS)]
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench.atlas", description="Write a generated atlas.")
    parser.add_argument("journeys", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_atlas(given.folder, given.journeys, given.seed)


if __name__ == "__main__":
    main()
