"""Whatever is typed, and whatever an editor sends: there is an answer, and no byte is lost."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.language_client import LanguageClient, RequestFailedError

from lsp.sessions.support_client import Client, client, uri
from lsp.sessions.support_editor import Editor
from mkdocs_journeys.lsp.text.document import BufferText
from support.budgets import examples

BITS = (
    "[",
    "{",
    '"',
    "'",
    ": ",
    "- ",
    "\n",
    "\r\n",
    "\t",
    "&a ",
    "*a",
    "|",
    ">",
    "#",
    "!",
    "\u2028",
    "🙂",
    "\x00",
    "%",
    "?",
)
NULL = "\ud83d"
"""Half a character, as an editor sends it that cuts an emoji in two."""


def ask_all(one: LanguageClient, place: str, line: int, character: int) -> None:
    """Ask everything that an editor asks about a place; every answer has to come."""
    document = {"textDocument": {"uri": place}}
    for method in ("completion", "hover", "definition", "prepareRename"):
        one.at(method, place, line, character)
    one.at("references", place, line, character, context={"includeDeclaration": True})
    one.request("textDocument/documentSymbol", document)
    one.request("textDocument/codeLens", document)
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 9_999, "character": 0}}
    one.request("textDocument/codeAction", document | {"range": everything, "context": {"diagnostics": []}})


def test_a_file_that_is_broken_at_random_places_is_answered_about(editor: Editor) -> None:
    random = Random(7)
    one, place, text = editor.client, editor.uri, editor.text
    before = editor.path.read_bytes()
    for version in range(2, examples(12) + 2):
        at = random.randrange(len(text) + 1)
        start = BufferText(text).place(at)
        bit = random.choice((*BITS, NULL))
        text = text[:at] + bit + text[at:]
        where = {"start": start._asdict(), "end": start._asdict()}
        one.change(place, version, {"range": where, "text": bit})
        ask_all(one, place, start.line, start.character + len(bit))
    assert one.problems(place, version)
    one.change(place, version + 1, {"text": before.decode()})
    assert one.problems(place, version + 1) == []
    assert editor.path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"\xef\xbb\xbftitle: x\n", b"- a\n- b\n", b"x" * 100_000, b"[" * 5_000]
)
def test_a_strange_file_on_disk_breaks_nothing(content: bytes, shared: Client, example_copy: Path) -> None:
    path = example_copy / "journeys" / "maps" / "strange.yml"
    path.write_bytes(content)
    shared.add_folder(uri(example_copy))
    shared.wait(lambda: uri(path) in shared.diagnostics)
    shared.open(uri(path), content.decode("utf-8", "replace"))
    ask_all(shared, uri(path), 0, 1)
    assert path.read_bytes() == content


def test_a_journeys_folder_that_is_not_there_or_empty_is_no_crash(shared: Client, tmp_path: Path) -> None:
    shared.add_folder(uri(tmp_path))
    (tmp_path / "journeys" / "maps").mkdir(parents=True)
    place = uri(tmp_path / "journeys" / "maps" / "first.yml")
    shared.open(place, "title: x\n|")
    ask_all(shared, place, 1, 0)
    assert {problem["code"] for problem in shared.problems(place, 1)} == {"yaml-syntax"}


@pytest.mark.parametrize("place", [(0, 0), (0, 9_999), (9_999, 0), (2**31 - 1, 2**31 - 1)])
def test_a_place_outside_the_text_is_answered_about(place: tuple[int, int], editor: Editor) -> None:
    editor.client.change(editor.uri, 2, {"text": "title: x"})
    ask_all(editor.client, editor.uri, *place)


def test_what_an_editor_gets_wrong_is_answered_with_an_error(example_copy: Path, tmp_path: Path) -> None:
    def refused(method: str, params: Any) -> bool:
        try:
            one.request(method, params)
        except RequestFailedError:
            return True
        return False

    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy))
        assert refused("no/suchMethod", {})
        assert refused("workspace/executeCommand", {"command": "no.such.command"})
        one.notify("textDocument/didChange", {"textDocument": {"uri": "file:///x", "version": 1}, "contentChanges": []})
        one.notify("textDocument/didClose", {"textDocument": {"uri": "file:///never/opened.yml"}})
        one.notify("no/suchNotification", {})
        one.notify("$/cancelRequest", {"id": 4711})
        assert one.at("hover", "file:///x", 0, 0) is None
        one.send_raw(b"Content-Length: 9\r\n\r\nnot json!")
        assert one.at("hover", "file:///x", 0, 0) is None
        one.leave()
        assert one.ended() == 0


def test_letters_that_come_faster_than_answers_end_in_the_last_state(editor: Editor) -> None:
    one, place = editor.client, uri(editor.root / "journeys" / "maps" / "new.yml")
    one.open(place, "")
    text = "title: Buy it\npersonas: nobody\n"
    for version, letter in enumerate(text, 2):
        at = BufferText(text).place(version - 2)._asdict()
        one.change(place, version, {"range": {"start": at, "end": at}, "text": letter})
    last = len(text) + 1
    assert {problem["code"] for problem in one.problems(place, last)} == {"field-missing", "reference-unknown"}
    versions = [
        told["params"]["version"]
        for told in one.told
        if told["method"] == "textDocument/publishDiagnostics" and told["params"]["uri"] == place
    ]
    assert versions == sorted(versions)
