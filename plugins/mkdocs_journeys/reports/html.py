"""HTML: one page without external resources, for a reader who opens the result of a run in a browser."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import counts_of
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS, emotion_words, entity_word, short
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.reports.comment.verdict import verdict
from mkdocs_journeys.reports.curves import CurveDrawing, drawing_of
from mkdocs_journeys.reports.document import AcknowledgedPart, ChangeItem, DiffDocument
from mkdocs_journeys.reports.summary import BESIDE, by_journey, by_team, lines_of, not_accepted, pain_rows
from mkdocs_journeys.site.rendering.environment import environment, render
from mkdocs_journeys.wording import counted

DARK = '@media screen {\n  :where([data-md-color-scheme="slate"]) {'
BY_SYSTEM = "@media screen and (prefers-color-scheme: dark) {\n  :root {"
"""The page has no switch between light and dark: it follows the system."""


ACCEPTED = "accepted"
"""The word for changes that somebody accepted as they are."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One change, or many figures of a metric, as the page shows it; `kind` is a noun, `teams` are ids.

    `accepted` tells who accepted it, until when and why, None for nobody.
    """

    judgement: Judgement
    kind: str
    sentence: Sentence
    old: str
    new: str
    place: str
    teams: tuple[str, ...]
    accepted: AcknowledgedPart | None


@dataclass(frozen=True, slots=True)
class JourneySection:
    """A journey with its changes, the severest first, and its curves if they have changed."""

    id: str
    title: str
    rows: tuple[ReportRow, ...]
    counts: tuple[tuple[str, int], ...]
    drawing: CurveDrawing | None


def format_diff(document: DiffDocument, title: str = "") -> str:
    """The page; `title` names the two sides."""
    tokens = _asset("css/tokens.css").replace(DARK, BY_SYSTEM)
    style, script = tokens + _asset("diff/changes.css"), _asset("diff/changes.js")
    sections = list(_sections(document))
    values = {
        "title": title,
        "verdict": verdict(document),
        "problems": document.problems,
        "total": counted(len(document.changes), "change"),
        "counts": _counts(document.changes),
        "sections": sections,
        "pains": pain_rows(document),
        "reviewers": [
            {"id": team.id, "name": team.name, "handle": team.handle, "counts": _counts(changes)}
            for team, changes in by_team(document)
            if changes
        ],
        "kinds": sorted({row.kind for section in sections for row in section.rows}),
        "words": {**{one.value: JUDGEMENT_WORDS[one] for one in Judgement}, ACCEPTED: ACCEPTED},
        "is_quote": lambda part: isinstance(part, Quote),
        "style": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
    }
    return str(render(environment(), "diff.html.j2", values))


def _counts(changes: Sequence[ChangeItem]) -> tuple[tuple[str, int], ...]:
    """The number of changes with each judgement, and of those that somebody accepted."""
    left = not_accepted(changes)
    taken = len(changes) - len(left)
    return (*counts_of(left), *([(ACCEPTED, taken)] if taken else []))


def _sections(document: DiffDocument) -> Iterator[JourneySection]:
    owned = _owners(document)
    for part, changes in by_journey(document):
        rows, counts = _rows(changes, owned), _counts(changes)
        if part:
            yield JourneySection(part.id, part.title, rows, counts, drawing_of(part))
        else:
            yield JourneySection("", BESIDE, rows, counts, None)


def _rows(changes: list[ChangeItem], owned: dict[str, tuple[str, ...]]) -> tuple[ReportRow, ...]:
    return tuple(
        ReportRow(
            judgement=line.judgement,
            kind=entity_word(line.first.entity),
            sentence=line.sentence,
            old=value_text(line.first.old, line.first.field) if line.count == 1 else "",
            new=value_text(line.first.new, line.first.field) if line.count == 1 else "",
            place=_place(line.first),
            teams=owned.get(line.first.fingerprint, ()),
            accepted=line.first.acknowledged,
        )
        for line in lines_of(changes)
    )


def value_text(value: object, field: str | None = None) -> str:
    """A value of the document in words; "" for none."""
    if value is None:
        return ""
    if (field or "").split(".")[0] == "emotion" and isinstance(value, int | float) and -2 <= value <= 2:
        return emotion_words(value)[0]
    if isinstance(value, list):
        return "\n".join(value_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {value_text(item)}" for key, item in value.items() if item is not None)
    return (short(value) if isinstance(value, int | float) else None) or str(value)


def _place(change: ChangeItem) -> str:
    position = change.head or change.base
    return f"{position.file}:{position.line}" if position else ""


def _owners(document: DiffDocument) -> dict[str, tuple[str, ...]]:
    owned: dict[str, tuple[str, ...]] = {}
    for team in document.teams:
        for one in team.changes:
            owned[one] = (*owned.get(one, ()), team.id)
    return owned


def _asset(name: str) -> str:
    return files("mkdocs_journeys.templates").joinpath("assets", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
