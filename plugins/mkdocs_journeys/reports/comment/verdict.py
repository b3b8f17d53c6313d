"""The first sentence of a report: the one change, or the one obstacle, that matters most."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.diff import ChangeKind, Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine
from mkdocs_journeys.diff.sentences import Quote, Sentence, normalized
from mkdocs_journeys.model.scales import SEVERITY
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart
from mkdocs_journeys.reports.summary import lines_of
from mkdocs_journeys.wording import counted

NOTHING = "Nothing: no journey means anything else than before."
MOST_NAMES = 3
_NEW_THING = 2.0
_DEEPEST = 0.5


class Verdict(NamedTuple):
    """A few words of ours on what it is about, "" for none, and the rest of the sentence."""

    lead: str
    sentence: Sentence


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


def verdict(document: DiffDocument) -> Verdict:
    """The verdict: on a mistake, a side without journeys, the worst change, the best; the first of these there is."""
    return next(found for rule in _RULES if (found := rule(document)))


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


def _mistakes(document: DiffDocument) -> Verdict | None:
    wrong = [problem for problem in document.problems if problem.side == "head"]
    if not wrong:
        return None
    first = min(wrong, key=lambda problem: (problem.file, problem.line))
    count = f"{counted(len(wrong), 'mistake')}, the first in "
    return Verdict(
        "Not all of it can be read:", (count, Quote(f"{first.file}:{first.line}"), ": ", Quote(first.message))
    )


def _absent(document: DiffDocument) -> Verdict | None:
    if document.absent == "head":
        return Verdict("All journeys are gone:", ("their folder is not there any more, or has another name.",))
    if document.absent == "base":
        titles = [part.title for part in document.journeys]
        names = [part for title in titles[:MOST_NAMES] for part in (Quote(title), ", ")][:-1]
        more = [f" and {len(titles) - MOST_NAMES:,} more"] if len(titles) > MOST_NAMES else []
        return Verdict("There was no journey before." if not names else "The first journeys:", (*names, *more))
    return None


def _worst(document: DiffDocument) -> Verdict | None:
    return _first(document, Judgement.WORSE, "Worse for the customer:")


def _best(document: DiffDocument) -> Verdict | None:
    return _first(document, Judgement.BETTER, "Better for the customer, and nothing worse:")


def _look(document: DiffDocument) -> Verdict | None:
    return _first(document, Judgement.REVIEW, "Neither better nor worse, but to look at:")


def _rest(document: DiffDocument) -> Verdict | None:
    if not document.changes:
        return Verdict("", ("Nothing changed in what can be read." if document.problems else NOTHING,))
    if taken := accepted(document):
        return Verdict("Nothing is worse but what was accepted:", (f"{counted(len(taken), 'change')}.",))
    return Verdict("Nothing changes for the customer:", ("only words and order.",))


def _first(document: DiffDocument, judgement: Judgement, begins: str) -> Verdict | None:
    found = weightiest(document, judgement)
    return Verdict(begins, described(found[0], journeys_of(document))) if found else None


def described(line: ChangeLine[ChangeItem], journeys: Mapping[str, JourneyPart]) -> Sentence:
    """The sentence of a change with its journey, unless the change is that journey's own."""
    part = journeys.get(line.first.fingerprint)
    if part is None or (line.first.entity == "journey" and line.first.id == part.id):
        return line.sentence
    return normalized((*line.sentence, ", in ", Quote(part.title)))


_RULES: Sequence[Callable[[DiffDocument], Verdict | None]] = (_mistakes, _absent, _worst, _best, _look, _rest)
