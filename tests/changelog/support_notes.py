"""Release notes on two small atlases that are written as files."""

from functools import cache
from typing import Any

from mkdocs_journeys.changelog import LoadedStates, ReleaseNotes, TimePoint, load_states, release_notes
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.sources.tree import Tree
from reports.support_hostile import atlas
from reports.test_escape import NAUGHTY

CATALOG = """\
format: 1
name: Ours
stages: [{id: decision, name: Decide}]
channels: [{id: web, name: Web, kind: digital}]
touchpoints: [{id: shop, name: The shop, channel: web}]
teams: [{id: growth, name: Growth team}, {id: care, name: Care team}]
metrics:
  - {id: nps, name: Would recommend us, kind: nps, unit: points, target: 40, by: 2026-12-31, team: growth}
  - {id: sales, name: Sales, kind: count, better: higher, team: care}
"""
PEOPLE = {"journeys/catalog.yml": CATALOG, "journeys/personas/ana.yml": "name: Ana\n"}

MORE = [
    '{{ config.site_url }} {% raw %} {# x #} {: .attr } {++x++} ++ctrl+c++ --8<-- "x" [[wiki]] ^^x^^ ~x~',
    "<@U123> <!channel> <https://example.com|x> *b* _i_ ~s~ `c` :wave: &lt;!here&gt; @here #general",
    "{{DATE(2026-01-01T00:00:00Z, SHORT)}} ${x} <at>Ann</at> [x](https://example.com) **b**",
    "_x_ __x__ snake_case 1_000 JIRA-12 GHSA-aaaa-bbbb-cccc gh-12 0123456789abcdef0123456789abcdef01234567",
    "- item 1. item # heading > quote | cell | --- *** ___",
]
"""Texts that mean something to plugins of MkDocs, to Slack, to cards and to git hosts."""
HOSTILE = [*(text for text in NAUGHTY if text.strip() and text != "\ud800" and "\x00" not in text), *MORE]
"""Such texts that may be names in an atlas."""


def journey(title: str, owner: str, *steps: str) -> str:
    """A journey of one stage."""
    lines = "\n".join(f"      - {step}" for step in steps)
    return f"title: {title}\npersonas: ana\nowner: {owner}\nstages:\n  - stage: decision\n    steps:\n{lines}\n"


def maps(**texts: str) -> dict[str, str]:
    """The files of journeys by their ids, in which `_` stands for `-`, and those that every atlas needs."""
    return PEOPLE | {f"journeys/maps/{id.replace('_', '-')}.yml": text for id, text in texts.items()}


def tree(files: dict[str, str]) -> Tree:
    """Files as a tree."""
    return Tree({path: text.encode() for path, text in sorted(files.items())})


def states(old: dict[str, str], new: dict[str, str]) -> LoadedStates:
    """Both atlases; without any files on a side, that has no journeys."""
    loaded = load_states(*(tree(files) if files else None for files in (old, new)))
    assert isinstance(loaded, LoadedStates), loaded
    return loaded


def notes(old: dict[str, str], new: dict[str, str], **more: Any) -> ReleaseNotes:
    """Release notes of a summer."""
    return release_notes(states(old, new), TimePoint("v1"), TimePoint("v2"), **more)


def hostile_notes(text: str, **more: Any) -> ReleaseNotes:
    """Notes on an atlas in which everything is called so, by somebody of that name."""
    old, new = atlas(text, later=False), atlas(text, later=True)
    loaded = LoadedStates(Comparison(old, new), old, new)
    more = {"contributors": [text], "site_url": "https://maps.example.com", **more}
    return release_notes(loaded, TimePoint(text), TimePoint(text), **more)


@cache
def many_changed(number: int) -> ReleaseNotes:
    """Notes in which so many journeys got worse, each with long names."""
    name = "A step with a name & of <many> words that goes on and on " * 3
    files = [
        maps(
            **{
                f"j{at}": journey(
                    f"Journey {at} {name}",
                    "growth",
                    *(f"{{name: '{name}{step}', emotion: {felt}}}" for step in range(9)),
                )
                for at in range(number)
            }
        )
        for felt in (1, -1)
    ]
    return notes(*files, site_url="https://maps.example.com/a/long/way/to/the/site")
