"""Change what is there: quick fixes, and another id for a thing in all files."""

from lsprotocol import types as lsp

from mkdocs_journeys.lsp.answers.actions import Action, FixRequest, actions_for, worth_fixing
from mkdocs_journeys.lsp.convert import diagnostic_of, place_of, plain_edit, problem_span, range_of, workspace_edit
from mkdocs_journeys.lsp.protocol import refusal
from mkdocs_journeys.lsp.server import JourneysServer, Texts
from mkdocs_journeys.lsp.state.buffers import OpenFile
from mkdocs_journeys.lsp.state.project import tree_with
from mkdocs_journeys.lsp.text.document import TextSpan
from mkdocs_journeys.lsp.text.names import IdInText, name_at
from mkdocs_journeys.refactor import RENAMED_KINDS, Refusal, rename
from mkdocs_journeys.sources.tree import Tree


def register(server: JourneysServer) -> None:
    """Register these features. What reads all files is done in another thread."""

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        file = server.buffers.file(params.text_document.uri)
        wanted = params.context.only
        if file is None or file.role is None or (wanted and lsp.CodeActionKind.QuickFix not in wanted):
            return None
        where = TextSpan(place_of(params.range.start), place_of(params.range.end))
        asked = FixRequest(
            file.role, file.document.text, file.snapshot, file.home.project.schemas, server.options.today
        )
        found = [
            action
            for problem in worth_fixing(server.problems_of(file))
            if _overlap(problem_span(problem, file.document), where)
            for action in actions_for(problem, asked)
        ]
        return [code for one in found if (code := _code_action(server, file, one))]

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        file = server.buffers.file(params.text_document.uri)
        name = _name(file, params.position) if file else None
        if file is None or name is None:
            return None
        where = range_of(file.document.span(name.start, name.end))
        return lsp.PrepareRenamePlaceholder(where, name.id.rpartition("/")[2])

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    @server.thread()
    def rename_everywhere(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        file = server.buffers.file(params.text_document.uri)
        name = _name(file, params.position) if file else None
        if file is None or name is None:
            return None
        return _renamed(server, file, name, params.new_name.strip())


def _overlap(one: TextSpan, other: TextSpan) -> bool:
    return one.start <= other.end and other.start <= one.end


def _name(file: OpenFile, position: lsp.Position) -> IdInText | None:
    """The id at a position that can be renamed."""
    if file.role is None:
        return None
    name = name_at(file.document.text, file.role, file.document.offset(place_of(position)))
    return name if name and name.kind in RENAMED_KINDS else None


def _code_action(server: JourneysServer, file: OpenFile, action: Action) -> lsp.CodeAction | None:
    """An action as the protocol has it; None where the editor cannot create files."""
    if action.created and lsp.ResourceOperationKind.Create not in _resources(server):
        return None
    texts = Texts(server.buffers, file.home.project)
    return lsp.CodeAction(
        action.title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic_of(action.problem, texts.document, texts.uri)],
        is_preferred=action.preferred or None,
        edit=_as_known(
            server, workspace_edit(action.edits, texts.document, texts.uri, texts.version, created=action.created)
        ),
    )


def _renamed(server: JourneysServer, file: OpenFile, name: IdInText, new: str) -> lsp.WorkspaceEdit:
    """The edit that gives a thing another id. Raises the reason why there can be none."""
    project = file.home.project
    texts, _ = server.buffers.unsaved(project)
    now = Tree(file.snapshot.files, file.snapshot.assets, folder=project.folder)
    found = rename(tree_with(now, texts), name.kind, name.id, new)
    if isinstance(found, Refusal):
        raise refusal(f"{found.message} {found.hint}".strip())
    if found.renamed and lsp.ResourceOperationKind.Rename not in _resources(server):
        reason = "Its file has to be renamed, too, and this editor lets no server do that."
        raise refusal(f"{reason} Use `journeys rename` in a terminal.")
    view = Texts(server.buffers, project)
    return _as_known(server, workspace_edit(found.edits, view.document, view.uri, view.version, renamed=found.renamed))


def _resources(server: JourneysServer) -> list[lsp.ResourceOperationKind]:
    return list(server.capability(lambda it: it.workspace.workspace_edit.resource_operations) or ())  # type: ignore[union-attr]


def _as_known(server: JourneysServer, edit: lsp.WorkspaceEdit) -> lsp.WorkspaceEdit:
    """The edit in the form that the editor knows: whatever renames files knows documents, even if it is silent."""
    knows = _resources(server) or server.capability(lambda it: it.workspace.workspace_edit.document_changes)  # type: ignore[union-attr]
    return edit if knows else plain_edit(edit)
