"""What stands above lines of a file: the address of its page, and the score of a pain or an opportunity."""

from typing import NamedTuple

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.lsp.answers.cards import score_line, score_of
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.names import names_in
from mkdocs_journeys.site.addresses import page_uri, served_at
from mkdocs_journeys.vocabulary import DOCUMENTS

DEFAULT_SITE = "http://127.0.0.1:8000/"
"""Where `mkdocs serve` shows a site, unless told otherwise."""


class Lens(NamedTuple):
    """A line of words above the place from `start` to `end`, and the address that it leads to."""

    title: str
    start: int
    end: int
    address: str


def lenses_in(text: str, role: FileRole, snapshot: Snapshot, site: str) -> list[Lens]:
    """The lenses of a file; scores are those of what it held when it could last be read."""
    if role.kind not in (*DOCUMENTS, "catalog"):
        return []
    uri = page_uri(role.kind, role.id) if role.kind in DOCUMENTS else "catalog.md"
    page = _page(site, uri)
    found = [Lens("Open the page", 0, 0, page)]
    for name in names_in(text, role):
        thing = snapshot.things(name.kind).get(name.id) if name.is_definition else None
        score = score_of(thing, snapshot) if thing and thing.file == role.path else None
        if score:
            own = _page(site, page_uri("pain", name.id)) if name.kind == "pain" else page
            found.append(Lens(score_line(score), name.start, name.end, own))
    return found


def _page(site: str, uri: str) -> str:
    return f"{site.rstrip('/')}/{served_at(uri, True)}"
