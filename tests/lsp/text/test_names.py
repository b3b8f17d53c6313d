"""What a text names is what loading finds in it."""

from collections import Counter
from pathlib import Path

import pytest

from lsp.support_marked import SMALL, role_of_kind, unmarked
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.lsp.text.names import IdInText, name_at, names_in
from mkdocs_journeys.refactor.mentions import LOCAL, mentions_of
from mkdocs_journeys.vocabulary import MAP_LANES

ROOT = Path(__file__).parents[3]
PATHS = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "journeys").rglob("*.yml"))]


def named(marked: str, kind: str = "journey") -> IdInText | None:
    text, offset = unmarked(marked)
    return name_at(text, role_of_kind(kind), offset)


@pytest.mark.parametrize("path", PATHS)
def test_a_sound_file_names_what_loading_says(path: str) -> None:
    data, role = (ROOT / path).read_bytes(), role_of(path, "journeys")
    assert isinstance(role, FileRole)
    parsed = parse_file(role, data)
    ours = {("lane", lane) for lane in MAP_LANES}
    mentions = [one for one in mentions_of(parsed) if one.kind != "lifecycle" and (one.kind, one.id) not in ours]
    wanted = Counter((mention.kind, mention.id) for mention in mentions)
    for link in parsed.locations.mentions:
        study, slash, _ = link.target.partition("/")
        wanted.update([(link.kind, study), ("finding", link.target)] if slash else [(link.kind, link.target)])
    own = [] if role.kind in ("catalog", "measure") else [(role.kind, role.id)]
    found = Counter((name.kind, name.id) for name in names_in(data.decode(), role) if name.kind != "asset")
    assert found == wanted + Counter(own)


@pytest.mark.parametrize("path", PATHS)
def test_an_id_stands_where_it_is_said_to_stand(path: str) -> None:
    text, role = (ROOT / path).read_text("utf-8"), role_of(path, "journeys")
    assert isinstance(role, FileRole)
    for name in names_in(text, role):
        own = name.id.rpartition("/")[2] if name.kind in LOCAL else name.id
        if (name.kind, name.id) != (role.kind, role.id):
            assert text[name.start : name.end] == own


@pytest.mark.parametrize(
    ("marked", "kind", "id"),
    [
        ("personas: a|na", "persona", "ana"),
        ("personas: [ana, t|om]", "persona", "tom"),
        ("evidence: [inter|views/fees]", "evidence", "interviews"),
        ("evidence: [interviews/fe|es]", "finding", "interviews/fees"),
        ("metrics: ['np|s']", "metric", "nps"),
        ("stages:\n  - stage: deci|sion", "stage", "decision"),
        ("stages:\n  - volume: vi|sits", "metric", "visits"),
        ("stages:\n  - steps:\n      - leads_to: [com|pare]", "step", "new/compare"),
        ("stages:\n  - steps:\n      - leads_to: ['journey:b|uy']", "journey", "buy"),
        ("stages:\n  - steps:\n      - emotion: {an|a: 1}", "persona", "ana"),
        ("stages:\n  - steps:\n      - thinks: {an|a: Hm}", "persona", "ana"),
        ("stages:\n  - steps:\n      - lanes:\n          regul|ation: x", "lane", "regulation"),
        ("stages:\n  - steps:\n      - path: ref|used", "path", "new/refused"),
        ("stages:\n  - steps:\n      - image: {src: assets/pl|ans.png}", "asset", "plans.png"),
        ("stages:\n  - steps:\n      - pains: [hid|den-fees]", "pain", "hidden-fees"),
        ("stages:\n  - steps:\n      - pains:\n          - id: ne|w-one", "pain", "new-one"),
        ("notes: See [it](pain:hidden-f|ees).", "pain", "hidden-fees"),
        ("notes: >-\n  See [it](evidence:inter|views/fees).", "evidence", "interviews"),
        ("title: Bu|y it", "journey", "new"),
    ],
)
def test_the_id_under_the_cursor_is_known(marked: str, kind: str, id: str) -> None:
    found = named(marked)
    assert found is not None
    assert (found.kind, found.id) == (kind, id)


def test_a_key_of_measure_yml_is_a_step_of_the_journey_beside_it_wherever_that_is_said() -> None:
    above = "journeys:\n  - journey: buy\n    steps: {com|pare: seen}\n"
    below = "journeys:\n  - journey: use\n  - steps:\n      com|pare: seen\n    journey: buy\n"
    assert [(one.kind, one.id) for text in (above, below) if (one := named(text, "measure"))] == [
        ("step", "buy/compare"),
        ("step", "buy/compare"),
    ]
    assert named("journeys:\n  - steps: {com|pare: seen}\n", "measure") is None
    assert named("journeys:\n  - journey: buy\n    steps: {compare: {wh|ere: {}}}\n", "measure") is None


@pytest.mark.parametrize(
    "marked", ["objective: Bu|y it", "# personas: a|na", "stages:\n  - steps:\n      - emotion: -|1"]
)
def test_free_text_and_figures_name_nothing(marked: str) -> None:
    assert named(marked) is None


def test_a_lane_that_every_map_has_is_nobody_s() -> None:
    assert named("map: {lanes: [pai|ns]}", "catalog") is None
    found = named("map: {lanes: [regul|ation]}", "catalog")
    assert found
    assert found.kind == "lane"


def test_names_are_found_in_a_broken_file() -> None:
    text = SMALL["journeys/maps/buy.yml"] + "  metrics: [nps, \n"
    assert "hidden-fees" in {name.id for name in names_in(text, role_of_kind("journey"))}
