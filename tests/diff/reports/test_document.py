"""What is read from a report that nobody trusts."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from diff.reports.support_documents import document, drafted, item, journey, step
from diff.reports.support_hostile import atlas
from mkdocs_journeys.diff.reports.document import LARGEST, Document, Unreadable, read
from mkdocs_journeys.diff.reports.json import report, schema

SCHEMA = Draft202012Validator(schema())
WHOLE = Document(format=1, changes=(item(1),), journeys=(journey(step(1, 0, 1.5), changes=("0" * 16,)),))
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(0.1, 0.9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "file"]), inner, max_size=2),
    max_leaves=4,
)


def paths(value: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(path for key, part in inner for path in paths(part, (*here, key)))]


def is_read(data: Any) -> bool:
    try:
        read(json.dumps(data).encode())
    except Unreadable:
        return False
    return True


def test_what_was_written_is_read_again() -> None:
    for seed in range(20):
        made = drafted(seed)
        assert read(report(made).encode()) == made
    hostile = document(atlas("`@all` *x*", later=False), atlas("`@all` *x*", later=True))
    assert read(report(hostile).encode()) == hostile


@given(st.data())
def test_the_reader_and_the_schema_agree_on_what_is_a_report(data: st.DataObject) -> None:
    values = json.loads(report(WHOLE))
    path = data.draw(st.sampled_from(paths(values)[1:]))
    place = values
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = data.draw(JUNK)
    assert is_read(values) == SCHEMA.is_valid(values), values


@pytest.mark.parametrize("key", ["format", "changes"])
def test_a_report_without_what_it_needs_is_none(key: str) -> None:
    values = json.loads(report(WHOLE))
    del values[key]
    assert not is_read(values)
    assert not SCHEMA.is_valid(values)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"format": 1, "changes": [], "pull_request": 7}',
        b'{"format": 2, "changes": []}',
        b'{"format": true, "changes": []}',
        b'{"format": 1, "changes": ["\\ud800"]}',
        b'{"format": 1, "changes": []}' + b" " * LARGEST,
    ],
)
def test_other_bytes_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert len(str(caught.value).splitlines()) == 1


def test_nothing_of_a_refused_report_is_repeated() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b'{"format": 1, "changes": [{"@acme/all": 1}], "@acme/all": "\\u001b[2J"}')
    assert "acme" not in str(caught.value)
