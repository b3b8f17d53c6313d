"""What is read from an untrusted report, and the steps of a journey before and after, side by side."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog, Journey, Step
from mkdocs_journeys.reports.document import LARGEST, DiffDocument, InvalidReport, read
from mkdocs_journeys.reports.json import format_diff
from reports.support_documents import ACCEPTED, changes_schema, document, drafted, item, journey, mistake, step
from reports.support_hostile import atlas

CATALOG = Catalog.model_validate(
    {"format": 1, "id": "catalog", "path": "journeys/catalog.yml", "stages": [{"id": "decision", "name": "Decision"}]}
)
SCHEMA = Draft202012Validator(changes_schema())
WHOLE = DiffDocument(
    format=1,
    changes=(item(1), item(2, acknowledged=ACCEPTED)),
    journeys=(journey(step(1, 0, 1.5), changes=("0" * 16,)),),
    problems=(mistake(),),
    absent="base",
)
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
    except InvalidReport:
        return False
    return True


def test_what_was_written_is_read_again() -> None:
    for seed in range(20):
        made = drafted(seed)
        assert read(format_diff(made).encode()) == made
    hostile = document(atlas("`@all` *x*", later=False), atlas("`@all` *x*", later=True))
    assert read(format_diff(hostile).encode()) == hostile


@given(st.data())
def test_the_reader_and_the_schema_agree_on_what_is_a_report(data: st.DataObject) -> None:
    values = json.loads(format_diff(WHOLE))
    path = data.draw(st.sampled_from(paths(values)[1:]))
    place = values
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = data.draw(JUNK)
    assert is_read(values) == SCHEMA.is_valid(values), values


@pytest.mark.parametrize("key", ["format", "changes"])
def test_a_report_without_what_it_needs_is_none(key: str) -> None:
    values = json.loads(format_diff(WHOLE))
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
    with pytest.raises(InvalidReport) as caught:
        read(data)
    assert len(str(caught.value).splitlines()) == 1


def test_nothing_of_a_refused_report_is_repeated() -> None:
    with pytest.raises(InvalidReport) as caught:
        read(b'{"format": 1, "changes": [{"@acme/all": 1}], "@acme/all": "\\u001b[2J"}')
    assert "acme" not in str(caught.value)


def felt(*steps: tuple[str, int | None], id: str = "buy") -> Atlas:
    values = {
        "id": id,
        "path": f"journeys/maps/{id}.yml",
        "title": "Buy it",
        "personas": ["maya"],
        "stages": [{"stage": "decision", "steps": [{"name": name, "emotion": felt} for name, felt in steps]}],
    }
    return Atlas(catalog=CATALOG, journeys={id: Journey.model_validate(values)})


def aligned(old: Atlas, new: Atlas) -> list[tuple[object, ...]]:
    [journey] = document(old, new).journeys
    return [(step.name, step.was, step.number, step.before, step.after) for step in journey.steps]


def test_a_step_that_came_and_one_that_went_stand_in_their_places() -> None:
    old = felt(("Looks around", 1), ("Asks a friend", -1), ("Pays the bill", 0))
    new = felt(("Looks around", 2), ("Pays the bill", 0), ("Gets it by post", 1))
    assert aligned(old, new) == [
        ("Looks around", 1, 1, 1.0, 2.0),
        ("Asks a friend", 2, None, -1.0, None),
        ("Pays the bill", 3, 2, 0.0, 0.0),
        ("Gets it by post", None, 3, None, 1.0),
    ]


def test_a_journey_of_another_name_is_still_compared_with_itself() -> None:
    steps = (("Looks around", 1), ("Pays the bill", 0))
    assert aligned(felt(*steps), felt(*steps, id="purchase"))[0] == ("Looks around", 1, 1, 1.0, 1.0)


def test_a_new_journey_has_nothing_before() -> None:
    new = felt(("Looks around", 1))
    assert aligned(Atlas(catalog=CATALOG), new) == [("Looks around", None, 1, None, 1.0)]
    assert aligned(new, Atlas(catalog=CATALOG)) == [("Looks around", 1, None, 1.0, None)]


def test_steps_that_not_everybody_takes_stand_beside_the_main_way() -> None:
    steps = (walked("Asks"), walked("Waits", optional=True), walked("Pays", path="a"), walked("Leaves", path="b"))
    old, new = (whole(walked(one.name, emotion=0) for one in steps), whole(steps))
    (part,) = document(old, new).journeys
    assert part.ways_before == ()
    assert part.ways_after == ((1, 3), (1, 2, 3), (1, 4))


def test_a_report_of_before_there_were_ways_is_read() -> None:
    values = json.loads(format_diff(WHOLE))
    del values["journeys"][0]["ways_before"], values["journeys"][0]["ways_after"]
    assert read(json.dumps(values).encode()) == WHOLE
    assert SCHEMA.is_valid(values)


def test_a_report_with_decimals_and_ways_fits_its_schema() -> None:
    for seed in range(20):
        made = json.loads(format_diff(drafted(seed)))
        SCHEMA.validate(made)


def test_a_report_of_before_there_were_mistakes_in_it_is_read() -> None:
    values = json.loads(format_diff(DiffDocument(format=1, changes=(item(1),))))
    del values["problems"], values["absent"], values["changes"][0]["acknowledged"]
    assert SCHEMA.is_valid(values)
    assert read(json.dumps(values).encode()).changes == (item(1),)


def walked(name: str, **fields: Any) -> Step:
    return Step.model_validate({"name": name, "emotion": 1, **fields})


def whole(steps: Iterable[Step]) -> Atlas:
    values = {"id": "buy", "path": "journeys/maps/buy.yml", "title": "Buy it", "personas": ["maya"]}
    stages = [{"stage": "decision", "steps": list(steps)}]
    paths = {"a": "It works", "b": "It does not"}
    return Atlas(catalog=CATALOG, journeys={"buy": Journey.model_validate(values | {"stages": stages, "paths": paths})})
