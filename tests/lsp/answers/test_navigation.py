"""From a name to what it names, and to all that names it."""

import pytest

from lsp.support_marked import MEASURED, SMALL, snapshot_of
from mkdocs_journeys.load import FileRole
from mkdocs_journeys.lsp.answers.navigation import Found, definition_of, references_to
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.document import document_of
from mkdocs_journeys.lsp.text.names import IdInText, names_in
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS

BUY = "journeys/maps/buy.yml"
KINDS = (*DOCUMENTS, "pain", "finding", "step", "asset", *CATALOG_LISTS.values())


def name(kind: str, id: str) -> IdInText:
    return IdInText(kind, id, 0, 0)


@pytest.fixture(scope="module")
def named(example: Snapshot) -> list[tuple[str, IdInText]]:
    """Every name in the texts of the example, with its file."""
    return [
        (path, one)
        for path, data in example.files.items()
        if isinstance(role := example.role(path), FileRole)
        for one in names_in(document_of(data).text, role)
    ]


def text_in(files: dict[str, str], found: Found) -> str:
    return files[found.file][found.start : found.end]


@pytest.mark.parametrize(
    ("kind", "id", "file", "text"),
    [
        ("persona", "ana", "journeys/personas/ana.yml", ""),
        ("touchpoint", "pricing-page", "journeys/catalog.yml", "pricing-page"),
        ("pain", "hidden-fees", BUY, "hidden-fees"),
        ("step", "buy/compare", BUY, "compare"),
        ("finding", "interviews/fees", "journeys/evidence/interviews.yml", "fees"),
    ],
)
def test_a_definition_is_found_where_it_stands(kind: str, id: str, file: str, text: str) -> None:
    found = definition_of(name(kind, id), BUY, snapshot_of(SMALL), SMALL.__getitem__)
    assert found is not None
    assert found.file == file
    assert text_in(SMALL, found) == text


def test_a_picture_is_opened_itself() -> None:
    found = definition_of(name("asset", "plans.png"), BUY, snapshot_of(SMALL), SMALL.__getitem__)
    assert found == Found("journeys/assets/plans.png")


@pytest.mark.parametrize("kind", ["persona", "touchpoint", "pain", "step", "finding", "solution", "nothing"])
def test_what_is_not_there_has_no_definition(kind: str) -> None:
    assert definition_of(name(kind, "buy/none"), BUY, snapshot_of(SMALL), SMALL.__getitem__) is None


@pytest.mark.parametrize("kind", KINDS)
def test_references_are_as_many_as_are_counted_and_stand_where_the_id_is(kind: str, example: Snapshot) -> None:
    texts = {path: document_of(data).text for path, data in example.files.items()}
    for id in list(example.things(kind))[:12]:
        found = list(references_to(name(kind, id), "", example, texts.__getitem__))
        in_yaml = [one for one in found if not one.file.endswith(".csv")]
        own = id.rpartition("/")[2] if kind in ("finding", "step") else id
        assert {text_in(texts, one) for one in found} <= {own}
        counted = example.uses(kind)[id] - (len(found) - len(in_yaml))
        assert len(in_yaml) == counted


@pytest.mark.parametrize("kind", KINDS)
def test_what_loading_knows_and_what_is_read_are_the_same_references(
    kind: str, example: Snapshot, named: list[tuple[str, IdInText]]
) -> None:
    texts = {path: document_of(data).text for path, data in example.files.items()}
    for id in list(example.things(kind))[:4]:
        known = list(references_to(name(kind, id), "", example, texts.__getitem__))
        read = [
            Found(path, one.start, one.end)
            for path, one in named
            if (one.kind, one.id) == (kind, id) and not one.is_definition
        ]
        assert [one for one in known if one.file.endswith(".yml")] == sorted(read) or sorted(known) == sorted(read)


def test_an_unsaved_reference_is_found_and_a_removed_one_is_not() -> None:
    now = SMALL | {BUY: SMALL[BUY].replace("personas: ana", "personas: tom")}
    snapshot = snapshot_of(SMALL)
    assert list(references_to(name("persona", "ana"), BUY, snapshot, now.__getitem__)) == []
    broken = SMALL | {BUY: SMALL[BUY].replace("personas: ana", "personas: [ana, ana")}
    found = list(references_to(name("persona", "ana"), BUY, snapshot_of(broken), broken.__getitem__))
    assert [text_in(broken, one) for one in found] == ["ana", "ana"]


def test_a_step_is_named_in_its_own_journey_alone() -> None:
    found = list(references_to(name("step", "buy/compare"), BUY, snapshot_of(SMALL), SMALL.__getitem__))
    assert [text_in(SMALL, one) for one in found] == ["compare"]


MEASURE = "journeys/measure.yml"


def test_a_step_that_is_measured_leads_from_measure_yml_to_its_map_and_back() -> None:
    step, snapshot = name("step", "buy/compare"), snapshot_of(MEASURED)
    found = definition_of(step, MEASURE, snapshot, MEASURED.__getitem__)
    assert found is not None
    assert (found.file, text_in(MEASURED, found)) == (BUY, "compare")
    for file in (MEASURE, BUY):
        places = list(references_to(step, file, snapshot, MEASURED.__getitem__))
        assert [(one.file, text_in(MEASURED, one)) for one in places] == [(BUY, "compare"), (MEASURE, "compare")]


def test_a_metric_that_is_measured_leads_to_the_catalog_and_back() -> None:
    metric, snapshot = name("metric", "visits"), snapshot_of(MEASURED)
    found = definition_of(metric, MEASURE, snapshot, MEASURED.__getitem__)
    assert found is not None
    assert found.file == "journeys/catalog.yml"
    places = list(references_to(metric, "journeys/catalog.yml", snapshot, MEASURED.__getitem__))
    assert [(one.file, text_in(MEASURED, one)) for one in places] == [(MEASURE, "visits")]


def test_segments_in_figures_are_references(example: Snapshot) -> None:
    texts = {path: document_of(data).text for path, data in example.files.items()}
    found = list(references_to(name("segment", "small-firm"), "", example, texts.__getitem__))
    assert any(one.file.endswith(".csv") for one in found)
