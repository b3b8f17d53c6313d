"""From the first word to the last: folders of the workspace, buffers, and files that change on disk."""

from lsprotocol import types as lsp

from mkdocs_journeys.lsp.convert import changes_of
from mkdocs_journeys.lsp.server import JourneysServer
from mkdocs_journeys.lsp.state.buffers import Buffers

_WATCHED = ("yml", "yaml", "csv", "png", "jpg", "jpeg", "webp", "gif", "avif")


def register(server: JourneysServer) -> None:
    """Register these features."""

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        server.options.take(params.initialization_options)
        encoding = str(getattr(server.workspace.position_encoding, "value", server.workspace.position_encoding))
        server.buffers = Buffers(server.options.folder, encoding)

    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        _watch_files(server)
        for uri in [*server.workspace.folders, server.workspace.root_uri]:
            _add_folder(server, uri)

    @server.feature(lsp.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.say_goodbye(exit_code=0)

    @server.feature(lsp.EXIT)
    def leave(_: None) -> None:
        server.say_goodbye(exit_code=0 if server.is_over else 1)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            for project in server.buffers.remove_folder(folder.uri):
                server.hide(project)
        for folder in params.event.added:
            _add_folder(server, folder.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        opened = params.text_document
        buffer = server.buffers.open(opened.uri, opened.version, opened.text)
        if buffer.home:
            server.refresh(buffer.home.project)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        changed = params.text_document
        buffer = server.buffers.change(changed.uri, changed.version, changes_of(params.content_changes))
        if buffer and buffer.home:
            server.refresh(buffer.home.project)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        if file := server.buffers.file(params.text_document.uri):
            server.refresh(file.home.project, reread=True)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        buffer = server.buffers.close(params.text_document.uri)
        if buffer and buffer.home:
            server.refresh(buffer.home.project, reread=True)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: lsp.DidChangeWatchedFilesParams) -> None:
        for project in server.buffers.projects:
            server.refresh(project, reread=True)


def _add_folder(server: JourneysServer, uri: str | None) -> None:
    project = server.buffers.add_folder(uri) if uri else None
    if project:
        server.refresh(project, reread=True)


def _watch_files(server: JourneysServer) -> None:
    """Ask to be told when a file changes; look now and then where the editor cannot tell."""
    can = server.capability(lambda it: it.workspace.did_change_watched_files.dynamic_registration)  # type: ignore[union-attr]
    if not can:
        server.worker.polls = True
        return
    pattern = f"**/{server.options.folder}/**/*.{{{','.join(_WATCHED)}}}"
    watchers = [lsp.FileSystemWatcher(pattern), lsp.FileSystemWatcher("**/pyproject.toml")]
    options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = lsp.Registration("journeys-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(lsp.RegistrationParams([registration]))
