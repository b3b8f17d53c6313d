"""Ids that are renamed in an editor, over the standard streams of the server."""

import re
from pathlib import Path

import pytest
from bench.language_client import RequestFailedError

from lsp.sessions.support_client import client, uri
from lsp.sessions.support_editor import Editor


def test_an_id_is_renamed_in_all_files_with_its_file(editor: Editor) -> None:
    place = editor.place("personas: noemie-studio-lead", 12)
    prepared = editor.client.at("prepareRename", editor.uri, *place)
    assert prepared["placeholder"] == "noemie-studio-lead"
    changes = editor.client.at("rename", editor.uri, *place, newName="noemie")["documentChanges"]
    (renamed,) = [change for change in changes if change.get("kind") == "rename"]
    assert renamed["newUri"].endswith("/journeys/personas/noemie.yml")
    assert changes[-1] == renamed
    edits = {change["textDocument"]["uri"]: change for change in changes if "edits" in change}
    assert edits[editor.uri]["textDocument"]["version"] == 1
    assert {edit["newText"].rpartition(":")[2] for one in edits.values() for edit in one["edits"]} == {"noemie"}
    assert len(edits) > 5


def test_a_step_is_renamed_from_its_map_in_all_that_is_measured(editor: Editor) -> None:
    changes = editor.client.at("rename", editor.uri, *editor.place("id: start-trial", 6), newName="begin")
    files = {change["textDocument"]["uri"].partition("/journeys/")[2] for change in changes["documentChanges"]}
    assert files == {"maps/try-before-paying.yml", "measure.yml", "observed/try-before-paying.csv"}


@pytest.mark.parametrize(
    ("words", "inside", "new", "reason"),
    [
        ("personas: noemie-studio-lead", 12, "jorgen-it-lead", "There is a persona 'jorgen-it-lead' already."),
        ("id: hidden-fees", 6, "empty-board", "There is a pain 'empty-board' already."),
        ("id: hidden-fees", 6, "Not an id", "'Not an id' cannot be an id."),
        ("id: start-trial", 6, "compare", "There is a step 'try-before-paying/compare' already."),
    ],
)
def test_a_rename_that_collides_says_so_and_does_nothing(
    words: str, inside: int, new: str, reason: str, editor: Editor
) -> None:
    with pytest.raises(RequestFailedError, match=re.escape(reason)):
        editor.client.at("rename", editor.uri, *editor.place(words, inside), newName=new)


def test_a_rename_counts_with_unsaved_buffers(editor: Editor) -> None:
    editor.replace("title: Find", "objective_: [\ntitle: Find")
    with pytest.raises(RequestFailedError, match="cannot be read"):
        editor.client.at("rename", editor.uri, *editor.place("id: hidden-fees", 6), newName="fees")


def test_free_text_cannot_be_renamed(editor: Editor) -> None:
    assert editor.client.at("prepareRename", editor.uri, *editor.place("objective: Raise", 13)) is None


def test_an_editor_that_cannot_rename_files_is_told_what_to_do(simple_editor: Editor) -> None:
    one, opened = simple_editor.client, simple_editor
    with pytest.raises(RequestFailedError, match="journeys rename"):
        one.at("rename", opened.uri, *opened.place("personas: noemie-studio-lead", 12), newName="noemie")
    found = one.at("rename", opened.uri, *opened.place("id: hidden-fees", 6), newName="fees")
    assert "documentChanges" not in found
    assert opened.uri in found["changes"]


def test_an_editor_that_says_only_that_it_renames_files_gets_the_whole_change(
    example_copy: Path, tmp_path: Path
) -> None:
    capabilities = {"workspace": {"workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]}}}
    with client(tmp_path / "log") as one:
        one.initialize(uri(example_copy), capabilities=capabilities)
        opened = Editor(one, example_copy)
        opened.problems()
        found = one.at("rename", opened.uri, *opened.place("personas: noemie-studio-lead", 12), newName="noemie")
        assert found["documentChanges"][-1]["kind"] == "rename"
