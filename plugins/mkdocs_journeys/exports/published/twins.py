"""Pages of a site as Markdown: the same address with `index.md`, the same links, and what the files say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.lanes import pains_at
from mkdocs_journeys.exports.markdown import page as steps_page
from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.insight.scoring import backlog
from mkdocs_journeys.insight.things.places import places_of_kind
from mkdocs_journeys.model.base import Model
from mkdocs_journeys.model.free_names import FreeName, name_id
from mkdocs_journeys.site.addresses import Addresses, served_at
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.vocabulary import BY_NAME, LINKABLE
from mkdocs_journeys.wording import counted

INDEXES: Mapping[str, str] = {
    **{kind: BY_NAME[kind].plural for kind in ("journey", "persona", "pain", "opportunity", "metric", "evidence")},
    **{kind: BY_NAME[kind].plural for kind in ("touchpoint", "channel", "stage", "team", "segment", "system", "tag")},
}
"""The kinds of things in lists, with their mappings in the atlas."""
OF_INDEX: Mapping[str, Sequence[str]] = {
    "home": ("journey", "persona", "opportunity", "metric", "evidence"),
    "journeys": ("journey",),
    "personas": ("persona",),
    "pains": ("pain",),
    "opportunities": ("opportunity",),
    "metrics": ("metric",),
    "evidence": ("evidence",),
    "catalog": ("stage", "touchpoint", "channel", "team", "segment", "system", "tag"),
}
"""Kinds of index pages that have a twin, with what they list."""
_REFERENCES = {
    **dict.fromkeys(("owner", "team"), "team"),
    **dict.fromkeys(("journeys", "part_of"), "journey"),
    **{name: BY_NAME[name].name for name in ("segment", "channel", "touchpoint", "metric", "evidence")},
    "segments": "segment",
    "channels": "channel",
    "metrics": "metric",
    "pains": "pain",
    "personas": "persona",
}
"""Fields that hold ids, with the kind of thing that they name."""
_RICH = frozenset({"description", "summary", "notes"})
_LINK = re.compile(rf"\]\(({'|'.join(LINKABLE)}):([a-z0-9][a-z0-9/-]*)\)")


def twin_uri(uri: str, directory_urls: bool) -> str:
    """Where the Markdown of a page is: beside its HTML, `journeys/buy/index.md` or `journeys/buy.md`."""
    served = served_at(uri, directory_urls)
    return f"{served.removesuffix('.html')}.md" if served.endswith(".html") else f"{served}index.md"


def has_twin(page: Page) -> bool:
    """Whether a page is also there as Markdown: all of things, and the indexes of kinds of things."""
    return page.thing is not None or (page.kind in OF_INDEX and page.in_nav)


escaped = lru_cache(maxsize=16_384)(escaped_markdown)
"""A text as Markdown that shows it as it is: names come again on many pages."""


class TwinWriter:
    """Writes pages of one site as Markdown, each once."""

    def __init__(self, atlas: Atlas, addresses: Addresses, directory_urls: bool) -> None:
        self.atlas, self.addresses, self.directory_urls = atlas, addresses, directory_urls
        self._texts: dict[str, str] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        self._notes: dict[tuple[str, str], str] = {}

    def text(self, page: Page) -> str:
        """The Markdown of a page that has a twin."""
        if page.uri not in self._texts:
            here = twin_uri(page.uri, self.directory_urls)
            lines = self._thing(*page.thing, here) if page.thing else self._index(page, here)
            self._texts[page.uri] = "".join([f"{line}\n" for line in lines]).encode("utf-8", "replace").decode()
        return self._texts[page.uri]

    def name_of(self, kind: str, id: str) -> str:
        """The name of a thing; its id where there is no such thing."""
        found = getattr(self.atlas, INDEXES[kind]).get(id.partition("/")[0])
        found = found.pain if kind == "pain" and found else found
        name: str = (getattr(found, "title", None) or found.name) if found else id
        return name

    def uri_of(self, kind: str, id: str) -> str:
        """Where the Markdown of a thing is, "" where it has no page."""
        address = self.addresses[kind, id]
        return twin_uri(address[0], self.directory_urls) if address else ""

    def _link(self, kind: str, id: str, here: str) -> str:
        if (kind, id) not in self._known:
            self._known[kind, id] = escaped(self.name_of(kind, id)), self.uri_of(kind, id)
        name, uri = self._known[kind, id]
        return f"[{name}]({'../' * here.count('/')}{uri})" if uri else name

    def _index(self, page: Page, here: str) -> Iterator[str]:
        kinds = OF_INDEX[page.kind]
        yield f"# {escaped(page.title)}"
        if page.kind == "home" and self.atlas.catalog.description:
            yield from ("", self.rich(self.atlas.catalog.description, here))
        for kind in kinds:
            ids = self.ids(kind)
            if len(kinds) > 1 and ids:
                yield from ("", f"## {INDEXES[kind].capitalize()}")
            yield ""
            yield from (f"- {self._link(kind, id, here)}{self.note_of(kind, id)}" for id in ids)

    def ids(self, kind: str) -> list[str]:
        """The ids of all things of a kind, pains with the highest score first."""
        return [one.pain.id for one in backlog(self.atlas)] if kind == "pain" else list(self._mapping(kind))

    def _mapping(self, kind: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = getattr(self.atlas, INDEXES[kind])
        return found

    def note_of(self, kind: str, id: str) -> str:
        """What a list says after the name of a thing, with a colon before it; "" for nothing."""
        if (kind, id) not in self._notes:
            self._notes[kind, id] = self._note(kind, id)
        return self._notes[kind, id]

    def _note(self, kind: str, id: str) -> str:
        thing = self._mapping(kind)[id]
        notes: list[str | None] = []
        if kind == "journey":
            pains = sum(one.pain.is_open for one in self.atlas.pains_of_journey.get(id, ()))
            notes = [", ".join(self.name_of("persona", one) for one in thing.personas), counted(pains, "open pain")]
            notes += [thing.state if thing.state != "current" else None, thing.status]
        elif kind == "pain":
            notes = [thing.pain.severity, thing.pain.status]
        elif kind == "evidence":
            notes = [thing.date.isoformat(), f"n = {thing.n}" if thing.n else None]
        else:
            notes = [getattr(thing, "role", None) or getattr(thing, "status", None) or getattr(thing, "unit", None)]
        said = ", ".join(escaped(note) for note in notes if note)
        return f": {said}" if said else ""

    def _thing(self, kind: str, id: str, here: str) -> Iterator[str]:
        thing = self._mapping(kind)[id]
        if kind == "journey":
            yield from self._journey(id, here)
            return
        if kind == "pain":
            yield from self._fields(thing.pain, here)
            yield from ("", "## Where it is felt", "")
            for place in thing.places:
                yield f"- {self._link('journey', place.journey.id, here)}, step {place.number}: " + escaped(
                    place.step.name
                )
            yield from self._listed(
                "What answers it", "opportunity", self.atlas.opportunities_of_pain.get(id, ()), here
            )
            return
        if kind in ("system", "tag"):
            yield from self._free_name(kind, thing, here)
            return
        yield from self._fields(thing, here)
        if kind == "persona":
            yield from self._listed("Journeys", "journey", self.atlas.journeys_of_persona.get(id, ()), here)
        elif kind == "metric":
            yield from self._figures(id)
        elif kind == "touchpoint":
            places = self.atlas.places_of_touchpoint.get(id, ())
            journeys = {place.journey.id: place.journey for place in places}
            yield from self._listed("Journeys", "journey", journeys.values(), here)

    def _free_name(self, kind: str, thing: FreeName, here: str) -> Iterator[str]:
        """A system or a tag, with the touchpoints and journeys that name it."""
        yield f"# {escaped(thing.name)}"
        places = self.atlas.cached(places_of_kind, kind).get(thing.id, ())
        journeys = {place.journey.id: place.journey for place in places}
        if kind == "system":
            run = [one for one in self.atlas.catalog.touchpoints if thing.id in map(name_id, one.systems)]
            yield from self._listed("Touchpoints", "touchpoint", run, here)
        yield from self._listed("Journeys", "journey", journeys.values(), here)

    def _journey(self, id: str, here: str) -> Iterator[str]:
        journey = self.atlas.journeys[id]
        yield steps_page(self.atlas, [journey]).decode().rstrip("\n")
        pains = {one.pain.id: one for place in self.atlas.places[id] for one in pains_at(self.atlas, place)}
        if pains:
            yield from ("", "## Pains", "")
        for one in sorted(pains.values(), key=lambda one: -one.score.value):
            words = ", ".join(filter(None, (one.pain.severity, one.pain.status, f"score {one.score.shown}")))
            cause = f". {escaped(one.pain.cause)}" if one.pain.cause else ""
            yield f"- {self._link('pain', one.pain.id, here)}: {words}{cause}"
        yield from self._listed("Opportunities", "opportunity", self.atlas.opportunities_of_journey.get(id, ()), here)
        for title, kind, ids in (("Metrics", "metric", journey.metrics), ("Evidence", "evidence", journey.evidence)):
            if ids:
                yield from ("", f"## {title}", "", *(f"- {self._link(kind, one, here)}" for one in ids))
        if journey.notes:
            yield from ("", "## Notes", "", self.rich(journey.notes, here))

    def _listed(self, title: str, kind: str, things: Iterable[Any], here: str) -> Iterator[str]:
        found = [f"- {self._link(kind, one.id, here)}{self.note_of(kind, one.id)}" for one in things]
        if found:
            yield from ("", f"## {title}", "", *found)

    def _figures(self, id: str) -> Iterator[str]:
        rows = [row for row in self.atlas.observations.get(id, ()) if row.segment is None]
        if rows:
            yield from ("", "## Figures", "", "| day | value | n |", "|---|---|---|")
        for row in rows:
            yield f"| {row.date.isoformat()} | {row.value:g} | {'' if row.n is None else f'{row.n:g}'} |"

    def _fields(self, thing: Model, here: str) -> Iterator[str]:
        """The name of a thing as a heading, then its fields; those of more than a line below it."""
        values = thing.model_dump(mode="json", exclude_defaults=True, exclude={"id", "path", "image", "codeowner"})
        yield f"# {escaped(values.pop('title', None) or values.pop('name', ''))}"
        yield ""
        for name, value in values.items():
            if name not in _RICH:
                yield from self._field(name, value, here, "")
        for name in _RICH & values.keys():
            yield from ("", f"## {_label(name)}", "", self.rich(values[name], here))

    def _field(self, name: str, value: Any, here: str, indent: str) -> Iterator[str]:
        """A field as an entry of a list, with what is in it as a list below."""
        if isinstance(value, dict):
            yield f"{indent}- {_label(name)}"
            for key, one in value.items():
                yield from self._field(key, one, here, f"{indent}  ")
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"{indent}- {_label(name)}"
            for one in value:
                inner = one if isinstance(one, dict) else {name: one}
                first = next((key for key in ("title", "name", "text", "job", "id") if inner.get(key)), "")
                yield f"{indent}  - {self._value(first, inner.get(first, ''), here)}"
                for key, part in inner.items():
                    if key not in (first, "id"):
                        yield from self._field(key, part, here, f"{indent}    ")
        else:
            many = value if isinstance(value, list) else [value]
            yield f"{indent}- {_label(name)}: {', '.join(self._value(name, one, here) for one in many)}"

    def _value(self, name: str, value: Any, here: str) -> str:
        kind = _REFERENCES.get(name)
        if kind and isinstance(value, str) and self.uri_of(kind, value):
            return self._link(kind, value, here)
        shown = f"{value:g}" if isinstance(value, float) else "yes" if value is True else str(value)
        return escaped(shown)

    def rich(self, text: str, here: str) -> str:
        """Markdown of an author: links lead to twins, and no HTML in it is any."""
        up = "../" * here.count("/")
        linked = _LINK.sub(lambda one: f"]({up}{self.uri_of(one[1], one[2])})", text)
        return linked.replace("<", "&lt;")


def _label(name: str) -> str:
    """The name of a field, or a key of the author's, as a label."""
    text = escaped(name.replace("_", " "))
    return text[:1].upper() + text[1:]
