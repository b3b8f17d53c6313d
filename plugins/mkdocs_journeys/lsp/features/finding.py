"""Find the way: definitions, references, and lists of what is there."""

from lsprotocol import types as lsp

from mkdocs_journeys.lsp.answers.navigation import Found, definition_of, references_to
from mkdocs_journeys.lsp.answers.symbols import place_of as place_of_thing
from mkdocs_journeys.lsp.answers.symbols import symbols_in, things_called
from mkdocs_journeys.lsp.convert import place_of, range_of, symbol_kind, symbol_of
from mkdocs_journeys.lsp.server import JourneysServer, Texts
from mkdocs_journeys.lsp.text.names import name_at
from mkdocs_journeys.vocabulary import BY_NAME


def register(server: JourneysServer) -> None:
    """Register these features. What may have to read hundreds of files is done in another thread."""

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        name = name_at(file.document.text, file.role, file.document.offset(place_of(params.position)))
        texts = Texts(server.buffers, file.home.project)
        found = definition_of(name, file.home.path, file.snapshot, texts.text) if name else None
        return _location(found, texts) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    @server.thread()
    def references(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        name = name_at(file.document.text, file.role, file.document.offset(place_of(params.position)))
        if name is None:
            return None
        texts = Texts(server.buffers, file.home.project)
        found = list(references_to(name, file.home.path, file.snapshot, texts.text))
        home = definition_of(name, file.home.path, file.snapshot, texts.text)
        if home and params.context.include_declaration:
            found.insert(0, home)
        return [_location(one, texts) for one in found]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbol(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        return [symbol_of(one, file.document) for one in symbols_in(file.document.text, file.role)]

    @server.feature(lsp.WORKSPACE_SYMBOL)
    @server.thread()
    def workspace_symbol(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        found = []
        for project in server.buffers.projects:
            texts = Texts(server.buffers, project)
            for thing in things_called(params.query, project.snapshot):
                where = _location(place_of_thing(thing, project.snapshot, texts.text), texts)
                noun = BY_NAME[thing.kind].noun
                name = f"{thing.id}: {' '.join(thing.name.split())}" if thing.name else thing.id
                found.append(lsp.WorkspaceSymbol(where, name, symbol_kind(noun), container_name=noun))
        return found


def _location(found: Found, texts: Texts) -> lsp.Location:
    """A place as the protocol has it; of a picture, or a file as a whole, its beginning."""
    where = texts.document(found.file).span(found.start, found.end) if found.end else ((0, 0), (0, 0))
    return lsp.Location(texts.uri(found.file), range_of(where))  # type: ignore[arg-type]
