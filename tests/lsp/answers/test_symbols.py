"""The parts of a file, and the things of an atlas."""

from lsp.support_marked import SMALL, role_of_kind, snapshot_of
from mkdocs_journeys.lsp.answers.symbols import MOST, FileSymbol, place_of, symbols_in, things_called
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.document import document_of

BUY = SMALL["journeys/maps/buy.yml"]


def outline(symbols: tuple[FileSymbol, ...], depth: int = 0) -> list[str]:
    return [
        line for one in symbols for line in [f"{'  ' * depth}{one.noun} {one.name}", *outline(one.inside, depth + 1)]
    ]


def test_a_journey_is_a_tree_of_stages_steps_and_pains() -> None:
    assert outline(symbols_in(BUY, role_of_kind("journey"))) == [
        "journey Buy it",
        "  stage decision",
        "    step Compares the plans",
        "      pain The price shows late",
        "    step Pays",
    ]


def test_the_catalog_lists_its_entries_in_whatever_style() -> None:
    text = "format: 1\nstages:\n  - id: one\n    name: The first\nteams: [{id: a, name: A}, {id: b, name: B}]\n"
    assert outline(symbols_in(text, role_of_kind("catalog"))) == [
        "catalog catalog",
        "  stage The first",
        "  team A",
        "  team B",
    ]


def test_a_part_holds_its_name_and_its_parts(example: Snapshot) -> None:
    def check(one: FileSymbol) -> None:
        assert one.start <= one.name_start <= one.name_end <= one.end
        for inner in one.inside:
            assert one.start <= inner.start <= inner.end <= one.end
            check(inner)

    for path, data in example.files.items():
        role = example.role(path)
        for symbol in symbols_in(document_of(data).text, role) if role else ():
            check(symbol)


def test_a_broken_file_has_its_parts_too() -> None:
    text = BUY.replace("touchpoint: pricing-page\n        pains", "touchpoint: [pricing-page\n        pains")
    assert outline(symbols_in(text, role_of_kind("journey"))) == outline(symbols_in(BUY, role_of_kind("journey")))


def test_figures_have_no_parts(example: Snapshot) -> None:
    role = example.role("journeys/metrics/nps.csv")
    assert role
    assert symbols_in("date,value\n", role) == ()


def test_things_are_found_by_their_id_or_name() -> None:
    snapshot = snapshot_of(SMALL)
    assert [thing.id for thing in things_called("price", snapshot)] == ["one-price", "hidden-fees"]
    assert [thing.id for thing in things_called("PAG", snapshot)] == ["pricing-page"]
    assert things_called("no such thing", snapshot) == []
    assert len(things_called("", snapshot)) <= MOST


def test_those_that_begin_with_the_letters_come_first() -> None:
    files = SMALL | {"journeys/personas/manager.yml": "name: A manager\n", "journeys/personas/ana-2.yml": "name: B\n"}
    assert [thing.id for thing in things_called("ana", snapshot_of(files))][:3] == ["ana", "ana-2", "manager"]


def test_a_thing_is_found_where_it_is_given(example: Snapshot) -> None:
    texts = {path: document_of(data).text for path, data in example.files.items()}
    for thing in things_called("fe", example):
        found = place_of(thing, example, texts.__getitem__)
        text = texts[found.file]
        assert text[found.start : found.end] in (thing.id, "")
        assert found.end == 0 or text[: found.start].endswith("id: ")


def test_a_pain_is_told_from_a_step_with_its_id() -> None:
    text = BUY.replace("id: compare", "id: hidden-fees")
    files = SMALL | {"journeys/maps/buy.yml": text.replace("[compare]", "[hidden-fees]")}
    snapshot = snapshot_of(files)
    found = place_of(snapshot.things("pain")["hidden-fees"], snapshot, files.__getitem__)
    assert files[found.file][: found.start].endswith("- id: ")
