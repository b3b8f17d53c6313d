"""Values of any shape in any field: what is said is a sentence with a hint, and nothing is ever raised."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.load.files import FileRole
from mkdocs_journeys.load.messages.shapes import hint_for_block, hint_for_list, hint_for_text
from mkdocs_journeys.load.parse import parse_file
from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.model.base import models_in
from mkdocs_journeys.model.references import Path

NAMES = st.sampled_from(["name", "id", "title", "text", "src", "stage", "steps", "x", "Pays", ""])
TEXTS = st.text("ab: #-'\"[]{},;“”\n", max_size=20) | st.sampled_from(
    ["- a\n- b", "• a • b", "maya, tom", "https://a.b/c"]
)
SCALARS = TEXTS | st.integers(-3, 300) | st.floats(-3, 300) | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def paths(model: type[Model], above: Path = ()) -> Iterator[Path]:
    """The path of every field, as the first item where it stands in a list."""
    for name, field in model.model_fields.items():
        yield (*above, name)
        for inner in models_in(field.annotation):
            yield from paths(inner, (*above, name, 0))


ALL = [(kind, path) for kind, model in MODELS.items() for path in paths(model)]


def around(path: Path, value: object) -> object:
    """The value at a path, in a file that holds nothing else."""
    for part in reversed(path):
        value = {part: value} if isinstance(part, str) else [value]
    return value


@given(st.sampled_from(ALL), VALUES)
def test_a_value_of_any_shape_is_told_of_in_whole_sentences(place: tuple[str, Path], value: object) -> None:
    kind, path = place
    content = json.dumps(around(path, value), ensure_ascii=False).encode()
    for problem in parse_file(FileRole("x.yml", kind, "x"), content).problems:
        assert problem.message.endswith((".", "?"))
        assert problem.hint.endswith((".", "?"))
        assert "\n" not in problem.message + problem.hint


PLACES = [pytest.param(*place, id="-".join(map(str, (place[0], *place[1])))) for place in ALL]


@pytest.mark.parametrize(("kind", "path"), PLACES)
def test_there_is_a_hint_for_every_field(kind: str, path: Path) -> None:
    for value in ({}, [], {"a": None}, {"a": {"b": 1}}, ["a", {"b": []}], "a text", 5, True):
        assert hint_for_list(kind, path, value).endswith(".")
        assert hint_for_block(kind, path, value).endswith(".")
        assert hint_for_block(kind, (*path, 0), value).endswith(".")
        if isinstance(value, dict | list):
            assert hint_for_text(kind, path, value).endswith(".")
