"""The server as an editor meets it: over its standard streams, on a copy of the example atlas."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.language_client import CAPABILITIES

from lsp.sessions.support_client import client, uri
from lsp.sessions.support_editor import Editor
from mkdocs_journeys.lsp.text.document import UNITS, BufferPlace, BufferText
from support.environment import TODAY
from support.processes import BIN, run


def text_at(root: Path, location: dict[str, Any]) -> str:
    """The text of a file at a location."""
    path = next(path for path in root.rglob("*") if uri(path) == location["uri"])
    document = BufferText(path.read_text("utf-8"))
    start, end = (document.offset(BufferPlace(**location["range"][name])) for name in ("start", "end"))
    return document.text[start:end]


def test_the_problems_of_all_files_are_those_of_a_check(editor: Editor) -> None:
    said = run([BIN / "journeys", "check", "-q", "--today", TODAY.isoformat()], cwd=editor.root).stdout
    wanted = {line.partition(": ")[0] for line in said.splitlines()}

    def shown() -> set[str]:
        found = editor.client.diagnostics.items()
        return {
            f"{path.removeprefix(uri(editor.root) + '/')}:{at['range']['start']['line'] + 1}"
            for path, (_, problems) in found
            if path.startswith(uri(editor.root))
            for at in problems
        }

    editor.client.wait(lambda: shown() == {re.sub(r":\d+$", "", place) for place in wanted})


def test_a_mistake_in_an_unsaved_buffer_is_shown_and_goes_away(editor: Editor) -> None:
    editor.replace("touchpoint: pricing-page", "touchpoint: pricing-pag")
    (problem,) = editor.problems()
    assert problem["message"] == "There is no touchpoint 'pricing-pag'.\nDid you mean 'pricing-page'?"
    place = editor.place("touchpoint: pricing-pag", len("touchpoint: "))
    assert problem["range"]["start"] == {"line": place[0], "character": place[1]}
    editor.replace("touchpoint: pricing-pag\n", "touchpoint: pricing-page\n")
    assert editor.problems() == []


def test_a_mistake_in_the_catalog_is_shown_in_the_files_that_suffer(editor: Editor) -> None:
    catalog = Editor(editor.client, editor.root, "journeys/catalog.yml")
    catalog.replace("- id: pricing-page", "- id: price-page")
    editor.client.wait(lambda: "reference-unknown" in {one["code"] for one in editor.client.diagnostics[editor.uri][1]})


def test_a_file_that_changes_on_disk_is_read_again(editor: Editor) -> None:
    (registered,) = [one for one in editor.client.told if one["method"] == "client/registerCapability"]
    assert registered["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"
    path = editor.root / "journeys" / "personas" / "noemie-studio-lead.yml"
    path.rename(path.with_name("noemie.yml"))
    changes = [{"uri": uri(path), "type": 3}, {"uri": uri(path.with_name("noemie.yml")), "type": 1}]
    editor.client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    editor.client.wait(lambda: "reference-unknown" in {one["code"] for one in editor.client.diagnostics[editor.uri][1]})


def test_an_editor_that_watches_no_files_is_helped_too(simple_editor: Editor) -> None:
    assert simple_editor.problems() == []
    path = simple_editor.root / "journeys" / "personas" / "noemie-studio-lead.yml"
    path.rename(path.with_name("noemie.yml"))
    simple_editor.client.wait(lambda: simple_editor.client.diagnostics[simple_editor.uri][1])


def test_a_buffer_that_is_closed_counts_no_more(editor: Editor) -> None:
    editor.replace("personas: noemie-studio-lead", "personas: nobody")
    assert editor.rules() == {"reference-unknown"}
    editor.client.close(editor.uri)
    editor.client.wait(lambda: editor.client.diagnostics[editor.uri] == (None, []))


def test_completion_comes_with_names_counts_and_cards(editor: Editor) -> None:
    line, character = editor.place("touchpoint: pricing-page", len("touchpoint: "))
    found = editor.client.at("completion", editor.uri, line, character)
    item = next(one for one in found["items"] if one["label"] == "pricing-page")
    assert re.fullmatch(r"Pricing page, used \d+ times", item["detail"])
    assert item["textEdit"]["range"]["end"]["character"] == character + len("pricing-page")
    resolved = editor.client.request("completionItem/resolve", item)
    assert resolved["documentation"]["value"].startswith("**Pricing page**")


def test_hover_shows_a_pain_with_its_score(editor: Editor) -> None:
    found = editor.client.at("hover", editor.uri, *editor.place("id: hidden-fees", 6))
    assert "Score 100, high: 4 × 4 × 4 ÷ 64 × 100 × 1.0 = 100" in found["contents"]["value"]
    assert editor.client.at("hover", editor.uri, *editor.place("objective: Raise", 13)) is None


@pytest.mark.parametrize(
    ("words", "inside", "target"),
    [
        ("touchpoint: pricing-page", 14, "pricing-page"),
        ("leads_to: [start-trial", 12, "start-trial"),
        ("evidence: [interviews-2026-06/fees-surprise", 35, "fees-surprise"),
        ("personas: noemie-studio-lead", 12, ""),
        ("opportunity:one-honest-price", 14, ""),
    ],
)
def test_a_definition_is_gone_to(words: str, inside: int, target: str, editor: Editor) -> None:
    found = editor.client.at("definition", editor.uri, *editor.place(words, inside))
    assert text_at(editor.root, found) == target


def test_all_references_are_found(editor: Editor) -> None:
    place = editor.place("id: hidden-fees", 6)
    for declared in (True, False):
        found = editor.client.at("references", editor.uri, *place, context={"includeDeclaration": declared})
        assert {text_at(editor.root, one) for one in found} == {"hidden-fees"}
        assert len(found) == 4 + declared


def test_symbols_of_a_file_and_of_the_atlas_are_listed(editor: Editor) -> None:
    document = {"textDocument": {"uri": editor.uri}}
    (journey,) = editor.client.request("textDocument/documentSymbol", document)
    assert journey["name"] == "Find out whether the trial is worth paying for"
    assert "awareness" in [stage["name"] for stage in journey["children"]]
    found = editor.client.request("workspace/symbol", {"query": "hidden"})
    assert [one["name"] for one in found] == ["hidden-fees: The full price shows only at checkout"]
    assert text_at(editor.root, found[0]["location"]) == "hidden-fees"


def test_a_page_is_opened_at_the_address_of_the_site(example_copy: Path, tmp_path: Path) -> None:
    with client(tmp_path / "log", "--site", "https://wrong.example/") as one:
        one.initialize(uri(example_copy), options={"site": "https://cx.example/maps/"})
        opened = Editor(one, example_copy)
        opened.problems()
        lenses = one.request("textDocument/codeLens", {"textDocument": {"uri": opened.uri}})
        titles = [lens["command"]["title"] for lens in lenses]
        assert titles[0] == "Open the page"
        assert "Score 100, high: 4 × 4 × 4 ÷ 64 × 100 × 1.0 = 100" in titles
        one.request("workspace/executeCommand", lenses[0]["command"])
        (asked,) = [told["params"] for told in one.told if told["method"] == "window/showDocument"]
        assert asked == {"uri": "https://cx.example/maps/journeys/try-before-paying/", "external": True}


def test_only_web_pages_are_opened(editor: Editor) -> None:
    editor.client.request("workspace/executeCommand", {"command": "journeys.openPage", "arguments": ["file:///etc"]})
    assert not [told for told in editor.client.told if told["method"] == "window/showDocument"]


def test_a_quick_fix_is_offered_for_the_version_that_is_shown(editor: Editor) -> None:
    editor.replace("touchpoint: pricing-page", "touchpoint: pricing-pag")
    (problem,) = editor.problems()
    asked = {"textDocument": {"uri": editor.uri}, "range": problem["range"], "context": {"diagnostics": [problem]}}
    found = {one["title"]: one for one in editor.client.request("textDocument/codeAction", asked)}
    assert list(found) == [
        "Write 'pricing-page' for 'pricing-pag'",
        "Add a touchpoint 'pricing-pag' to the catalog",
    ]
    (change,) = found["Write 'pricing-page' for 'pricing-pag'"]["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": editor.uri, "version": 2}
    only = asked | {"context": {"diagnostics": [], "only": ["refactor"]}}
    assert editor.client.request("textDocument/codeAction", only) is None


def test_an_editor_that_cannot_create_files_is_not_offered_it(simple_editor: Editor) -> None:
    simple_editor.replace("personas: noemie-studio-lead", "personas: somebody")
    (problem,) = simple_editor.problems()
    asked = {"textDocument": {"uri": simple_editor.uri}, "range": problem["range"], "context": {"diagnostics": []}}
    offered = simple_editor.client.request("textDocument/codeAction", asked)
    assert not [it for it in offered if "Create" in it["title"]]


@pytest.mark.parametrize("encoding", sorted(UNITS))
def test_places_are_counted_as_the_editor_counts(encoding: str, example_copy: Path, tmp_path: Path) -> None:
    capabilities = {**CAPABILITIES, "general": {"positionEncodings": [encoding]}}
    text = "title: x\npersonas: [noemie-studio-lead]\nobjective: 🙂é\ntags: ['🙂é🙂', b]\nscope: {starts: 🙂, end: b}\n"
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy), capabilities=capabilities)
        assert one.capabilities["positionEncoding"] == encoding
        place = uri(example_copy / "journeys" / "maps" / "new.yml")
        one.open(place, text)
        end = BufferText(text, encoding).place(text.index("end: b"))
        found = [problem["range"]["start"] for problem in one.problems(place, 1) if problem["code"] == "field-unknown"]
        assert found == [end._asdict()]
        where = {"start": end._asdict(), "end": {"line": end.line, "character": end.character + len("end")}}
        one.change(place, 2, {"range": where, "text": "ends"})
        assert "field-unknown" not in {problem["code"] for problem in one.problems(place, 2)}


def test_several_atlases_are_kept_apart(example_copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for path, text in {
        "catalog.yml": "format: 1\nstages:\n  - {id: one, name: One}\n",
        "personas/zoe.yml": "name: Zoe\n",
        "maps/a.yml": "title: A\npersonas: zoe\nstages:\n  - stage: one\n    steps:\n      - name: Goes\n",
    }.items():
        file = other / "journeys" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy), uri(other))
        opened = Editor(one, other, "journeys/maps/a.yml")
        assert opened.problems() == []
        found = one.at("completion", opened.uri, *opened.place("personas: zoe", 10))
        assert [item["label"] for item in found["items"]] == ["zoe"]
        event = {"added": [], "removed": [{"uri": uri(example_copy), "name": "x"}]}
        one.wait(lambda: any("atlas/journeys" in path and found for path, (_, found) in one.diagnostics.items()))
        one.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        one.wait(lambda: not any("atlas/journeys" in path and found for path, (_, found) in one.diagnostics.items()))


def test_a_file_outside_any_atlas_gets_nothing(editor: Editor, tmp_path: Path) -> None:
    one = editor.client
    for place in (uri(tmp_path / "mkdocs.yml"), "untitled:Untitled-1"):
        one.open(place, "title: x\nper\n")
        for method in ("completion", "hover", "definition", "prepareRename"):
            assert one.at(method, place, 1, 2) is None
        assert one.request("textDocument/codeLens", {"textDocument": {"uri": place}}) is None
        assert one.request("textDocument/documentSymbol", {"textDocument": {"uri": place}}) is None
        assert place not in one.diagnostics


def test_it_ends_when_its_editor_goes_away(example_copy: Path, tmp_path: Path) -> None:
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy))
        Editor(one, example_copy).problems()
        one.hang_up()
        assert one.ended() == 0
    assert (tmp_path / "log").read_text() == ""


BUSY_IN_COMPILED_CODE = """
import sys
from typing import Annotated
from pydantic import BeforeValidator, TypeAdapter
from mkdocs_journeys.lsp.server import ServerOptions, serve
from mkdocs_journeys.lsp.state.worker import Worker

many = TypeAdapter(list[Annotated[int, BeforeValidator(int)]])
Worker.run = lambda self: many.validate_python(iter(lambda: 1, 2))
sys.exit(serve(ServerOptions()))
"""
"""A server whose worker is for ever at work in the code of pydantic, from where it calls Python again and again."""


def test_it_ends_in_order_while_something_is_being_loaded() -> None:
    assert run([sys.executable, "-c", BUSY_IN_COMPILED_CODE]).stderr == ""


def test_an_exit_without_goodbye_is_a_failure(example_copy: Path, tmp_path: Path) -> None:
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy))
        one.notify("exit", None)
        assert one.ended() == 1


def test_without_pygls_one_sentence_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError('no pygls here')\n")
    done = run([BIN / "journeys", "lsp"], env={"PYTHONPATH": os.fspath(tmp_path)}, code=1)
    assert done.stdout == ""
    assert done.stderr == "Error: The language server needs pygls: pip install 'mkdocs-journeys[lsp]'\n"
