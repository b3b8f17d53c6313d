"""The first sentence of a comment: the one change, or the one obstacle, that matters most."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from mkdocs_journeys.diff import ChangeKind, Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine
from mkdocs_journeys.model.scales import SEVERITY
from mkdocs_journeys.reports.comment.paper import markdown_sentence
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart
from mkdocs_journeys.reports.escape import markdown_code
from mkdocs_journeys.reports.summary import lines_of
from mkdocs_journeys.wording import counted, listed

NOTHING = "Nothing: no journey means anything else than before."
MOST_NAMES = 3
_NEW_THING = 2.0
_DEEPEST = 0.5


def journeys_of(document: DiffDocument) -> dict[str, JourneyPart]:
    """The journey that each change belongs to, by the fingerprint of the change."""
    return {fingerprint: part for part in document.journeys for fingerprint in part.changes}


def weightiest(document: DiffDocument, judgement: Judgement) -> list[ChangeLine[ChangeItem]]:
    """The lines for the changes of a judgement that nobody accepted, the weightiest first."""
    found = [one for one in document.changes if one.judgement == judgement and not one.acknowledged]
    severities = {pain.id: SEVERITY[pain.severity] for pain in document.pains if pain.severity}
    return sorted(lines_of(found), key=lambda line: -_weight(line.first, severities))


def accepted(document: DiffDocument) -> list[ChangeItem]:
    """The changes that somebody accepted as they are, the severest first."""
    return sorted((one for one in document.changes if one.acknowledged), key=lambda one: one.judgement.rank)


def verdict(document: DiffDocument) -> str:
    """One sentence in Markdown: on a mistake, a side without journeys, the worst change, the best."""
    return next(sentence for rule in _RULES if (sentence := rule(document)))


def _weight(change: ChangeItem, severities: Mapping[str, int]) -> float:
    """How much a change matters among those of one judgement, by levels of emotion or of severity."""
    old, new = change.old, change.new
    if change.field and change.field.partition(".")[0] == "emotion" and _is_number(old) and _is_number(new):
        return abs(float(new) - float(old)) + _DEEPEST * (new == -2)  # type: ignore[arg-type]
    if change.entity == "pain":
        return severities.get(change.id, 1) - 1
    if change.field == "reviewed":
        return 0.0
    return _NEW_THING if change.entity in ("step", "stage", "journey") and change.kind != ChangeKind.CHANGED else 1.0


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _mistakes(document: DiffDocument) -> str:
    wrong = [problem for problem in document.problems if problem.side == "head"]
    if not wrong:
        return ""
    first = min(wrong, key=lambda problem: (problem.file, problem.line))
    where = markdown_code(f"{first.file}:{first.line}")
    return (
        f"**Not all of it can be read:** {counted(len(wrong), 'mistake')}, the first in {where}: "
        f"{markdown_code(first.message)}"
    )


def _absent(document: DiffDocument) -> str:
    if document.absent == "head":
        return "**All journeys are gone:** their folder is not there any more, or has another name."
    if document.absent == "base":
        names = [markdown_code(part.title) for part in document.journeys[:MOST_NAMES]]
        more = len(document.journeys) - len(names)
        rest = [f"{more:,} more"] if more else []
        found = f": {listed([*names, *rest], 'and')}" if names else ""
        return f"**The first journeys**{found}; there was nothing before."
    return ""


def _worst(document: DiffDocument) -> str:
    return _first(document, Judgement.WORSE, "**Worse for the customer:**")


def _best(document: DiffDocument) -> str:
    return _first(document, Judgement.BETTER, "**Better for the customer**, and nothing worse:")


def _look(document: DiffDocument) -> str:
    return _first(document, Judgement.REVIEW, "**Neither better nor worse, but to look at:**")


def _rest(document: DiffDocument) -> str:
    if not document.changes:
        return NOTHING if not document.problems else "Nothing changed in what can be read."
    if taken := accepted(document):
        return f"**Nothing is worse but what was accepted:** {counted(len(taken), 'change')}."
    return "**Nothing changes for the customer:** only words and order."


def _first(document: DiffDocument, judgement: Judgement, begins: str) -> str:
    found = weightiest(document, judgement)
    if not found:
        return ""
    return f"{begins} {''.join(described(found[0], journeys_of(document)))}."


def described(line: ChangeLine[ChangeItem], journeys: Mapping[str, JourneyPart]) -> Iterator[str]:
    """The sentence of a change, and its journey unless the change is that journey's own."""
    yield markdown_sentence(line.sentence)
    part = journeys.get(line.first.fingerprint)
    if part and not (line.first.entity == "journey" and line.first.id == part.id):
        yield f", in {markdown_code(part.title)}"


_RULES: Sequence[Callable[[DiffDocument], str]] = (_mistakes, _absent, _worst, _best, _look, _rest)
