"""An atlas in German with words of up to 40 letters, and a journey of nine people."""

from pathlib import Path
from typing import Any

from browser.support_atlas import SITE, build_site, write_project

TWENTY = "Einkommensnachweisen"
"""A word of twenty letters: the longest that is never broken."""
LONG = "Rechtsschutzversicherungsgesellschaften"
STAGES = {"antrag": f"{TWENTY} und {LONG}", "pruefung": "Bearbeitung und Sachverhaltsermittlung der Behörde"}
TEAM = "Platform and integrations, second line"
PEOPLE = tuple(f"Person {letter}" for letter in "ABCDEFGHI")


def build_wide_words(site: Path) -> Path:
    """Build the site with the journeys `lang` and `viele`; gives `site`."""
    documents: dict[str, Any] = {
        "mkdocs.yml": {**SITE, "theme": {**SITE["theme"], "language": "de"}},
        "docs/guide.md": "Eine Seite",
        "journeys/catalog.yml": {
            "format": 1,
            "name": "Lange Wörter",
            "stages": [{"id": id, "name": name} for id, name in STAGES.items()],
            "channels": [{"id": "web", "name": "Web", "kind": "digital"}],
            "touchpoints": [
                {"id": "blatt", "name": "Informationsblaettern", "channel": "web", "status": "planned"},
                {"id": "nummer", "name": f"Nummer der {LONG}", "channel": "web", "status": "retired"},
            ],
            "teams": [{"id": "platform", "name": TEAM}, {"id": "amt", "name": "Amt"}],
        },
        **{f"journeys/personas/{_id(name)}.yml": {"name": name} for name in PEOPLE},
        "journeys/maps/lang.yml": {
            "title": "Wohngeld beantragen",
            "personas": [_id(PEOPLE[0])],
            "stages": [
                {"stage": "antrag", "goal": f"Alle {LONG} kennen", "steps": [_step("blatt", "platform")]},
                {"stage": "pruefung", "steps": [_step("nummer", "amt"), _step("blatt", "platform")]},
            ],
        },
        "journeys/maps/viele.yml": {
            "title": "Alle zusammen",
            "personas": [_id(name) for name in PEOPLE],
            "stages": [
                {
                    "stage": "antrag",
                    "steps": [
                        {"name": f"Schritt {n}", "emotion": {_id(name): n % 3 - 1 for name in PEOPLE}} for n in (1, 2)
                    ],
                }
            ],
        },
    }
    return build_site(write_project(site.with_name(f"{site.name}-project"), documents), site)


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _step(touchpoint: str, team: str) -> dict[str, Any]:
    return {
        "name": f"Sammelt {TWENTY} für {LONG}",
        "touchpoint": touchpoint,
        "team": team,
        "emotion": -1,
        "feelings": ["Unübersichtlichkeit"],
        "expects": f"Keine {TWENTY}",
        "gains": [f"Mehr {TWENTY}"],
        "ideas": [f"Ohne {LONG}"],
    }
