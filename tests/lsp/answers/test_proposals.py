"""What is proposed at a cursor."""

import pytest

from lsp.support_marked import SMALL, labels, proposed, snapshot_of
from mkdocs_journeys.lsp.answers.proposals import MOST, Request, proposals_for
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.cursor import cursor_at
from support.environment import TODAY

STEP = "stages:\n  - stage: decision\n    steps:\n      - name: Pays at last\n"


@pytest.fixture(scope="module")
def small() -> Snapshot:
    return snapshot_of(SMALL)


def test_needed_keys_come_first_and_given_ones_are_left_out(small: Snapshot) -> None:
    assert labels("|", small)[:3] == ["title", "personas", "stages"]
    found = labels("title: x\n|\nstatus: live\n", small)
    assert found[:2] == ["personas", "stages"]
    assert not {"title", "status"} & set(found)


def test_a_key_comes_with_its_meaning(small: Snapshot) -> None:
    title = proposed("|", small)[0]
    assert title.detail == "text, needed"
    assert title.documentation.startswith("What the customer wants to get done, in their words.")


def test_an_id_comes_with_its_name_and_how_often_it_is_used(small: Snapshot) -> None:
    found = proposed(f"{STEP}        touchpoint: |", small)
    assert [(one.label, one.detail) for one in found] == [
        ("pricing-page", "Pricing page, used 2 times"),
        ("sign-up-form", "Sign-up form, not used yet"),
    ]


def test_ids_that_the_file_names_already_come_first(small: Snapshot) -> None:
    text = f"{STEP}        touchpoint: sign-up-form\n      - name: Looks\n        touchpoint: |"
    assert labels(text, small) == ["sign-up-form", "pricing-page"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("personas: |", ["ana", "tom"]),
        ("personas: [ana, |]", ["tom"]),
        ("stages:\n  - stage: |", ["decision", "awareness"]),
        ("stages:\n  - volume: |", ["visits"]),
        (f"{STEP}        evidence: [|]", ["interviews", "interviews/fees", "interviews/calls"]),
        (f"{STEP}        opportunities: [|]", ["one-price"]),
        (f"{STEP}        id: pay\n        leads_to: [|]", ["pay", "journey:buy"]),
        (f"{STEP}        emotion: {{|}}", ["ana", "tom"]),
        (f"{STEP}        emotion: |", ["-2", "-1", "0", "1", "2"]),
        (f"{STEP}        lanes:\n          |", ["regulation"]),
        (f"{STEP}        image: {{src: |}}", ["plans.png"]),
        (f"{STEP}        moment_of_truth: |", ["true", "false"]),
        (f"{STEP}        path: |", []),
        (f"paths: {{refused: It is refused}}\n{STEP}        path: |", ["refused"]),
        ("status: |", ["draft", "live", "retired"]),
        ("reviewed: |", ["2026-10-02"]),
        ("baseline: |", ["buy"]),
        ("objective: |", []),
        ("# |", []),
    ],
)
def test_values_are_those_that_the_format_takes(marked: str, wanted: list[str], small: Snapshot) -> None:
    assert labels(marked, small) == wanted


def test_an_id_is_made_from_the_name_beside_it(small: Snapshot) -> None:
    assert labels(f"{STEP}        id: |", small) == ["pays-at-last"]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("status:|", " draft"),
        ("metrics: |", "[nps]"),
        ("metrics: [|]", "nps"),
        ("metrics:\n  |", "- nps"),
        ("metrics:\n  - |", "nps"),
        ("metrics:\n  -|", " nps"),
        ("metrics:\n  - visits\n  |", "- nps"),
    ],
)
def test_what_is_missing_around_a_value_is_typed_with_it(marked: str, text: str, small: Snapshot) -> None:
    assert proposed(marked, small)[0].text == text


@pytest.mark.parametrize(
    ("marked", "label", "snippet"),
    [
        ("|", "title", "title: $1"),
        ("|", "stages", "stages:\n  - stage: $1\n    steps:\n      - name: $2"),
        ("|", "metrics", "metrics: [$1]"),
        ("|", "personas", "personas: $1"),
        ("|", "scope", "scope:\n  $1"),
        (f"{STEP}        |", "pains", "pains:\n  - id: $1\n    title: $2"),
        (f"{STEP}        |", "image", "image:\n  src: $1\n  alt: $2"),
        (f"{STEP}        |", "moment_of_truth", "moment_of_truth: true"),
        (f"{STEP}        |", "says", "says: [$1]"),
        (f"{STEP}        pains:\n          - |", "new pain", "id: $1\n  title: $2"),
        (f"{STEP}        pains:\n          |", "new pain", "- id: $1\n  title: $2"),
        ("stages:\n  - |", "steps", "steps:\n    - name: $1"),
        ("scope: {|}", "starts", "starts: $1"),
        ("ti|: x", "title", ""),
    ],
)
def test_a_block_comes_with_all_that_it_has_to_have(marked: str, label: str, snippet: str, small: Snapshot) -> None:
    found = {one.label: one for one in proposed(marked, small)}
    assert found[label].snippet == snippet


def test_a_key_with_a_colon_is_replaced_alone(small: Snapshot) -> None:
    assert {one.label: one.text for one in proposed("ti|: x", small)}["title"] == "title"


def test_a_link_in_rich_text_is_completed(small: Snapshot) -> None:
    assert "pain:" in labels("notes: >-\n  See [this](|", small)
    assert labels("notes: >-\n  See [this](pain:hid|", small) == ["hidden-fees"]
    assert labels("notes: >-\n  See [this](evidence:|", small) == ["interviews", "interviews/fees", "interviews/calls"]
    assert labels("notes: >-\n  pain:|", small) == []


def test_rules_and_their_levels_are_proposed_in_the_catalog(small: Snapshot) -> None:
    assert "no-low-point" in labels("lint:\n  rules:\n    |", small, "catalog")
    assert labels("lint:\n  rules:\n    no-low-point: |", small, "catalog") == ["error", "warning", "info", "off"]


def test_lanes_of_every_map_are_proposed_beside_those_of_the_catalog(small: Snapshot) -> None:
    found = labels("map: {lanes: [thinks, |]}", small, "catalog")
    assert found[0] == "regulation"
    assert "pains" in found
    assert "thinks" not in found


def test_an_id_that_yaml_would_misread_is_put_in_quotes() -> None:
    files = SMALL | {"journeys/personas/123.yml": "name: A number\n", "journeys/personas/no.yml": "name: Nora\n"}
    found = {one.label: one.text for one in proposed("personas: |", snapshot_of(files))}
    assert found["123"] == '"123"'
    assert found["no"] in ("no", '"no"')


def test_of_very_many_ids_those_with_the_letters_typed_are_proposed() -> None:
    personas = {f"journeys/personas/p-{number}.yml": f"name: Person {number}\n" for number in range(MOST + 50)}
    snapshot = snapshot_of(SMALL | personas)
    for text, count in (("personas: ", MOST), ("personas: p-24", 11)):
        role = snapshot.role("journeys/maps/new.yml")
        assert role
        found = proposals_for(Request(cursor_at(text, len(text)), text, role, snapshot, TODAY))
        assert len(found.items) == count
        assert not found.complete


def test_a_broken_file_is_completed_from_its_text(small: Snapshot) -> None:
    text = f"title: [never closed\npersonas: {{\n{STEP}        id: pay\n        leads_to: [|\n      - name: x\n   bad"
    assert labels(text, small) == ["pay", "journey:buy"]


def test_what_a_broken_file_held_last_is_still_proposed_elsewhere() -> None:
    from mkdocs_journeys.load import Loader
    from mkdocs_journeys.lsp.state.things import snapshot_after
    from mkdocs_journeys.sources.tree import Tree

    before = snapshot_of(SMALL)
    files = {path: text.encode() for path, text in SMALL.items()} | {"journeys/maps/buy.yml": b"title: [\n: :"}
    loader = Loader()
    atlas, problems = loader.load(Tree(files))
    after = snapshot_after(before, Tree(files), loader.parsed, atlas)
    assert problems
    assert labels(f"{STEP}        pains: [|]", after) == ["hidden-fees"]
    assert after.atlas is before.atlas


def test_definitions_are_helped_along_like_any_file(small: Snapshot) -> None:
    start = "format: 1\nsources:\n  - {id: web, shape: events, files: x.csv}\n"
    assert labels(f"{start}counts:\n  - metric: |", small, "measure") == [one.id for one in small.atlas.catalog.metrics]
    assert "mixpanel" in labels("format: 1\nsources:\n  - id: web\n    preset: |", small, "measure")
    assert {"window", "entry", "exclude"} <= set(labels(f"{start}funnels:\n  - source: web\n    |", small, "measure"))
