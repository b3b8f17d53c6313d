"""Our values as those of the protocol."""

import pytest
from lsprotocol import types as lsp

from lsp.support_marked import SMALL, proposed, snapshot_of
from mkdocs_journeys.lsp.answers.proposals import Proposals
from mkdocs_journeys.lsp.convert import completion_list, diagnostic_of, plain_edit, problem_span, workspace_edit
from mkdocs_journeys.lsp.text.document import BufferText
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.yamlfile.editing.edit import Edit


def uri_of(path: str) -> str:
    return f"file:///atlas/{path}"


def marked(text: str, line: int, column: int) -> str:
    """What is underlined of a text for a problem at a place."""
    document = BufferText(text)
    (start, end) = problem_span(Problem("rule", Position("x.yml", line, column), "m"), document)
    return text[document.offset(start) : document.offset(end)]


@pytest.mark.parametrize(
    ("text", "column", "wanted"),
    [
        ("persona: ana", 1, "persona"),
        ("personas: ana # main", 11, "ana"),
        ("thinks: one, two", 9, "one, two"),
        ("metrics: [nps, csat]", 16, "csat"),
        ("image: {src: a b.png, alt: x}", 14, "a b.png"),
        ('title: "a: b" # c', 8, '"a: b"'),
        ("title: 🙂🙂 x", 8, "🙂🙂 x"),
        ("title:", 99, ""),
        ("", 1, ""),
    ],
)
def test_the_key_or_value_of_a_problem_is_underlined(text: str, column: int, wanted: str) -> None:
    assert marked(text, 1, column) == wanted
    assert marked(f"a: b\r\n{text}\r\nc: d", 2, column) == wanted


def test_a_place_behind_the_end_of_the_text_is_its_end() -> None:
    assert marked("title: x\n", 99, 1) == ""


def test_a_problem_keeps_its_rule_hint_and_further_places() -> None:
    related = ((Position("journeys/b.yml", 2, 3), "first given here"),)
    problem = Problem("id-duplicate", Position("journeys/a.yml", 1, 5), "Twice.", "Rename.", Severity.WARNING, related)
    found = diagnostic_of(problem, lambda path: BufferText("id: one\n  id: two\n"), uri_of)
    assert (found.code, found.source, found.severity) == ("id-duplicate", "journeys", lsp.DiagnosticSeverity.Warning)
    assert found.message == "Twice.\nRename."
    assert found.related_information is not None
    (place,) = found.related_information
    assert place.location.uri == "file:///atlas/journeys/b.yml"
    assert place.location.range.start == lsp.Position(1, 2)


def test_snippets_are_for_editors_that_know_them() -> None:
    items = proposed("stages:\n  - stage: decision\n    steps:\n      - name: A\n        |", snapshot_of(SMALL))
    document = BufferText(" " * 200)
    for snippets in (True, False):
        found = completion_list(Proposals(0, 0, items), document, snippets=snippets)
        pains = next(item for item in found.items if item.label == "pains")
        assert isinstance(pains.text_edit, lsp.TextEdit)
        assert pains.text_edit.new_text == ("pains:\n  - id: $1\n    title: $2" if snippets else "pains: ")
        wanted = lsp.InsertTextFormat.Snippet if snippets else lsp.InsertTextFormat.PlainText
        assert pains.insert_text_format is wanted


def test_proposals_keep_their_order() -> None:
    items = proposed("|", snapshot_of(SMALL))
    found = completion_list(Proposals(0, 0, items), BufferText(""), snippets=True)
    assert [item.label for item in sorted(found.items, key=lambda item: item.sort_text or "")] == [
        item.label for item in items
    ]


def test_edits_name_the_version_that_they_are_for() -> None:
    edits = {"a.yml": (Edit(0, 1, "x", ""),)}
    texts = {"a.yml": BufferText("abc"), "b.yml": BufferText("")}
    found = workspace_edit(
        edits, texts.__getitem__, uri_of, lambda path: 7, renamed={"a.yml": "c.yml"}, created={"b.yml": "new"}
    )
    create, fill, change, rename = found.document_changes or ()
    assert isinstance(create, lsp.CreateFile)
    assert isinstance(fill, lsp.TextDocumentEdit)
    assert fill.text_document.version is None
    assert isinstance(change, lsp.TextDocumentEdit)
    assert change.text_document.version == 7
    assert isinstance(rename, lsp.RenameFile)
    assert (rename.old_uri, rename.new_uri) == ("file:///atlas/a.yml", "file:///atlas/c.yml")


def test_an_editor_that_knows_no_versions_gets_the_edits_alone() -> None:
    edit = workspace_edit({"a.yml": (Edit(0, 1, "x", ""),)}, lambda path: BufferText("abc"), uri_of, lambda path: None)
    plain = plain_edit(edit)
    assert plain.document_changes is None
    assert plain.changes is not None
    assert [one.new_text for one in plain.changes["file:///atlas/a.yml"]] == ["x"]
