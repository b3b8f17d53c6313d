"""What can be read whole by its address: the text of a thing as it stands in its file, and what the format says."""

import json

from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.lint.rules import BY_ID
from mkdocs_journeys.mcp.workspace import AtlasState, UnansweredError
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.schema import text_of
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile.editing.blocks import lines_of, shifted
from mkdocs_journeys.yamlfile.editing.layout import Layout

MOST_NAMES = 100
"""Names of a kind in the overview."""


def overview(state: AtlasState) -> str:
    """What the atlas is called, how much there is of everything, and the names of its first things, as JSON."""
    atlas = state.sound
    values = {
        "name": atlas.catalog.name,
        "folder": state.tree.folder,
        "counts": {kind: len(things) for kind, things in state.things.items()},
        "stages": {id: one.name for id, one in atlas.stages.items()},
        "teams": _first({id: one.name for id, one in atlas.teams.items()}),
        "personas": _first({one.id: one.name for one in atlas.personas.values()}),
        "journeys": _first({one.id: one.title for one in atlas.journeys.values()}),
    }
    return json.dumps(values, indent=1, ensure_ascii=False)


def _first(names: dict[str, str]) -> dict[str, str]:
    """The first names by id; `search` finds the others."""
    return dict(list(names.items())[:MOST_NAMES])


def source(state: AtlasState, kind: str, id: str) -> str:
    """A thing as it stands in its file, below a comment with FILE:LINE."""
    thing = state.thing(kind, id)
    return f"# {state.where(thing)}\n{_text(state, thing)}"


def _text(state: AtlasState, thing: Entity) -> str:
    content = state.tree.files[thing.file]
    text = content.decode("utf-8-sig", "replace")
    layout = Layout.from_bytes(content) if thing.path else None
    lines = lines_of(layout, thing.path) if layout else None
    return shifted(lines, 0).text if lines else text


def schema(kind: str) -> str:
    """The JSON Schema of a kind of file."""
    if kind not in MODELS:
        raise UnansweredError(f"There is no schema '{kind}'. There are {listed(sorted(MODELS), 'and')}.")
    return text_of(kind)


def rule(id: str) -> str:
    """What a rule finds, why it matters and how to mend it."""
    if id not in BY_ID:
        near = suggest(id, BY_ID)
        raise UnansweredError(f"There is no rule '{id}'." + (f" Did you mean '{near}'?" if near else ""))
    return BY_ID[id].text
