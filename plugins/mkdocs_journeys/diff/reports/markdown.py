"""Changes for a comment on a pull request: a reader needs no YAML to follow it."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from mkdocs_journeys.diff.change import Judgement, Said, Words
from mkdocs_journeys.diff.reports.counts import DOTS, changes_in_words, dotted, weight
from mkdocs_journeys.diff.reports.curves import MOST_CHARACTERS, chart_key, charted, emotion_chart
from mkdocs_journeys.diff.reports.document import Document, Item, JourneyPart
from mkdocs_journeys.diff.reports.escape import code, is_plain, one_line
from mkdocs_journeys.diff.reports.lines import Line, lines_of
from mkdocs_journeys.diff.reports.pains import pain_rows
from mkdocs_journeys.diff.sentences import plain

MARKER = "<!-- mkdocs-journeys: changes -->"
"""By this a later run finds its comment again."""
LONGEST = 60_000
MOST_AT_THE_TOP = 6
SIGNS = {
    Judgement.WORSE: "🔴 worse",
    Judgement.LOOK: "🟡 look",
    Judgement.BETTER: "🟢 better",
    Judgement.EDITORIAL: "⚪ editorial",
}
TOP = {Judgement.WORSE: "Worse for the customer", Judgement.BETTER: "Better for the customer"}
NOTHING = "Nothing: no journey means anything else than before."
BESIDE = "Beside the journeys"
CUT = "*The comment ends here, for it may not be longer: `journeys diff` shows all of it.*"
_CLOSE = ["", "</details>", ""]


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


def report(document: Document, limit: int = LONGEST, commit: str = "") -> str:
    """The comment in Markdown for GitHub and GitLab, at most `limit` characters; authors' texts are in code spans.

    `commit` is the hexadecimal name of the commit that the comment speaks of. Nothing in the document is trusted.
    """
    paper = _Paper(limit - len(CUT) - len("\n\n</details>\n\n\n"))
    paper.write(MARKER, "## What changes for the customer", "", _summary(document, commit), "")
    for block in (*_tops(document), _pains(document), _reviewers(document)):
        paper.write(*block)
    folds = list(_folds(document))
    if folds:
        paper.write("### All changes", "")
    for title, changes, journey in folds:
        _fold(paper, title, changes, journey)
    if paper.full:
        paper.lines += ["", CUT]
    return "\n".join(paper.lines) + "\n"


def said(words: Words) -> str:
    """A sentence with everything that authors wrote in code spans.

    All of it is one span where our own words are more than plain, or where spans would touch: that was forged.
    """
    ours = [isinstance(word, str) for word in words]
    if any(one == other is False for one, other in pairwise(ours)) or not all(
        is_plain(word) for word in words if isinstance(word, str)
    ):
        return code(plain(words))
    return "".join(code(word.text) if isinstance(word, Said) else word for word in words)


def _summary(document: Document, commit: str) -> str:
    at = f" As of commit {code(commit[:10])}." if commit else ""
    if not document.changes:
        return NOTHING + at
    journeys = len(document.journeys)
    where = f" in {journeys:,} journey{'' if journeys == 1 else 's'}" if journeys else ""
    return f"**{changes_in_words(len(document.changes))}**{where}: {dotted(document.changes)}.{at}"


def _tops(document: Document) -> Iterator[Iterator[str]]:
    """What is worse and what is better, before anything is folded."""
    titles = {fingerprint: part.title for part in document.journeys for fingerprint in part.changes}
    for judgement in TOP:
        found = lines_of([change for change in document.changes if change.judgement == judgement])
        if found:
            yield _top(judgement, found, titles)


def _top(judgement: Judgement, lines: Sequence[Line], titles: dict[str, str]) -> Iterator[str]:
    yield from (f"### {DOTS[judgement]} {TOP[judgement]}", "")
    for title, group in groupby(lines[:MOST_AT_THE_TOP], key=lambda line: titles.get(line.first.fingerprint)):
        if title:
            yield f"- {code(title)}"
        yield from (f"{'  ' if title else ''}- {said(line.words)}" for line in group)
    if len(lines) > MOST_AT_THE_TOP:
        yield f"- and {len(lines) - MOST_AT_THE_TOP:,} more below"
    yield ""


def _pains(document: Document) -> Iterator[str]:
    rows = pain_rows(document)
    if not rows:
        return
    yield from ("### Pains", "", "| | Pain | What happened to it | How severe it is now |", "|---|---|---|---|")
    for row in rows:
        severity = "" if row.words == ("removed",) else row.severity
        yield f"| {SIGNS[row.judgement]} | {code(row.title)} | {said(row.words)} | {severity} |"
    yield ""


def _reviewers(document: Document) -> Iterator[str]:
    """Who owns what changed, with the weight of it."""
    by_fingerprint = {change.fingerprint: change for change in document.changes}
    owned = [
        (team, [by_fingerprint[one] for one in team.changes if one in by_fingerprint])
        for team in document.teams
        if team.changes
    ]
    if not owned:
        return
    yield from ("### Who should review", "", "| Team | Handle | Changes to what it owns |", "|---|---|---|")
    for team, changes in sorted(owned, key=lambda pair: (weight(pair[1]), pair[0].id)):
        handle = code(team.handle) if team.handle else ""
        yield f"| {code(team.name)} | {handle} | {dotted(changes)} |"
    yield ""


def _folds(document: Document) -> Iterator[tuple[str, list[Item], JourneyPart | None]]:
    """Each journey with its changes, the weightiest first, and at last what lies in none."""
    by_fingerprint = {change.fingerprint: change for change in document.changes}
    inside = [
        (part, [by_fingerprint.pop(one) for one in part.changes if one in by_fingerprint]) for part in document.journeys
    ]
    for part, changes in sorted(inside, key=lambda pair: weight(pair[1])):
        if changes:
            yield part.title, changes, part
    if by_fingerprint:
        yield "", list(by_fingerprint.values()), None


def _fold(paper: _Paper, title: str, changes: list[Item], journey: JourneyPart | None) -> None:
    """One journey, closed but for its name and its counts."""
    name = f"<code>{html.escape(one_line(title))}</code>" if journey else BESIDE
    if not paper.write("<details>", f"<summary>{name} {dotted(changes)}</summary>", ""):
        return
    for line in lines_of(changes):
        paper.write(f"- {SIGNS[line.judgement]}: {said(line.words)}")
    steps = charted(journey.steps) if journey else []
    if steps:
        chart = emotion_chart(steps)
        if len(chart) <= paper.mermaid and paper.write("", "```mermaid", chart, "```"):
            paper.mermaid -= len(chart)
        paper.write("", *chart_key(steps))
    paper.lines += _CLOSE
    paper.room -= len("\n".join(_CLOSE)) + 1
