"""A thing on a card, for hovers and for the documentation of proposals: a pain with its score, a persona's goals."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.insight.scoring import Score, score_opportunity, score_pain
from mkdocs_journeys.lsp.state.things import Snapshot, Thing
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.site.rendering.richtext import plain
from mkdocs_journeys.vocabulary import BY_NAME
from mkdocs_journeys.wording import counted, terminal_safe

_LONGEST = 300
_MOST_ITEMS = 6
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|]|^(?:[-+=#]|\d+(?=[.)]))")
"""What Markdown would take for more than a character: some anywhere, some at the start of a line."""
Lines = Iterator[str]


def card(thing: Thing, snapshot: Snapshot) -> str:
    """A thing as Markdown: its name, what it is and how often it is used, and what matters most about it."""
    noun = BY_NAME[thing.kind].noun if thing.kind in BY_NAME else "picture" if thing.kind == "asset" else thing.kind
    head = f"**{escaped(thing.name or thing.id)}**\n\n{noun} `{thing.id}`, {snapshot.used(thing.kind, thing.id)}"
    about = _ABOUT.get(thing.kind, _plain)
    paragraphs = list(about(thing.model, snapshot)) if thing.model else []
    return "\n\n".join([head, *filter(None, paragraphs)])


def escaped(text: str) -> str:
    """A text of an author as Markdown that shows it on one line, and does nothing else."""
    line = terminal_safe(" ".join(text.split()))
    line = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return _MARKUP.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", line)


def score_line(score: Score) -> str:
    """A score in one line: "Score 75, high: 4 × 3 × 4 ÷ 64 × 100 × 1.0 = 75"."""
    return f"Score {score.figure:g}, {score.band}: {score.working}"


def score_of(thing: Thing, snapshot: Snapshot) -> Score | None:
    """The score of a pain or an opportunity; None for everything else, and for what could never be read."""
    scoring = snapshot.catalog.scoring if snapshot.catalog else Scoring()
    if thing.model is None:
        return None
    if thing.kind == "pain":
        return score_pain(thing.model, scoring)
    return score_opportunity(thing.model, scoring) if thing.kind == "opportunity" else None


def _pain(model: Any, snapshot: Snapshot) -> Lines:
    yield _score(Thing("pain", model.id, "", "", model), snapshot)
    yield _facts(
        {"severity": model.severity, "frequency": model.frequency, "impact": model.impact, "status": model.status}
        | {"owner": _named("team", model.owner, snapshot), "confidence": model.believed}
    )
    yield _rich(model.description)


def _opportunity(model: Any, snapshot: Snapshot) -> Lines:
    yield _score(Thing("opportunity", model.id, "", "", model), snapshot)
    yield _facts({"value": model.value, "effort": model.effort, "status": model.status})
    yield _facts({"owner": _named("team", model.owner, snapshot)})
    yield _list("Answers", (_named("pain", id, snapshot) for id in model.pains))


def _score(thing: Thing, snapshot: Snapshot) -> str:
    score = score_of(thing, snapshot)
    return score_line(score) if score else ""


def _persona(model: Any, snapshot: Snapshot) -> Lines:
    yield _text(model.role)
    yield f"“{escaped(model.quote)}”" if model.quote else ""
    yield _list("Goals", model.goals)
    yield _list("Frustrations", model.frustrations)
    yield _facts({"segment": _named("segment", model.segment, snapshot), "confidence": model.believed})


def _journey(model: Any, snapshot: Snapshot) -> Lines:
    yield _facts(
        {"status": model.status, "state": model.state, "owner": _named("team", model.owner, snapshot)}
        | {"reviewed": model.reviewed and model.reviewed.isoformat()}
    )
    yield f"{counted(len(model.stages), 'stage')}, {counted(len(model.steps), 'step')}"
    yield _list("Taken by", (_named("persona", id, snapshot) for id in model.personas))
    yield _text(model.objective)


def _study(model: Any, snapshot: Snapshot) -> Lines:
    size = f"n = {model.n}" if model.n is not None else None
    yield _facts({"kind": model.kind, "date": model.date.isoformat(), "size": size})
    yield _rich(model.summary)
    yield _list("Findings", (finding.text for finding in model.findings))


def _finding(model: Any, snapshot: Snapshot) -> Lines:
    yield _facts({"type": model.type})


def _metric(model: Any, snapshot: Snapshot) -> Lines:
    unit = f" {model.unit}" if model.unit else ""
    figures = {"baseline": model.baseline, "target": model.target}
    shown = {name: f"{value:g}{unit}" for name, value in figures.items() if value is not None}
    yield _facts({"kind": model.kind} | shown | {"by": model.by and model.by.isoformat()})
    rows = snapshot.atlas.observations.get(model.id, ()) if snapshot.atlas else ()
    whole = [row for row in rows if row.segment is None]
    if whole:
        latest = max(whole, key=lambda row: row.date)
        yield f"Latest: {escaped(f'{latest.value:g}{unit}')} on {latest.date.isoformat()}"
    yield _text(model.description)


def _touchpoint(model: Any, snapshot: Snapshot) -> Lines:
    yield _facts(
        {"channel": _named("channel", model.channel, snapshot), "team": _named("team", model.team, snapshot)}
        | {"status": model.status}
    )
    yield _text(model.description)


def _step(model: Any, snapshot: Snapshot) -> Lines:
    emotion = None if model.emotion is None or isinstance(model.emotion, dict) else emotion_word(model.emotion)
    touchpoints = ", ".join(_named("touchpoint", id, snapshot) or id for id in model.touchpoint)
    yield _facts({"touchpoint": touchpoints, "emotion": emotion})
    yield _text(model.thinks if isinstance(model.thinks, str) else None)


def _plain(model: Any, snapshot: Snapshot) -> Lines:
    yield _text(getattr(model, "description", None) or getattr(model, "contact", None))


_ABOUT: Mapping[str, Callable[[Any, Snapshot], Lines]] = {
    "pain": _pain,
    "opportunity": _opportunity,
    "persona": _persona,
    "journey": _journey,
    "evidence": _study,
    "finding": _finding,
    "metric": _metric,
    "touchpoint": _touchpoint,
    "step": _step,
}


def _named(kind: str, id: str | None, snapshot: Snapshot) -> str | None:
    thing = snapshot.things(kind).get(id or "")
    return thing.name or thing.id if thing else id


def _facts(facts: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {escaped(str(value))}" for name, value in facts.items() if value)


def _text(text: str | None) -> str:
    return escaped(text) if text else ""


def _rich(text: str | None) -> str:
    """The words of a rich text, without what it links to."""
    return escaped(plain(text)) if text else ""


def _list(head: str, items: Iterable[str | None]) -> str:
    lines = [f"- {escaped(item)}" for item in items if item]
    more = [f"- and {len(lines) - _MOST_ITEMS} more"] if len(lines) > _MOST_ITEMS else []
    return "\n".join([f"{head}:", "", *lines[:_MOST_ITEMS], *more]) if lines else ""
