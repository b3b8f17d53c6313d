"""A small project made by the test: a handwritten page, a journey of 5 steps and one of 60, a page for each rule."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from support.processes import mkdocs_build

SHORT, LONG = 5, 60
FEELINGS = (1, -1, 2, None, -2, 0)
TEAMS = ("sales", "support")
CROWD = ("ben", "cleo", "dora", "emil", "fay", "gus", "hana", "ivo")
"""Too many people, with Ana, for faces on one curve."""
SITE: dict[str, Any] = {
    "site_name": "Generated",
    "theme": {"name": "material", "font": False, "features": ["navigation.instant"]},
    "plugins": ["search", {"journeys": {"rule_pages": True}}],
    "markdown_extensions": ["pymdownx.superfences"],
}
GUIDE = "# A handwritten page\n\nIt stands beside the atlas; see [the long journey](journeys/long.md#step-7).\n"
CATALOG: dict[str, Any] = {
    "format": 1,
    "name": "A generated atlas",
    "stages": [{"id": f"part-{number}", "name": f"Part {number}"} for number in range(1, 11)],
    "channels": [{"id": "web", "name": "Web", "kind": "digital"}],
    "teams": [{"id": id, "name": id.title()} for id in TEAMS],
}


def write_atlas(folder: Path) -> Path:
    """Write mkdocs.yml, a handwritten page, and journeys: `short`, `long`, `crowd`, and the blueprint `tall`."""
    documents: dict[str, Any] = {
        "mkdocs.yml": SITE,
        "journeys/catalog.yml": CATALOG,
        "journeys/personas/ana.yml": {"name": "Ana", "role": "Buyer"},
        "journeys/maps/short.yml": _journey("short", SHORT, 1),
        "journeys/maps/long.yml": _journey("long", LONG, 10),
        "journeys/maps/tall.yml": _blueprint("tall", SHORT),
        "journeys/maps/crowd.yml": _crowded("crowd", SHORT),
        **{f"journeys/personas/{id}.yml": {"name": f"{id.title()} Diaz"} for id in CROWD},
    }
    return write_project(folder, {**documents, "docs/guide.md": GUIDE})


def write_project(folder: Path, documents: dict[str, Any]) -> Path:
    """Write files by their paths: texts as they are, values as YAML; gives `folder`."""
    for name, values in documents.items():
        text = values if isinstance(values, str) else yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
        _write(folder / name, text)
    return folder


def build_generated(site: Path) -> Path:
    """Build the site of `write_atlas`; gives `site`."""
    return build_site(write_atlas(site.with_name(f"{site.name}-project")), site)


def copy_atlas(root: Path, folder: Path, site_url: str = "") -> Path:
    """Copy the example atlas of the repository; with a site_url, instant navigation knows its pages."""
    for name in ("journeys", "site_src"):
        shutil.copytree(root / name, folder / name)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    _write(folder / "mkdocs.yml", f"{settings}site_url: {site_url}/\n" if site_url else settings)
    return folder


def build_site(project: Path, site: Path, *options: str) -> Path:
    """Build a project strictly into `site`, with further options of `mkdocs build`; gives `site`.

    Raises AssertionError with the build's output when it fails.
    """
    mkdocs_build(project, "--site-dir", str(site), *options)
    return site


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _journey(id: str, steps: int, stages: int) -> dict[str, Any]:
    size = steps // stages
    return {
        "title": f"A {id} way",
        "personas": "ana",
        "stages": [
            {
                "stage": f"part-{stage + 1}",
                "steps": [_step(id, stage * size + number) for number in range(1, size + 1)],
            }
            for stage in range(stages)
        ],
    }


def _blueprint(id: str, steps: int) -> dict[str, Any]:
    """A blueprint with every lane of a service, and all that is known besides."""
    journey = _journey(id, steps, 1)
    for step in journey["stages"][0]["steps"]:
        step |= {"support": ["Post room"], "policy": "Answers within a day"}
    return {**journey, "kind": "blueprint"}


def _crowded(id: str, steps: int) -> dict[str, Any]:
    """A journey of nine people, each with a feeling of their own."""
    journey = _journey(id, steps, 1)
    for number, step in enumerate(journey["stages"][0]["steps"]):
        step["emotion"] = {name: (number + place) % 5 - 2 for place, name in enumerate(("ana", *CROWD))}
    return {**journey, "personas": ["ana", *CROWD]}


def _step(journey: str, number: int) -> dict[str, Any]:
    values = {
        "name": f"Does thing number {number}",
        "channel": "web",
        "team": TEAMS[number // 4 % 2],
        "thinks": f"Is {number} enough?",
        "says": ["Nobody told me"],
        "expects": "An answer within the day, from somebody who knows",
        "gains": ["One thing less to remember"],
        "ideas": ["Fill the form in beforehand"],
        "duration": "20 min",
        "frontstage": ["A mail that says what comes next"],
        "emotion": FEELINGS[number % len(FEELINGS)],
        "systems": ["Billing"],
        "backstage": [f"Somebody files form {number}"] if number % 3 == 0 else None,
        "pains": [_pain(journey, number)] if number % 4 == 0 else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _pain(journey: str, number: int) -> dict[str, Any]:
    return {
        "id": f"{journey}-{number}",
        "title": f"Thing {number} hurts",
        "severity": "major",
        "frequency": "often",
    }
