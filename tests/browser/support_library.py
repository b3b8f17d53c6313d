"""An atlas with two lifecycles, a blueprint and hidden lanes, in German; every text in it attacks."""

from pathlib import Path
from typing import Any

import yaml

from browser.support_atlas import SITE, build_site

ATTACK = "<img src=x onerror=\"document.title='owned'\"></title></script>{{ 7 * 191 }}' onfocus='alert(1)' autofocus='"
LINKS = [{"title": "Mehr", "url": "https://example.com/mehr"}]
JOB = {"job": "Weiß vorher, ob es da ist", "when": "Wenn ich losgehe", "so_that": "damit ich nicht umsonst komme"}
KEPT = {"id", "url", "kind", "state", "status", "stage", "touchpoint", "channel", "path", "baseline", "evidence"}
"""Fields that hold no text of an author."""
CATALOG: dict[str, Any] = {
    "format": 1,
    "name": "Bücherei",
    "language": "de",
    "links": LINKS,
    "stages": [{"id": id, "name": id.title()} for id in ("entdecken", "leihen", "liefern")],
    "lifecycles": [
        {"id": "leser", "name": "Leser", "stages": ["entdecken", "leihen"]},
        {"id": "lieferanten", "name": "Lieferanten", "stages": ["liefern"]},
    ],
    "channels": [{"id": "tresen", "name": "Tresen", "kind": "human"}],
    "touchpoints": [{"id": "ausleihe", "name": "Ausleihe", "channel": "tresen"}],
    "lanes": [{"id": "recht", "name": "Recht"}],
    "map": {"lanes": ["recht", "systems"], "hidden": ["support", "recht", "thinks"]},
}
BORROW: dict[str, Any] = {
    "title": "Ein Buch leihen",
    "personas": ["maya", "tom"],
    "jobs": ["Heute Abend lesen", JOB],
    "links": LINKS,
    "paths": {"schnell": "Es liegt bereit"},
    "stages": [
        {
            "stage": "entdecken",
            "jobs": [JOB],
            "figures": [{"name": "Kommen nicht wieder", "value": 38, "unit": "von 100", "evidence": "zaehlung"}],
            "steps": [
                {
                    "name": "Hört davon",
                    "group": "Zu Hause",
                    "emotion": {"maya": 0.5, "tom": -1},
                    "feelings": {"maya": ["froh"]},
                    "thinks": {"tom": "Kostet es etwas?"},
                    "says": {"maya": ["Endlich"]},
                    "expects": {"tom": "Nein"},
                    "lanes": {"recht": "Datenschutz"},
                    "repeats": "Jede Woche",
                    "duration": "5 min",
                    "figures": [{"name": "Anrufe", "value": 12}],
                },
                {"name": "Fragt nach", "when": "Wenn sie unsicher ist", "path": "schnell"},
            ],
        },
        {"stage": "leihen", "steps": [{"name": "Leiht es", "parallel": True, "wait": "lange"}]},
    ],
}
BLUEPRINT: dict[str, Any] = {
    "title": "Ein Buch aus dem Magazin",
    "personas": ["maya"],
    "kind": "blueprint",
    "stages": [
        {
            "stage": "leihen",
            "steps": [
                {
                    "name": "Bestellt am Tresen",
                    "touchpoint": "ausleihe",
                    "frontstage": ["Nimmt den Zettel"],
                    "backstage": ["Holt das Buch"],
                    "support": ["Aufzug"],
                    "systems": ["Katalog"],
                    "thinks": "Wie lange?",
                    "pains": [
                        {
                            "id": "weg",
                            "title": "Es ist nicht da",
                            "cost": {"low": 2000, "high": 5000, "unit": "Taler", "per": "Monat"},
                        }
                    ],
                },
                {"name": "Bekommt das Buch", "touchpoint": "ausleihe"},
            ],
        }
    ],
}
DOCUMENTS: dict[str, Any] = {
    "catalog": CATALOG,
    "maps/leihen": BORROW,
    "maps/magazin": BLUEPRINT,
    "maps/liefern": {
        "title": "Liefern",
        "personas": ["tom"],
        "stages": [{"stage": "liefern", "steps": [{"name": "Liefert"}]}],
    },
    "personas/maya": {"name": "Maya", "jobs": ["Jede Woche etwas Neues", JOB], "links": LINKS},
    "personas/tom": {"name": "Tom"},
    "opportunities/finden": {
        "title": "Wie finden wir es?",
        "pains": ["weg"],
        "cost": {"low": 900, "unit": "Taler"},
        "links": LINKS,
    },
    "evidence/zaehlung": {"title": "Am Eingang gezählt", "date": "2026-06-01", "links": LINKS},
}


def attacking(value: Any, key: str = "") -> Any:
    """The same data with words behind every text that would harm a page, were they more than words."""
    if isinstance(value, dict):
        return {name: item if name in ("map", "lifecycles") else attacking(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [attacking(item, key) for item in value]
    is_text = isinstance(value, str) and key not in {*KEPT, "language", "personas", "date"} and value != "weg"
    return f"{value} {ATTACK}" if is_text else value


def build_library(site: Path) -> Path:
    """Build the site of this atlas; gives `site`."""
    project = site.with_name(f"{site.name}-project")
    _write(project / "mkdocs.yml", SITE)
    _write(project / "docs" / "guide.md", "A page")
    for name, values in DOCUMENTS.items():
        given = attacking(values)
        for cycle in given.get("lifecycles", ()):
            cycle["name"] += f" {ATTACK}"
        _write(project / "journeys" / f"{name}.yml", given)
    return build_site(project, site)


def _write(path: Path, values: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), encoding="utf-8")
