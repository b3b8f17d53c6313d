"""A file is parsed alike by both readers, as its author plainly meant it, and its summary can be sent elsewhere."""

import pickle
from collections.abc import Iterator

import pytest

from mkdocs_journeys.load import FileRole, ParsedFile, parse_file, role_of
from mkdocs_journeys.load.identifiers import defined_ids, link_targets, paths_of_ids
from mkdocs_journeys.load.parse import Summary, parse_summarized, summarize
from mkdocs_journeys.model import MODELS, Journey, Persona, Step
from mkdocs_journeys.model.references import ids_in, references_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read


def summaries(tree: Tree) -> Iterator[tuple[FileRole, bytes, Summary]]:
    """The files that the fast reader can read, with their summaries."""
    for path, data in tree.files.items():
        role = role_of(path, tree.folder)
        if isinstance(role, FileRole) and role.kind != "figures" and (found := summarize(role.kind, data)):
            yield role, data, found


def as_names(ids: dict[str, list[str]]) -> set[tuple[str, str]]:
    return {(kind, id) for kind, of_kind in ids.items() for id in of_kind}


def test_it_names_what_the_model_of_the_file_names(good_tree: Tree) -> None:
    for role, data, found in summaries(good_tree):
        model = parse_file(role, data).model
        assert model is not None
        assert as_names(dict(found.named)) == {(one.kind, one.target) for one in references_of(model)}


def test_it_can_be_sent_to_another_process(good_tree: Tree) -> None:
    for _, _, found in summaries(good_tree):
        assert pickle.loads(pickle.dumps(tuple(found))) == tuple(found)


def test_each_id_that_a_file_gives_stands_at_its_path(good_tree: Tree) -> None:
    kinds = set()
    for path, data in good_tree.files.items():
        role, (values, _) = role_of(path, good_tree.folder), read(data, path)
        if isinstance(role, FileRole) and values is not None:
            given, paths = defined_ids(role.kind, values), paths_of_ids(role.kind, values)
            ways = [path[-1] for path in paths.get("path", ())]
            others = {kind: [value_at(values, path) for path in at] for kind, at in paths.items()}
            assert others | ({"path": ways} if "path" in paths else {}) == given
            kinds |= {kind for kind, ids in given.items() if ids}
    assert {"stage", "step", "used-stage", "pain", "solution", "finding", "path", "lifecycle"} <= kinds


def value_at(values: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        values = values[part]  # type: ignore[index]
    return values


def test_both_readers_say_the_same_of_a_file(good_tree: Tree) -> None:
    for role, data, _ in summaries(good_tree):
        fast, full = parse_file(role, data), parse_summarized(role, data, None)
        assert said(fast) == said(full)


def said(one: ParsedFile) -> tuple[object, ...]:
    spots = [(spot.kind, spot.target, spot.position) for spot in one.locations.mentions]
    return one.model, one.defined, as_names(dict(one.named)), one.linked, one.locations.defined, spots


@pytest.mark.parametrize("link", ["channel:web", "ftp://example.com"])
def test_a_file_with_a_link_that_it_may_not_have_is_left_to_the_thorough_reader(link: str) -> None:
    assert summarize("persona", f"name: Ann\nsummary: See [it]({link})\n".encode()) is None


@pytest.mark.parametrize(
    "values",
    [
        {"personas": {"maya": {}}, "stages": [1, {"steps": {"name": []}}, {"steps": [None, {"pains": "one"}]}]},
        {"stages": [{"stage": [[1]], "steps": [{"id": {}, "emotion": [{}], "says": {"text": 1}, "pains": [[], 1]}]}]},
        {"lanes": [], "scope": "x", "links": [3], "evidence": [{"a": []}], "notes": [1]},
    ],
)
def test_values_of_any_shape_have_a_summary(values: dict[str, object]) -> None:
    for kind, model in MODELS.items():
        assert defined_ids(kind, values).keys() == paths_of_ids(kind, values).keys()
        assert set(link_targets(kind, values) or ()) <= {"journey"}
        assert set(ids_in(model, values)) <= {"persona", "stage", "evidence"}


JOURNEY = "title: Buy\npersonas: maya\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"


def persona(text: str) -> Persona:
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    assert parsed.problems == ()
    assert isinstance(parsed.model, Persona)
    return parsed.model


def step(text: str) -> Step:
    parsed = parse_file(FileRole("journeys/maps/buy.yml", "journey", "buy"), f"{JOURNEY}{text}".encode())
    assert [problem for problem in parsed.problems if problem.severity == "error"] == []
    assert isinstance(parsed.model, Journey)
    return parsed.model.steps[0]


def rules(text: str) -> list[str]:
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    return [f"{problem.position.line}:{problem.position.column} {problem.rule}" for problem in parsed.problems]


@pytest.mark.parametrize("typed", ["2026", "007", "1.10", "-0", "0x1F", "1e3"])
def test_a_number_where_text_belongs_is_the_text_that_was_typed(typed: str) -> None:
    assert persona(f"name: {typed}\n").name == typed


def test_numbers_are_texts_in_lists_and_mappings_too() -> None:
    found = persona("name: Ann\ngoals: [1.50, two]\ndemographics: {Age: 34}\n")
    assert found.goals == ("1.50", "two")
    assert found.demographics == {"Age": "34"}


def test_a_number_may_be_an_id() -> None:
    assert persona("name: Ann\nowner: 2026\n").owner == "2026"
    assert step("        pains: [404]\n").pains == ("404",)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_optional_field_without_a_value_is_absent(nothing: str) -> None:
    found = persona(f"name: Ann\nkind: {nothing}\ngoals: {nothing}\nimage: {nothing}\nshare: {nothing}\n")
    assert (found.kind, found.goals, found.image, found.share) == ("persona", (), None, None)


def test_optional_fields_deep_inside_may_be_empty() -> None:
    found = step("        pains:\n          - id: slow\n            title: Slow\n            status:\n        lanes:\n")
    assert found.lanes == {}
    assert not isinstance(found.pains[0], str) and found.pains[0].status == "open"


def test_a_required_field_without_a_value_is_a_mistake_at_its_line() -> None:
    assert rules("role: Buyer\nname:\n") == ["2:1 field-empty"]


def test_an_empty_item_is_a_mistake() -> None:
    assert rules("name: Ann\ngoals:\n  - one\n  -\n") == ["4:4 field-empty"]


@pytest.mark.parametrize("value", ["true", "[x]", "{a: b}"])
def test_other_things_are_no_text(value: str) -> None:
    assert rules(f"name: {value}\n") == ["1:7 field-type"]


def test_fields_called_like_marks_of_the_checker_are_found() -> None:
    pain = "        pains:\n          - {id: slow, title: Slow, mapping: x, plain: z}\n"
    text = f"{pain}        emotion: {{mapping: 5}}\n"
    parsed = parse_file(FileRole("journeys/maps/buy.yml", "journey", "buy"), f"{JOURNEY}{text}".encode())
    assert [(p.position.line, p.position.column, p.rule) for p in parsed.problems] == [
        (9, 28, "field-value"),
        (8, 37, "field-unknown"),
        (8, 49, "field-unknown"),
    ]
    assert [(r.kind, r.target) for r in parsed.references if r.key] == [("persona", "mapping")]


def test_the_id_of_a_file_comes_from_its_name_alone() -> None:
    assert rules("id: bob\nname: Ann\n") == ["1:1 field-unknown"]
    assert rules("path: /etc/passwd\nname: Ann\n") == ["1:1 field-unknown"]
