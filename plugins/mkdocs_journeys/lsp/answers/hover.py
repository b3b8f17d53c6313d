"""What is shown for a word that the mouse rests on: a thing of the atlas, a key, or a word of a scale."""

from typing import NamedTuple

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.lsp.answers.cards import card
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.expected import documentation, field_at, forms_at, rules_at
from mkdocs_journeys.lsp.text.names import name_at
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import Token, TokenKind


class Shown(NamedTuple):
    """Markdown about the characters from `start` to `end`."""

    markdown: str
    start: int
    end: int


def hover_at(text: str, role: FileRole, offset: int, snapshot: Snapshot) -> Shown | None:
    """What there is to say about the word at an offset; None for free text."""
    name = name_at(text, role, offset)
    thing = snapshot.things(name.kind).get(name.id) if name else None
    if name and thing:
        return Shown(card(thing, snapshot), name.start, name.end)
    for token in tokens_of(text):
        if token.start <= offset <= token.end and token.kind in (TokenKind.KEY, TokenKind.HALF_KEY, TokenKind.VALUE):
            said = _about(token, role.kind)
            return Shown(said, token.start, token.end) if said else None
    return None


def _about(token: Token, kind: str) -> str:
    if token.is_key:
        field = field_at(kind, token.path)
        if field:
            return f"**{field.name}** ({field.phrase})\n\n{documentation(field)}"
        return rules_at(kind, token.path[:-1]).get(token.text, "")
    words = {str(word): meaning for form in forms_at(kind, token.path) for word, meaning in form.words}
    meaning = words.get(token.text, "")
    return f"**{token.text}**: {meaning}" if meaning else ""
