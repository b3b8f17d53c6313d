"""Small atlases as plain values, in which every id and every text is unlike every other one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog, Evidence, Journey, Observation, Opportunity, Persona
from mkdocs_journeys.model.base import iso_date

Values = dict[str, Any]
SEVERITIES = ("cosmetic", "minor", "major", "critical")
LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass
class Draft:
    """An atlas in the making: files as plain values by id, and the rows of metrics."""

    random: Random
    catalog: Values = field(default_factory=dict)
    journeys: dict[str, Values] = field(default_factory=dict)
    personas: dict[str, Values] = field(default_factory=dict)
    opportunities: dict[str, Values] = field(default_factory=dict)
    evidence: dict[str, Values] = field(default_factory=dict)
    figures: dict[str, dict[str, float]] = field(default_factory=dict)

    def word(self) -> str:
        return "".join(self.random.choices(LETTERS, k=7))

    def text(self, words: int = 4) -> str:
        return " ".join(self.word() for _ in range(words))

    def steps(self) -> Iterator[tuple[str, Values, Values]]:
        """Each (journey's id, stage, step)."""
        for id, journey in self.journeys.items():
            for stage in journey["stages"]:
                for step in stage["steps"]:
                    yield id, stage, step

    def atlas(self) -> Atlas:
        """What the loader would make of the files."""
        maps = {
            id: Journey.model_validate({**values, "id": id, "path": f"journeys/maps/{id}.yml"})
            for id, values in self.journeys.items()
        }
        return Atlas(
            catalog=Catalog.model_validate({**self.catalog, "id": "catalog", "path": "journeys/catalog.yml"}),
            journeys=dict(sorted(maps.items())),
            personas=_documents(Persona, self.personas, "personas"),
            opportunities=_documents(Opportunity, self.opportunities, "opportunities"),
            evidence=_documents(Evidence, self.evidence, "evidence"),
            observations={id: _rows(rows) for id, rows in self.figures.items()},
        )


def draft(seed: int) -> Draft:
    """A small atlas with a bit of everything; the same for the same seed."""
    made = Draft(Random(seed))
    made.catalog = {
        "format": 1,
        "name": made.text(),
        "stages": [{"id": made.word(), "name": made.text()} for _ in range(4)],
        "channels": [{"id": made.word(), "name": made.text(), "kind": "digital"}],
        "teams": [{"id": made.word(), "name": made.text(), "contact": made.text()} for _ in range(3)],
        "segments": [{"id": made.word(), "name": made.text(), "description": made.text()}],
        "metrics": [{"id": made.word(), "name": made.text(), "kind": "nps", "source": made.text()}],
        "lanes": [{"id": made.word(), "name": made.text(), "description": made.text()}],
        "language": "en",
    }
    made.catalog["lifecycles"] = [
        {"id": made.word(), "name": made.text(), "stages": [stage["id"] for stage in made.catalog["stages"]]}
    ]
    made.catalog["touchpoints"] = [
        {"id": made.word(), "name": made.text(), "channel": made.catalog["channels"][0]["id"], "team": team["id"]}
        for team in made.catalog["teams"]
    ]
    for _ in range(3):
        made.personas[made.word()] = {"name": made.text(), "quote": made.text(), "goals": [made.text()]}
    study = made.word()
    findings = [{"id": made.word(), "text": made.text(6)} for _ in range(2)]
    made.evidence[study] = {"title": made.text(), "date": "2026-01-02", "method": made.text(), "findings": findings}
    for _ in range(3):
        made.journeys[made.word()] = journey(made)
    pains = [pain["id"] for _, _, step in made.steps() for pain in step["pains"]]
    solution = {"id": made.word(), "name": made.text(), "experiment": {"hypothesis": made.text(), "result": 3}}
    made.opportunities[made.word()] = {"title": made.text(), "pains": pains[:1], "solutions": [solution]}
    made.figures[made.catalog["metrics"][0]["id"]] = {f"2026-0{month}-01": month for month in range(1, 6)}
    return made


def journey(made: Draft) -> Values:
    """Two to three stages with three or four steps each; now and then a stage of the catalog comes twice."""
    stages = [{"stage": one["id"]} for one in made.random.sample(made.catalog["stages"], made.random.randint(2, 3))]
    if made.random.random() < 0.3:
        stages.append({"stage": stages[0]["stage"], "id": made.word()})
    return {
        "title": made.text(),
        "group": "",
        "personas": [next(iter(made.personas))],
        "owner": made.random.choice(made.catalog["teams"])["id"],
        "objective": made.text(),
        "jobs": [made.text(), {"job": made.text(), "when": made.text()}],
        "links": [{"title": made.text(), "url": f"https://example.com/{made.word()}"}],
        "paths": {made.word(): made.text() for _ in range(2)},
        "stages": [
            {
                **stage,
                "goal": made.text(),
                "duration": "2 d",
                "figures": [figure(made)],
                "steps": [step(made) for _ in range(made.random.randint(3, 4))],
            }
            for stage in stages
        ],
    }


def step(made: Draft) -> Values:
    """A step with enough about it to be known again; about every other one has an id."""
    touchpoints = [one["id"] for one in made.random.sample(made.catalog["touchpoints"], made.random.choice((1, 1, 2)))]
    values: Values = {
        "name": made.text(),
        "touchpoint": touchpoints if len(touchpoints) > 1 else touchpoints[0],
        "emotion": made.random.choice((-2, -1.25, -0.5, 0, 0.5, 1, 2)),
        "thinks": made.text(),
        "expects": {id: made.text() for id in list(made.personas)[: made.random.choice((1, 1, 2))]},
        "says": [made.text(), {"text": made.text(), "image": {"src": f"{made.word()}.png", "alt": made.text()}}],
        "feelings": [made.word(), made.word()],
        "wait": "2 d",
        "figures": [figure(made) for _ in range(made.random.choice((0, 1, 2)))],
        "pains": [pain(made) for _ in range(made.random.choice((0, 0, 1)))],
    }
    return {"id": made.word(), **values} if made.random.random() < 0.5 else values


def pain(made: Draft) -> Values:
    """A pain with its cause and cost."""
    severity = made.random.choice(SEVERITIES)
    cost = {"low": 1000, "high": 2000, "unit": "EUR"}
    return {"id": made.word(), "title": made.text(), "severity": severity, "cause": made.text(), "cost": cost}


def figure(made: Draft) -> Values:
    """A figure without a metric."""
    return {"name": made.text(), "value": made.random.randint(0, 100), "unit": "%", "n": 40}


def _documents(model: Any, files: dict[str, Values], folder: str) -> dict[str, Any]:
    return {
        id: model.model_validate({**values, "id": id, "path": f"journeys/{folder}/{id}.yml"})
        for id, values in sorted(files.items())
    }


def _rows(rows: dict[str, float]) -> tuple[Observation, ...]:
    return tuple(
        Observation(day, value, None, None, line)
        for line, (text, value) in enumerate(sorted(rows.items()), 2)
        if (day := iso_date(text))
    )
