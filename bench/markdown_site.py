"""The same atlas as Markdown for stock Material: the script that a user would write instead of this tool.

`python -m bench.markdown_site ATLAS_ROOT SITE_ROOT` writes SITE_ROOT/mkdocs.yml and SITE_ROOT/docs. Every page
stands in the navigation, as mkdocs-gen-files leaves it. It says what the journeys say, in tables and headings, and has
a page for each thing that has one of ours.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from csv import reader
from pathlib import Path
from typing import Any

import yaml

from bench.markdown_text import bullets, cell, heading, labelled, linked, mermaid_journey, table
from bench.markdown_things import thing_pages

Values = dict[str, Any]
Files = Iterator[tuple[str, str]]
CONFIG = """\
site_name: Customer journeys
theme:
  name: material
  font: false
  features: [navigation.tabs, content.action.edit]
plugins: [search]
markdown_extensions:
  - attr_list
  - tables
  - toc: {permalink: true}
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }
"""
CATALOG = ("stages", "channels", "touchpoints", "teams", "segments", "lanes")
STEP_COLUMNS = {
    "name": "Step",
    "touchpoint": "Touchpoint",
    "emotion": "Emotion",
    "feelings": "Feelings",
    "thinks": "Thinks",
    "says": "Says",
    "expects": "Expects",
    "gains": "Gains",
    "actors": "Actors",
    "moment_of_truth": "Moment of truth",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support",
    "systems": "Systems",
    "duration": "Duration",
    "lanes": "Personal data",
    "pains": "Pains",
    "ideas": "Ideas",
    "opportunities": "Opportunities",
    "leads_to": "Leads to",
    "evidence": "Evidence",
    "confidence": "Confidence",
}
HEAD = (
    *("personas", "state", "status", "owner", "reviewed", "tags", "segments", "objective", "scenario", "expectation"),
    *("trigger", "success", "scope", "metrics", "part_of", "baseline", "evidence", "links"),
)
PAIN = (
    *("severity", "frequency", "impact", "reach", "kind", "status", "owner", "cause", "workaround", "evidence"),
    *("since", "resolved"),
)


def markdown_pages(root: Path) -> Files:
    """The pages as (path below docs/, Markdown), from the YAML and CSV files of the project at `root`."""
    folder = root / "journeys"
    catalog = _read(folder / "catalog.yml")
    journeys = {path.relative_to(folder / "maps"): _read(path) for path in sorted((folder / "maps").rglob("*.yml"))}
    yield "index.md", f"{heading(1, catalog['name'])}{linked(catalog['description'])}\n"
    yield "journeys/index.md", _index(journeys)
    for path, journey in journeys.items():
        yield f"journeys/{path.with_suffix('.md').as_posix()}", _journey(journey)
    for path in sorted((folder / "personas").glob("*.yml")):
        yield f"personas/{path.stem}.md", _whole(_read(path), "name")
    yield "pains.md", _pains(journeys)
    for name in ("opportunities", "evidence"):
        documents = [(path.stem, _read(path)) for path in sorted((folder / name).glob("*.yml"))]
        yield f"{name}.md", heading(1, name.capitalize()) + "".join(_document(*one) for one in documents)
        yield from ((f"{name}/{id}.md", _document(id, values, level=1)) for id, values in documents)
    yield "metrics.md", heading(1, "Metrics") + "".join(_metric(folder, metric) for metric in catalog["metrics"])
    yield from ((f"metrics/{one['id']}.md", _metric(folder, one, level=1)) for one in catalog["metrics"])
    yield from thing_pages(catalog, journeys)
    yield "catalog.md", heading(1, "Catalog") + "".join(_things(name, catalog[name]) for name in CATALOG)


def write_site(atlas: Path, site: Path) -> None:
    """Writes the pages of the atlas in `atlas`, and a configuration, below `site`."""
    for name, text in [("../mkdocs.yml", CONFIG), *markdown_pages(atlas)]:
        path = site / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _read(path: Path) -> Values:
    values: Values = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return values


def _journey(journey: Values) -> str:
    pains = [pain for stage in journey["stages"] for step in stage["steps"] for pain in step.get("pains", ())]
    return "".join(
        [
            heading(1, journey["title"]),
            labelled(journey, HEAD),
            heading(2, "Journey"),
            mermaid_journey(journey),
            *(_stage(stage) for stage in journey["stages"]),
            heading(2, "Pains"),
            *(_pain(pain) for pain in pains if isinstance(pain, dict)),
            heading(2, "Notes"),
            linked(journey["notes"]),
        ]
    )


def _stage(stage: Values) -> str:
    used = [key for key in STEP_COLUMNS if any(key in step for step in stage["steps"])]
    rows = ([cell(step.get(key)) for key in used] for step in stage["steps"])
    return (
        heading(2, str(stage["stage"]).capitalize())
        + labelled(stage, ("goal", "expectation", "duration", "volume", "metrics"))
        + table([STEP_COLUMNS[key] for key in used], rows)
    )


def _pain(pain: Values) -> str:
    anchor = f"pain-{pain['id']}"
    return heading(3, pain["title"], anchor) + labelled(pain, PAIN) + linked(pain["description"]) + "\n\n"


def _index(journeys: dict[Path, Values]) -> str:
    """A table for each group: Zensical refuses a section of more than 32,768 words, which one table would be."""
    groups: defaultdict[str, list[list[str]]] = defaultdict(list)
    for path, journey in journeys.items():
        link = f"[{cell(journey['title'])}]({path.with_suffix('.md').as_posix()})"
        about = (cell(journey[key]) for key in ("personas", "owner", "status", "reviewed"))
        groups[path.parent.as_posix()].append([link, *about])
    head = ["Journey", "Personas", "Owner", "Status", "Reviewed"]
    return heading(1, "Journeys") + "".join(heading(2, name) + table(head, rows) for name, rows in groups.items())


def _pains(journeys: dict[Path, Values]) -> str:
    """A table for each journey, for the same reason."""
    head = ["Pain", *(key.capitalize() for key in PAIN)]
    sections = (heading(2, one["title"]) + table(head, _pain_rows(path, one)) for path, one in journeys.items())
    return heading(1, "Pains") + "".join(sections)


def _pain_rows(path: Path, journey: Values) -> list[list[str]]:
    page = f"journeys/{path.with_suffix('.md').as_posix()}"
    pains = [pain for stage in journey["stages"] for step in stage["steps"] for pain in step.get("pains", ())]
    return [
        [f"[{cell(pain['title'])}]({page}#pain-{pain['id']})", *(cell(pain.get(key)) for key in PAIN)]
        for pain in pains
        if isinstance(pain, dict)
    ]


def _whole(values: Values, title: str) -> str:
    lists = {key: value for key, value in values.items() if isinstance(value, list) and value}
    rest = [key for key in values if key not in lists and key != title]
    sections = (f"{heading(2, key.capitalize())}{bullets(value)}" for key, value in lists.items())
    return heading(1, values[title]) + labelled(values, rest) + "".join(sections)


def _document(id: str, values: Values, level: int = 2) -> str:
    long = [key for key in ("description", "summary") if key in values]
    short = [key for key in values if key not in (*long, "title")]
    return (
        heading(level, values["title"], id)
        + "".join(f"{linked(values[key])}\n\n" for key in long)
        + labelled(values, short)
    )


def _metric(folder: Path, metric: Values, level: int = 2) -> str:
    with (folder / "metrics" / f"{metric['id']}.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(reader(file))
    keys = [key for key in metric if key != "name"]
    return heading(level, metric["name"], metric["id"]) + labelled(metric, keys) + table(head, rows)


def _things(name: str, things: Iterable[Values]) -> str:
    listed = list(things)
    keys = list(dict.fromkeys(key for thing in listed for key in thing))
    return heading(2, name.capitalize()) + table(keys, ([cell(thing.get(key)) for key in keys] for thing in listed))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench.markdown_site", description="Write an atlas as Markdown.")
    parser.add_argument("atlas", type=Path)
    parser.add_argument("site", type=Path)
    given = parser.parse_args()
    write_site(given.atlas, given.site)


if __name__ == "__main__":
    main()
