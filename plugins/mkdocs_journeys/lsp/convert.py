"""Our values as those of the protocol: problems, proposals, symbols, edits."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from lsprotocol import types as lsp

from mkdocs_journeys.lsp.answers.proposals import Proposal, Proposals
from mkdocs_journeys.lsp.answers.symbols import FileSymbol
from mkdocs_journeys.lsp.text.document import BufferPlace, BufferText, TextChange, TextSpan
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.yamlfile.editing.edit import Edit

SOURCE = "journeys"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_PROPOSED = {
    "field": lsp.CompletionItemKind.Field,
    "block": lsp.CompletionItemKind.Struct,
    "reference": lsp.CompletionItemKind.Reference,
    "word": lsp.CompletionItemKind.EnumMember,
    "day": lsp.CompletionItemKind.Value,
    "rule": lsp.CompletionItemKind.Property,
}
_SYMBOLS = {
    "journey": lsp.SymbolKind.File,
    "catalog": lsp.SymbolKind.File,
    "persona": lsp.SymbolKind.Class,
    "stage": lsp.SymbolKind.Namespace,
    "step": lsp.SymbolKind.Method,
    "pain": lsp.SymbolKind.Event,
    "opportunity": lsp.SymbolKind.Interface,
    "study": lsp.SymbolKind.Package,
    "finding": lsp.SymbolKind.String,
    "metric": lsp.SymbolKind.Number,
}
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'"
_IN_BLOCK = re.compile(rf"{_QUOTED}|(?:(?!\s+#|:\s|:$).)+")
_IN_BRACKETS = re.compile(rf"{_QUOTED}|(?:(?!\s+#|:\s|:$)[^,\[\]{{}}])+")

DocumentOf = Callable[[str], BufferText]
"""Takes the path of a file, gives its text."""
UriOf = Callable[[str], str]
"""Takes the path of a file, gives its address."""


def range_of(span: TextSpan) -> lsp.Range:
    """A span as the protocol has it."""
    (start, end) = span
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def place_of(position: lsp.Position) -> BufferPlace:
    """A position of the protocol as a place."""
    return BufferPlace(position.line, position.character)


def changes_of(changes: Iterable[lsp.TextDocumentContentChangeEvent]) -> list[TextChange]:
    """The changes of a buffer."""
    found = []
    for change in changes:
        where = change.range if isinstance(change, lsp.TextDocumentContentChangePartial) else None
        span = TextSpan(place_of(where.start), place_of(where.end)) if where else None
        found.append(TextChange(change.text, span))
    return found


def problem_span(problem: Problem, document: BufferText) -> TextSpan:
    """From where a problem is to the end of the key or value that begins there, at most of its line."""
    start = document.offset_of(problem.position.line, problem.position.column)
    number = document.place(start).line
    line, column = document.line(number), start - document.starts[number]
    before = line[:column]
    in_brackets = sum(map(before.count, "[{")) > sum(map(before.count, "]}"))
    found = (_IN_BRACKETS if in_brackets else _IN_BLOCK).match(line, column)
    end = found.end() if found else len(line.rstrip())
    return document.span(start, start + max(0, end - column))


def diagnostic_of(problem: Problem, document_of: DocumentOf, uri_of: UriOf) -> lsp.Diagnostic:
    """A problem as the protocol has it, with its hint as the second line of the message."""
    related = [
        lsp.DiagnosticRelatedInformation(
            lsp.Location(uri_of(at.file), range_of(_line_span(at.line, document_of(at.file)))), said
        )
        for at, said in problem.related
    ]
    return lsp.Diagnostic(
        range=range_of(problem_span(problem, document_of(problem.position.file))),
        message=f"{problem.message}\n{problem.hint}" if problem.hint else problem.message,
        severity=_SEVERITIES[problem.severity],
        code=problem.rule,
        source=SOURCE,
        related_information=related or None,
    )


def _line_span(line: int, document: BufferText) -> TextSpan:
    text = document.line(max(line, 1) - 1)
    start = document.offset_of(line, 1)
    return document.span(start + len(text) - len(text.lstrip()), start + len(text))


def completion_list(found: Proposals, document: BufferText, *, snippets: bool) -> lsp.CompletionList:
    """Proposals as the protocol has them, in their order."""
    where = range_of(document.span(found.start, found.end))
    typed = document.text[found.start : found.end]
    items = [_completion_item(one, number, where, snippets, typed) for number, one in enumerate(found.items)]
    return lsp.CompletionList(is_incomplete=not found.complete, items=items)


def _completion_item(one: Proposal, number: int, where: lsp.Range, snippets: bool, typed: str) -> lsp.CompletionItem:
    is_snippet = snippets and bool(one.snippet)
    return lsp.CompletionItem(
        label=one.label,
        kind=_PROPOSED[one.sort],
        detail=one.detail or None,
        documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, one.documentation) if one.documentation else None,
        sort_text=f"{number:04}",
        filter_text=f"{one.label} {one.detail}" if one.thing else None,
        insert_text_format=lsp.InsertTextFormat.Snippet if is_snippet else lsp.InsertTextFormat.PlainText,
        insert_text_mode=lsp.InsertTextMode.AdjustIndentation if is_snippet else None,
        text_edit=lsp.TextEdit(where, one.snippet if is_snippet else one.text),
        data=list(one.thing) if one.thing else None,
    )


def symbol_of(one: FileSymbol, document: BufferText) -> lsp.DocumentSymbol:
    """A part of a file as the protocol has it."""
    return lsp.DocumentSymbol(
        name=" ".join(one.name.split())[:100] or "…",
        detail=one.noun,
        kind=symbol_kind(one.noun),
        range=range_of(document.span(one.start, one.end)),
        selection_range=range_of(document.span(one.name_start, one.name_end)),
        children=[symbol_of(inner, document) for inner in one.inside],
    )


def symbol_kind(noun: str) -> lsp.SymbolKind:
    """The picture that an editor draws beside a thing of this sort."""
    return _SYMBOLS.get(noun, lsp.SymbolKind.Key)


def text_edits(edits: Iterable[Edit], document: BufferText) -> list[lsp.TextEdit]:
    """Edits of a text as the protocol has them."""
    return [lsp.TextEdit(range_of(document.span(one.start, one.end)), one.text) for one in edits]


def workspace_edit(
    edits: Mapping[str, Sequence[Edit]],
    document_of: DocumentOf,
    uri_of: UriOf,
    version_of: Callable[[str], int | None],
    *,
    renamed: Mapping[str, str] | None = None,
    created: Mapping[str, str] | None = None,
) -> lsp.WorkspaceEdit:
    """Edits by file, then files that get another name; files that are created come first."""
    changes: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = []
    for path, text in (created or {}).items():
        uri = uri_of(path)
        changes.append(lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(overwrite=False)))
        start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        changes.append(_edit_of(uri, None, [lsp.TextEdit(start, text)]))
    for path, of_file in edits.items():
        changes.append(_edit_of(uri_of(path), version_of(path), text_edits(of_file, document_of(path))))
    changes += [lsp.RenameFile(uri_of(old), uri_of(new)) for old, new in (renamed or {}).items()]
    return lsp.WorkspaceEdit(document_changes=changes)


def _edit_of(uri: str, version: int | None, edits: list[lsp.TextEdit]) -> lsp.TextDocumentEdit:
    return lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri, version), list(edits))


def plain_edit(edit: lsp.WorkspaceEdit) -> lsp.WorkspaceEdit:
    """The same edits for an editor that knows no versions of documents; none may create or rename a file."""
    changes: dict[str, list[lsp.TextEdit]] = {}
    for one in edit.document_changes or ():
        if isinstance(one, lsp.TextDocumentEdit):
            changes[one.text_document.uri] = [each for each in one.edits if isinstance(each, lsp.TextEdit)]
    return lsp.WorkspaceEdit(changes=changes)
