"""An atlas whose every text is hostile, and one that differs from it everywhere."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog, Journey, Persona


def atlas(text: str, *, later: bool) -> Atlas:
    """Two sides of one change: with `later`, everything is different."""
    tail = " later" if later else ""
    catalog = Catalog.model_validate(
        {
            "format": 1,
            "id": "catalog",
            "path": "journeys/catalog.yml",
            "name": text + tail,
            "stages": [{"id": "decision", "name": text}],
            "teams": [{"id": "growth", "name": text, "codeowner": text, "contact": text + tail}],
        }
    )
    steps = [
        {
            "id": f"s{number}",
            "name": f"{text} {number}{tail}",
            "emotion": number % 3 - (1 if later else 0),
            "feelings": [text + tail],
            "thinks": text + tail,
            "expects": {"maya": text + tail},
            "says": [{"text": text + tail, "image": {"src": "a.png", "alt": text}}],
            "when": text + tail if number == 3 else None,
            "group": text + tail,
            "repeats": text + tail,
            "wait": text + tail,
            "path": ("late" if later else "soon") if number == 4 else None,
            "figures": [
                {"name": text, "value": number + 0.5 * later, "unit": text, "n": number},
                {"name": text + tail, "value": 1},
            ],
            "pains": [{"id": f"p{number}{'b' * later}", "title": text + tail, "owner": "growth", "cause": text}],
            "optional": number == 2,
        }
        for number in range(5)
    ]
    values = {
        "id": "buy",
        "path": "journeys/maps/buy.yml",
        "group": text + tail,
        "title": text + tail,
        "personas": ["maya"],
        "owner": "growth" if later else None,
        "tags": [text + tail],
        "jobs": [{"job": text, "when": text + tail}],
        "links": [{"title": text, "url": "later.md" if later else "plan.md"}],
        "paths": {"late": text, "soon": text + tail},
        "stages": [{"stage": "decision", "goal": text + tail, "steps": steps}],
    }
    persona = {
        "id": "maya",
        "path": "journeys/personas/maya.yml",
        "name": text + tail,
        "demographics": {text: text + tail, text + tail: "x"},
    }
    return Atlas(
        catalog=catalog,
        journeys={"buy": Journey.model_validate(values)},
        personas={"maya": Persona.model_validate(persona)},
    )
