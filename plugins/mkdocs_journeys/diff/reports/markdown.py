"""Changes for a comment on a pull request: a reader needs no YAML to follow it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Change, Judgement, Kind, Said, Words
from mkdocs_journeys.diff.labels import short
from mkdocs_journeys.diff.reports.counts import changes_in_words, counted
from mkdocs_journeys.diff.reports.curves import MOST_CHARACTERS, emotion_chart, emotion_table, felt
from mkdocs_journeys.diff.reports.escape import code

MARKER = "<!-- mkdocs-journeys: changes -->"
"""By this a later run finds its comment again."""
LONGEST = 60_000
SIGNS = {
    Judgement.WORSE: "🔴 worse",
    Judgement.LOOK: "🟡 look",
    Judgement.BETTER: "🟢 better",
    Judgement.EDITORIAL: "⚪ editorial",
}
CUT = "*The comment ends here, for it may not be longer: `journeys diff` shows all of it.*"


@dataclass(slots=True)
class _Paper:
    """Lines, as long as there is room for them; the room for what closes a fold is kept from the start."""

    room: int
    lines: list[str] = field(default_factory=list)
    full: bool = False
    mermaid: int = MOST_CHARACTERS

    def write(self, *lines: str) -> bool:
        """Write all of the lines, or none of them where the room is too small: then nothing more is written."""
        size = sum(len(line) + 1 for line in lines)
        self.full = self.full or size > self.room
        if not self.full:
            self.room -= size
            self.lines += lines
        return not self.full


def report(changes: Sequence[Change], old: Atlas, new: Atlas, limit: int = LONGEST) -> str:
    """The comment in Markdown for GitHub and GitLab, at most `limit` characters; authors' texts are in code spans."""
    paper = _Paper(limit - len(CUT) - len("\n\n</details>\n\n\n"))
    paper.write(MARKER, "## What changes for the customer", "", _summary(changes), "")
    for block in (_reviewers(changes, old, new), _pains(changes, old, new)):
        paper.write(*block)
    for journey, found in groupby(changes, key=lambda change: change.journey):
        _fold(paper, journey, list(found), old, new)
    if paper.full:
        paper.lines += ["", CUT]
    return "\n".join(paper.lines) + "\n"


def said(words: Words) -> str:
    """A sentence with everything that authors wrote in code spans."""
    return "".join(code(word.text) if isinstance(word, Said) else word for word in words)


def _summary(changes: Sequence[Change]) -> str:
    if not changes:
        return "Nothing: no journey means anything else than before."
    journeys = len({change.journey for change in changes if change.journey})
    where = f" in {journeys} journey{'' if journeys == 1 else 's'}" if journeys else ""
    return f"**{changes_in_words(len(changes))}**{where}: {counted(changes)}."


def _reviewers(changes: Sequence[Change], old: Atlas, new: Atlas) -> Iterator[str]:
    """Who owns what changed, with the weight of it."""
    owned = Counter(owner for change in changes for owner in change.owners)
    weighty = Counter(owner for change in changes if change.judgement != Judgement.EDITORIAL for owner in change.owners)
    if not owned:
        return
    yield from ("### Who should review", "", "| Team | Handle | Changes | Not just editorial |", "|---|---|---:|---:|")
    for id in sorted(owned, key=lambda id: (-weighty[id], -owned[id], id)):
        team = new.teams.get(id) or old.teams.get(id)
        handle = code(team.codeowner) if team and team.codeowner else ""
        yield f"| {code(team.name if team else id)} | {handle} | {owned[id]} | {weighty[id]} |"
    yield ""


def _pains(changes: Sequence[Change], old: Atlas, new: Atlas) -> Iterator[str]:
    """The pains that came, went, were resolved or changed."""
    found = [change for change in changes if change.entity == "pain"]
    if not found:
        return
    yield from ("### Pains", "", "| | Pain | What | Severity |", "|---|---|---|---|")
    for change in sorted(found, key=lambda change: list(Judgement).index(change.judgement)):
        hurt = new.hurts.get(change.id) or old.hurts.get(change.id)
        title, severity = (hurt.pain.title, hurt.pain.severity or "") if hurt else (change.id, "")
        yield f"| {SIGNS[change.judgement]} | {code(title)} | {_what(change)} | {severity} |"
    yield ""


def _what(change: Change) -> str:
    if change.kind != Kind.CHANGED:
        return change.kind.value
    before, after = short(change.old), short(change.new)
    if change.field == "status":
        return "resolved" if change.new == "resolved" else f"{before} → {after}"
    if before is None and after is None:
        return f"{change.field} rewritten"
    return f"{change.field}: {code(before or '–')} → {code(after or '–')}"


def _fold(paper: _Paper, journey: str | None, changes: list[Change], old: Atlas, new: Atlas) -> None:
    """One journey: closed, but for its name (an id, which cannot hold any markup) and its counts."""
    title = f"{journey}: {counted(changes)}" if journey else f"Beside the journeys: {counted(changes)}"
    if not paper.write("<details>", f"<summary>{title}</summary>", ""):
        return
    after, before = new.journeys.get(journey or ""), old.journeys.get(_old_id(journey, changes))
    if after or before:
        paper.write(code((after or before).title), "")  # type: ignore[union-attr]
    for change in sorted(changes, key=lambda change: list(Judgement).index(change.judgement)):
        paper.write(f"- {SIGNS[change.judgement]}: {said(change.words)}")
    if after and before and any((change.field or "").startswith("emotion") for change in changes):
        paper.write("", *emotion_table(changes, after))
        chart = emotion_chart(felt(before), felt(after))
        if chart and len(chart) <= paper.mermaid and paper.write("", "```mermaid", chart, "```"):
            paper.mermaid -= len(chart)
    paper.lines += ["", "</details>", ""]
    paper.room -= len("\n</details>\n\n")


def _old_id(journey: str | None, changes: Sequence[Change]) -> str:
    """What the journey was called before."""
    renamed = (c.old for c in changes if c.entity == "journey" and c.kind == Kind.RENAMED and c.field == "id")
    return next((str(old) for old in renamed), journey or "")
