"""While somebody types: completion, hover, and lines above the text."""

from lsprotocol import types as lsp

from mkdocs_journeys.lsp.answers.cards import card
from mkdocs_journeys.lsp.answers.hover import hover_at
from mkdocs_journeys.lsp.answers.lenses import lenses_in
from mkdocs_journeys.lsp.answers.proposals import Request, proposals_for
from mkdocs_journeys.lsp.convert import completion_list, place_of, range_of
from mkdocs_journeys.lsp.server import OPEN_PAGE, JourneysServer
from mkdocs_journeys.lsp.text.cursor import cursor_at

_TRIGGERS = [" ", ":", "-", "[", "{", ",", "(", "/"]


def register(server: JourneysServer) -> None:
    """Register these features."""

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(_TRIGGERS, resolve_provider=True))
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        offset = file.document.offset(place_of(params.position))
        cursor = cursor_at(file.document.text, offset)
        asked = Request(cursor, file.document.text, file.role, file.snapshot, server.options.today)
        snippets = server.capability(lambda it: it.text_document.completion.completion_item.snippet_support)  # type: ignore[union-attr]
        found = completion_list(proposals_for(asked), file.document, snippets=bool(snippets))
        for item in found.items:
            if item.data:
                item.data = [*item.data, params.text_document.uri]
        return found

    @server.feature(lsp.COMPLETION_ITEM_RESOLVE)
    def resolve(item: lsp.CompletionItem) -> lsp.CompletionItem:
        kind, id, uri = item.data if isinstance(item.data, list) and len(item.data) == 3 else ("", "", "")
        file = server.buffers.file(uri)
        thing = file.snapshot.things(kind).get(id) if file else None
        if file and thing:
            item.documentation = lsp.MarkupContent(lsp.MarkupKind.Markdown, card(thing, file.snapshot))
        return item

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        offset = file.document.offset(place_of(params.position))
        found = hover_at(file.document.text, file.role, offset, file.snapshot)
        if found is None:
            return None
        where = range_of(file.document.span(found.start, found.end))
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, found.markdown), where)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def code_lens(params: lsp.CodeLensParams) -> list[lsp.CodeLens] | None:
        file = server.buffers.file(params.text_document.uri)
        if file is None or file.role is None:
            return None
        return [
            lsp.CodeLens(
                range_of(file.document.span(one.start, one.end)),
                lsp.Command(one.title, OPEN_PAGE, arguments=[one.address]),
            )
            for one in lenses_in(file.document.text, file.role, file.snapshot, server.options.site)
        ]

    @server.command(OPEN_PAGE)
    def open_page(address: str) -> None:
        if not address.startswith(("http://", "https://")):
            return
        if server.capability(lambda it: it.window.show_document.support):  # type: ignore[union-attr]
            server.window_show_document(lsp.ShowDocumentParams(address, external=True))
        else:
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, address))
