"""Markdown for a comment on a pull request, or for the summary of a step; readable without knowing YAML."""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine
from mkdocs_journeys.diff.sentences import Quote, Sentence, plain_text
from mkdocs_journeys.reports.curves import MOST_CHARACTERS, chart_key, left_out, mermaid_chart, steps_to_chart
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart
from mkdocs_journeys.reports.escape import is_plain_markdown, markdown_code, one_line
from mkdocs_journeys.reports.summary import (
    BESIDE,
    SIGNS,
    by_journey,
    by_team,
    counts_with_signs,
    lines_of,
    pain_rows,
)
from mkdocs_journeys.wording import counted

MARKER = "<!-- mkdocs-journeys: changes -->"
"""By this a later run recognises its comment."""
LONGEST_COMMENT = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
MOST_AT_THE_TOP = 6
TOP = {Judgement.WORSE: "Worse for the customer", Judgement.BETTER: "Better for the customer"}
NOTHING = "Nothing: no journey means anything else than before."
CUT = "*The comment ends here, for it may not be longer: `journeys diff` shows all of it.*"
_CLOSE = ["", "</details>", ""]


@dataclass(slots=True)
class _BoundedText:
    """Lines up to a total size; `room` excludes from the start what closes an open fold."""

    room: int
    size_of: Callable[[str], int]
    lines: list[str] = field(default_factory=list)
    full: bool = False
    mermaid: int = MOST_CHARACTERS

    def write(self, *lines: str) -> bool:
        """Write all of the lines or, if they do not fit, none of them and nothing afterwards."""
        size = sum(self.size_of(line) + 1 for line in lines)
        self.full = self.full or size > self.room
        if not self.full:
            self.room -= size
            self.lines += lines
        return not self.full


def format_diff(
    document: DiffDocument, limit: int = LONGEST_COMMENT, commit: str = "", size_of: Callable[[str], int] = len
) -> str:
    """The comment for GitHub and GitLab, of at most `limit` as `size_of` measures it; quotes are in code spans.

    `commit` is the hash of the commit that the comment is about. Nothing in the document is trusted.
    """
    paper = _BoundedText(limit - len(CUT) - len("\n\n</details>\n\n\n"), size_of)
    paper.write(MARKER, "## What changes for the customer", "", _summary(document, commit), "")
    for block in (*_tops(document), _pains(document), _reviewers(document)):
        paper.write(*block)
    if document.changes:
        paper.write("### All changes", "")
    for journey, changes in by_journey(document):
        _fold(paper, journey, changes)
    if paper.full:
        paper.lines += ["", CUT]
    return "\n".join(paper.lines) + "\n"


def utf8_size(text: str) -> int:
    """The number of bytes in UTF-8."""
    return len(text.encode("utf-8", "backslashreplace"))


def _sentence(sentence: Sentence) -> str:
    """A sentence with its quotes in code spans.

    All of it is one span if our own texts are more than plain words, or if two quotes touch: it was forged.
    """
    touching = any(isinstance(one, Quote) and isinstance(other, Quote) for one, other in pairwise(sentence))
    if touching or not all(is_plain_markdown(part) for part in sentence if isinstance(part, str)):
        return markdown_code(plain_text(sentence))
    return "".join(markdown_code(part.text) if isinstance(part, Quote) else part for part in sentence)


def _summary(document: DiffDocument, commit: str) -> str:
    at = f" As of commit {markdown_code(commit[:10])}." if commit else ""
    if not document.changes:
        return NOTHING + at
    where = f" in {counted(len(document.journeys), 'journey')}" if document.journeys else ""
    return f"**{counted(len(document.changes), 'change')}**{where}: {counts_with_signs(document.changes)}.{at}"


def _tops(document: DiffDocument) -> Iterator[Iterator[str]]:
    """The changes for the worse and for the better, shown without folding."""
    titles = {fingerprint: part.title for part in document.journeys for fingerprint in part.changes}
    for judgement in TOP:
        found = lines_of([change for change in document.changes if change.judgement == judgement])
        if found:
            yield _top(judgement, found, titles)


def _top(judgement: Judgement, lines: Sequence[ChangeLine[ChangeItem]], titles: dict[str, str]) -> Iterator[str]:
    yield from (f"### {SIGNS[judgement]} {TOP[judgement]}", "")
    for title, group in groupby(lines[:MOST_AT_THE_TOP], key=lambda line: titles.get(line.first.fingerprint)):
        if title:
            yield f"- {markdown_code(title)}"
        yield from (f"{'  ' if title else ''}- {_sentence(line.sentence)}" for line in group)
    if len(lines) > MOST_AT_THE_TOP:
        yield f"- and {len(lines) - MOST_AT_THE_TOP:,} more below"
    yield ""


def _pains(document: DiffDocument) -> Iterator[str]:
    rows = pain_rows(document)
    if not rows:
        return
    yield from ("### Pains", "", "| | Pain | What happened to it | How severe it is now |", "|---|---|---|---|")
    for row in rows:
        severity = "" if row.words == ("removed",) else row.severity
        sign = f"{SIGNS[row.judgement]} {row.judgement}"
        yield f"| {sign} | {markdown_code(row.title)} | {_sentence(row.words)} | {severity} |"
    yield ""


def _reviewers(document: DiffDocument) -> Iterator[str]:
    """The teams that own what changed, with counts by judgement."""
    owned = by_team(document)
    if not owned:
        return
    yield from ("### Who should review", "", "| Team | Handle | Changes to what it owns |", "|---|---|---|")
    for team, changes in owned:
        handle = markdown_code(team.handle) if team.handle else ""
        yield f"| {markdown_code(team.name)} | {handle} | {counts_with_signs(changes)} |"
    yield ""


def _fold(paper: _BoundedText, journey: JourneyPart | None, changes: list[ChangeItem]) -> None:
    """Write the changes of one journey, or those outside of any, as a closed fold under title and counts."""
    name = f"<code>{html.escape(one_line(journey.title))}</code>" if journey else BESIDE
    if not paper.write("<details>", f"<summary>{name} {counts_with_signs(changes)}</summary>", ""):
        return
    for line in lines_of(changes):
        paper.write(f"- {SIGNS[line.judgement]} {line.judgement}: {_sentence(line.sentence)}")
    steps = steps_to_chart(journey) if journey else []
    if journey and steps:
        chart = mermaid_chart(steps)
        if len(chart) <= paper.mermaid and paper.write("", "```mermaid", chart, "```"):
            paper.mermaid -= len(chart)
        paper.write("", *chart_key(steps))
        if beside := left_out(journey):
            paper.write("", beside)
    paper.lines += _CLOSE
    paper.room -= len("\n".join(_CLOSE)) + 1
