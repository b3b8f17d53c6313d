"""Markdown for a comment on a pull request, or for the summary of a step; readable without knowing YAML."""

import html
from collections.abc import Callable, Iterator, Sequence

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine
from mkdocs_journeys.reports.comment.chart import MOST_CHARACTERS, chart_key, left_out, mermaid_chart, steps_to_chart
from mkdocs_journeys.reports.comment.links import CommentLinks
from mkdocs_journeys.reports.comment.paper import BoundedText, markdown_links, markdown_sentence
from mkdocs_journeys.reports.comment.verdict import accepted, described, journeys_of, verdict, weightiest
from mkdocs_journeys.reports.comparison.trends import where_of, words_of
from mkdocs_journeys.reports.document import (
    AcknowledgedPart,
    ChangeItem,
    DiffDocument,
    FilePosition,
    JourneyPart,
    SideProblem,
)
from mkdocs_journeys.reports.escape import markdown_code, one_line
from mkdocs_journeys.reports.summary import (
    ACCEPTED_SIGN,
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
TOPS = (
    (Judgement.WORSE, "Worse for the customer", 6),
    (Judgement.BETTER, "Better for the customer", 3),
    (Judgement.REVIEW, "To look at", 4),
)
"""The lists that are not folded: what they hold, their titles, and how many entries they have at most."""
MOST_MISTAKES, MOST_ACCEPTED, MOST_TRENDS, MOST_TEAMS, MOST_PAINS = 6, 3, 6, 6, 20
MOST_FOLDS, MOST_IN_A_FOLD, MOST_TITLES = 12, 25, 60
"""Journeys with a fold of their own, entries in each, and titles in the fold for all other journeys."""
CUT = "*The comment ends here, for it may not be longer: `journeys diff` shows all of it.*"
NO_LINKS = CommentLinks()
Counts = Callable[[Sequence[ChangeItem]], str]
"""How many changes there are, in words."""


def format_diff(
    document: DiffDocument,
    limit: int = LONGEST_COMMENT,
    size_of: Callable[[str], int] = len,
    links: CommentLinks = NO_LINKS,
) -> str:
    """The comment for GitHub and GitLab, of at most `limit` as `size_of` measures it; quotes are in code spans.

    Nothing in the document is trusted.
    """
    counts = counts_with_signs if document.absent is None else _plain_counts
    paper = BoundedText(limit - size_of(CUT) - 2, size_of)
    paper.write(MARKER, "## What changes for the customer", "", _verdict(document), "")
    if total := _total(document, counts, links.commit):
        paper.write(total, "")
    if links.pictures and document.journeys:
        paper.write(f"[Pictures of the maps, before and after]({links.pictures})", "")
    for block in (*_mistakes(document, links), *_tops(document, links), _accepted(document, links), _trends(document)):
        paper.write(*block)
    paper.write(*_reviewers(document, counts))
    if document.changes:
        paper.write("### All changes", "")
    paper.write(*_pains(document))
    _folds(paper, document, counts, links)
    if paper.is_cut:
        paper.lines += ["", CUT]
    return "\n".join(paper.lines) + "\n"


def _verdict(document: DiffDocument) -> str:
    lead, sentence = verdict(document)
    return " ".join(filter(None, [f"**{lead}**" if lead else "", markdown_sentence(sentence)]))


def _plain_counts(changes: Sequence[ChangeItem]) -> str:
    """The counts where a whole side is absent, so that nothing got better or worse."""
    return counted(len(changes), "change")


def _total(document: DiffDocument, counts: Counts, commit: str) -> str:
    where = f" in {counted(len(document.journeys), 'journey')}" if document.journeys else ""
    meanings = f": {counts(document.changes)}" if document.absent is None else ""
    told = f"{counted(len(document.changes), 'change')}{where}{meanings}."
    at = f"As of commit {markdown_code(commit[:10])}." if commit else ""
    return " ".join(filter(None, [told if document.changes else "", at]))


def _mistakes(document: DiffDocument, links: CommentLinks) -> Iterator[Iterator[str]]:
    """The mistakes of either side."""
    titles = {"head": "### Mistakes, to be mended here", "base": "### Mistakes that were there before"}
    for side, commit in (("head", links.commit), ("base", links.base)):
        found = [problem for problem in document.problems if problem.side == side]
        if found:
            yield _limited(titles[side], [_mistake(one, commit, links) for one in found], MOST_MISTAKES)


def _mistake(problem: SideProblem, commit: str, links: CommentLinks) -> str:
    where = markdown_code(f"{problem.file}:{problem.line}:{problem.column}")
    hint = f" {markdown_code(problem.hint)}" if problem.hint else ""
    at = links.to_line(FilePosition(file=problem.file, line=problem.line, column=problem.column), commit)
    link = markdown_links([(f"line\N{NO-BREAK SPACE}{problem.line}", at)] if at else [])
    return f"- {where}: {markdown_code(problem.message)}{hint}{link}"


def _tops(document: DiffDocument, links: CommentLinks) -> Iterator[Iterator[str]]:
    """What is worse, better and to look at, shown without folding; not where everything came or went at once."""
    journeys = journeys_of(document)
    for judgement, title, most in TOPS if document.absent is None else ():
        if found := weightiest(document, judgement):
            entries = [_entry(line, journeys, links) for line in found]
            yield _limited(f"### {SIGNS[judgement]} {title}", entries, most)


def _entry(line: ChangeLine[ChangeItem], journeys: dict[str, JourneyPart], links: CommentLinks) -> str:
    return f"- {markdown_sentence(described(line, journeys))}{markdown_links(links.of_change(line.first))}"


def _trends(document: DiffDocument) -> Iterator[str]:
    """What a gate on a trend stops."""
    entries = [f"- {markdown_code(where_of(one))}: {words_of(one)}" for one in document.trends if one.failing]
    if entries:
        yield from _limited("### Trends that this change may not have", entries, MOST_TRENDS)


def _accepted(document: DiffDocument, links: CommentLinks) -> Iterator[str]:
    """What somebody accepted as it is: by whom, until when, and why."""
    journeys = journeys_of(document)
    entries = [
        f"{_entry(ChangeLine(one.judgement, one.sentence, one), journeys, links)}\n  - {_reason(one.acknowledged)}"
        for one in accepted(document)
        if one.acknowledged
    ]
    if entries:
        yield from _limited(f"### {ACCEPTED_SIGN} Accepted", entries, MOST_ACCEPTED)


def _reason(taken: AcknowledgedPart) -> str:
    return f"accepted by {markdown_code(taken.by)} until {taken.until}: {markdown_code(taken.reason)}"


def _limited(title: str, entries: Sequence[str], most: int) -> Iterator[str]:
    """A list under its title, of at most so many entries."""
    yield from (title, "", *entries[:most])
    if len(entries) > most:
        yield f"- and {len(entries) - most:,} more"
    yield ""


def _pains(document: DiffDocument) -> Iterator[str]:
    """A closed fold with a row for each pain that changed."""
    rows = pain_rows(document)
    if not rows:
        return
    yield from ("<details>", f"<summary>Pains: {len(rows):,}</summary>", "")
    yield from ("| | Pain | What happened to it | How severe it is now |", "|---|---|---|---|")
    for row in rows[:MOST_PAINS]:
        severity = "" if row.words == ("removed",) else row.severity
        sign = f"{SIGNS[row.judgement]} {row.judgement}" if document.absent is None else ""
        yield f"| {sign} | {markdown_code(row.title)} | {markdown_sentence(row.words)} | {severity} |"
    if len(rows) > MOST_PAINS:
        yield from ("", f"and {len(rows) - MOST_PAINS:,} more")
    yield from ("", "</details>", "")


def _reviewers(document: DiffDocument, counts: Counts) -> Iterator[str]:
    """The teams that own what changed, with counts by judgement."""
    owned = by_team(document)
    if not owned:
        return
    yield from ("### Who should review", "", "| Team | Handle | Changes to what it owns |", "|---|---|---|")
    for team, changes in owned[:MOST_TEAMS]:
        handle = markdown_code(team.handle) if team.handle else ""
        yield f"| {markdown_code(team.name)} | {handle} | {counts(changes)} |"
    if len(owned) > MOST_TEAMS:
        yield from ("", f"and {len(owned) - MOST_TEAMS:,} more teams")
    yield ""


def _folds(paper: BoundedText, document: DiffDocument, counts: Counts, links: CommentLinks) -> None:
    """A closed fold for each of the journeys that suffer most, one for all that have no room, one for the rest."""
    found = list(by_journey(document))
    beside = [fold for fold in found if fold[0] is None]
    inside = [fold for fold in found if fold[0]]
    mermaid, shown = MOST_CHARACTERS, 0
    for journey, changes in inside[:MOST_FOLDS]:
        chart = list(_chart(journey, mermaid)) if journey else []
        if not paper.write(*_fold(journey, changes, counts, links, chart)):
            break
        mermaid -= sum(map(len, chart)) if chart and chart[0] == "```mermaid" else 0
        shown += 1
    if inside[shown:]:
        paper.write(*_other_journeys(inside[shown:], counts))
    for journey, changes in beside:
        paper.write(*_fold(journey, changes, counts, links, []))


def _fold(
    journey: JourneyPart | None, changes: list[ChangeItem], counts: Counts, links: CommentLinks, chart: Sequence[str]
) -> Iterator[str]:
    """The changes of one journey, or those outside of any, as a closed fold under title and counts."""
    yield from ("<details>", f"<summary>{_fold_title(journey)} {counts(changes)}</summary>", "")
    if journey and (page := links.of_journey(journey)):
        yield from (f"[The map in the preview]({page})", "")
    lines = lines_of(changes)
    for line in lines[:MOST_IN_A_FOLD]:
        sign = _sign(line) if counts is counts_with_signs else ""
        yield f"- {sign}{markdown_sentence(line.sentence)}{markdown_links(list(links.of_change(line.first))[:1])}"
    if len(lines) > MOST_IN_A_FOLD:
        yield f"- and {len(lines) - MOST_IN_A_FOLD:,} more"
    if chart:
        yield from ("", *chart)
    yield from ("", "</details>", "")


def _sign(line: ChangeLine[ChangeItem]) -> str:
    if line.first.acknowledged:
        return f"{ACCEPTED_SIGN} accepted, {line.judgement}: "
    return f"{SIGNS[line.judgement]} {line.judgement}: "


def _fold_title(journey: JourneyPart | None) -> str:
    return f"<code>{html.escape(one_line(journey.title))}</code>" if journey else BESIDE


def _chart(journey: JourneyPart, most: int) -> Iterator[str]:
    """The chart of at most so many characters, if there is one, and its key."""
    steps = steps_to_chart(journey)
    if not steps:
        return
    chart = mermaid_chart(steps)
    if len(chart) <= most:
        yield from ("```mermaid", chart, "```", "")
    yield from chart_key(steps)
    if beside := left_out(journey, steps):
        yield from ("", beside)


def _other_journeys(folds: Sequence[tuple[JourneyPart | None, list[ChangeItem]]], counts: Counts) -> Iterator[str]:
    """One closed fold that names further journeys, with their counts."""
    every = [change for _, changes in folds for change in changes]
    yield from ("<details>", f"<summary>and {counted(len(folds), 'more journey')} {counts(every)}</summary>")
    yield ""
    yield from (f"- {markdown_code(part.title)} {counts(changes)}" for part, changes in folds[:MOST_TITLES] if part)
    if len(folds) > MOST_TITLES:
        yield f"- and {len(folds) - MOST_TITLES:,} more journeys"
    yield from ("", "</details>", "")
