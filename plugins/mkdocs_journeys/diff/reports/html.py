"""Changes as one page that needs nothing else: for whoever opens the result of a run in a browser."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from mkdocs_journeys.diff.change import Judgement, Said, Words
from mkdocs_journeys.diff.labels import emotion_words, entity_word, short
from mkdocs_journeys.diff.reports.counts import JUDGEMENT_WORDS, ORDER, changes_in_words, weight
from mkdocs_journeys.diff.reports.document import Document, Item
from mkdocs_journeys.diff.reports.drawing import Drawing, drawing_of
from mkdocs_journeys.diff.reports.pains import pain_rows
from mkdocs_journeys.diff.sentences import parts
from mkdocs_journeys.site.render import environment, render

BESIDE = "Beside the journeys"
DARK = '@media screen {\n  [data-md-color-scheme="slate"] {'
BY_SYSTEM = "@media screen and (prefers-color-scheme: dark) {\n  :root {"
"""A page of its own has no switch: it follows the system."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change as it is shown; `kind` is the sort of thing that changed, `teams` are ids."""

    judgement: Judgement
    kind: str
    words: Words
    old: str
    new: str
    place: str
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A journey with its changes, the weightiest first, and its curves where these have changed."""

    id: str
    title: str
    rows: tuple[Row, ...]
    counts: tuple[tuple[Judgement, int], ...]
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A team and how much of what it owns changed."""

    id: str
    name: str
    handle: str
    counts: tuple[tuple[Judgement, int], ...]


def report(document: Document, title: str = "") -> str:
    """The page. `title` names what was compared."""
    style, script = _style(), _asset("changes.js")
    sections = list(_sections(document))
    values = {
        "title": title,
        "total": changes_in_words(len(document.changes)),
        "counts": _counts(document.changes),
        "sections": sections,
        "pains": pain_rows(document),
        "reviewers": list(_reviewers(document)),
        "kinds": sorted({row.kind for section in sections for row in section.rows}),
        "words": {one.value: JUDGEMENT_WORDS[one] for one in Judgement},
        "is_said": lambda word: isinstance(word, Said),
        "style": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
    }
    return str(render(environment(), "diff.html.j2", values))


def _sections(document: Document) -> Iterator[Section]:
    left = {change.fingerprint: change for change in document.changes}
    inside = [(part, [left.pop(one) for one in part.changes if one in left]) for part in document.journeys]
    owned = _owners(document)
    for part, changes in sorted(inside, key=lambda pair: weight(pair[1])):
        if changes:
            yield Section(part.id, part.title, _rows(changes, owned), _counts(changes), drawing_of(part.steps))
    if left:
        rest = list(left.values())
        yield Section("", BESIDE, _rows(rest, owned), _counts(rest), None)


def _rows(changes: list[Item], owned: dict[str, tuple[str, ...]]) -> tuple[Row, ...]:
    return tuple(
        Row(
            judgement=change.judgement,
            kind=entity_word(change.entity),
            words=parts(change.sentence),
            old=value_text(change.old, change.field),
            new=value_text(change.new, change.field),
            place=_place(change),
            teams=owned.get(change.fingerprint, ()),
        )
        for change in sorted(changes, key=lambda change: ORDER.index(change.judgement))
    )


def value_text(value: object, field: str | None = None) -> str:
    """A value of the document as people read it; "" for none."""
    if value is None:
        return ""
    if (field or "").split(".")[0] == "emotion" and isinstance(value, int):
        return emotion_words(value)
    if isinstance(value, list):
        return "\n".join(value_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {value_text(item)}" for key, item in value.items() if item is not None)
    return (short(value) if isinstance(value, bool | float) else None) or str(value)


def _place(change: Item) -> str:
    spot = change.head or change.base
    return f"{spot.file}:{spot.line}" if spot else ""


def _owners(document: Document) -> dict[str, tuple[str, ...]]:
    owned: dict[str, tuple[str, ...]] = {}
    for team in document.teams:
        for one in team.changes:
            owned[one] = (*owned.get(one, ()), team.id)
    return owned


def _reviewers(document: Document) -> Iterator[Reviewer]:
    known = {change.fingerprint: change for change in document.changes}
    owned = [(team, [known[one] for one in team.changes if one in known]) for team in document.teams]
    for team, changes in sorted(owned, key=lambda pair: (weight(pair[1]), pair[0].id)):
        if changes:
            yield Reviewer(team.id, team.name, team.handle or "", _counts(changes))


def _counts(changes: list[Item] | tuple[Item, ...]) -> tuple[tuple[Judgement, int], ...]:
    counts = ((one, sum(change.judgement == one for change in changes)) for one in Judgement)
    return tuple((one, count) for one, count in counts if count)


def _style() -> str:
    tokens = files("mkdocs_journeys.templates").joinpath("assets/css/tokens.css").read_text("utf-8")
    return tokens.replace(DARK, BY_SYSTEM) + _asset("changes.css")


def _asset(name: str) -> str:
    return files("mkdocs_journeys.templates").joinpath("assets/diff", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
