"""The same two journeys in a site that is written from left to right, and in one from right to left."""

from pathlib import Path
from typing import Any

from browser.support_atlas import SITE, build_site, write_project

WORDS = {
    "en": ("Looks", "Asks", "Waits", "Is refused", "Asks again", "Is glad"),
    "ar": ("ينظر", "يسأل", "ينتظر", "يُرفض", "يسأل مرة أخرى", "يفرح"),
}
EMOTIONS = (1, 0, -2, -1, 0.5, 2)
STAGES = ("first", "last")


def build_direction(language: str, site: Path) -> Path:
    """Build the site of a language, with the journeys `plain`, `forked` and `two` (people); gives `site`."""
    documents: dict[str, Any] = {
        "mkdocs.yml": {**SITE, "theme": {**SITE["theme"], "language": language}},
        "docs/guide.md": "A page",
        "journeys/catalog.yml": {
            "format": 1,
            "name": "Two directions",
            "stages": [{"id": id, "name": id.title()} for id in STAGES],
            "channels": [{"id": "web", "name": "Web", "kind": "digital"}],
            "teams": [{"id": id, "name": id.title()} for id in ("sales", "care")],
        },
        "journeys/personas/ana.yml": {"name": "Ana Costa"},
        "journeys/personas/ben.yml": {"name": "Ben Diaz"},
        "journeys/maps/plain.yml": _journey(language, {}),
        "journeys/maps/forked.yml": _journey(language, {2: "long", 3: "long", 4: "short"}),
        "journeys/maps/two.yml": _journey(language, {}, ("ana", "ben")),
    }
    return build_site(write_project(site.with_name(f"{site.name}-project"), documents), site)


def _journey(language: str, paths: dict[int, str], people: tuple[str, ...] = ("ana",)) -> dict[str, Any]:
    steps = [
        {
            "name": name,
            "channel": "web",
            "team": "sales" if number < 3 else "care",
            "emotion": emotion if len(people) == 1 else dict(zip(people, (emotion, -emotion), strict=True)),
            **({"path": paths[number]} if number in paths else {}),
        }
        for number, (name, emotion) in enumerate(zip(WORDS[language], EMOTIONS, strict=True))
    ]
    return {
        "title": "From here to there",
        "personas": list(people),
        **({"paths": {"long": "The long way", "short": "The short way"}} if paths else {}),
        "stages": [{"stage": "first", "steps": steps[:2]}, {"stage": "last", "steps": steps[2:]}],
    }
