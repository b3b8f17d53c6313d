"""What a draft of interviews claims, and may not: quotes that nobody said, and more than an interview can show."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_journeys.imports.interviews.document import DraftPart, InterviewDraft
from mkdocs_journeys.imports.interviews.transcripts import Transcript, holders
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.schema.drafted import DRAFT_CONFIDENCES, NOT_IN_DRAFTS, PROPOSED_LISTS
from mkdocs_journeys.wording import listed

Path = tuple[str | int, ...]
_BY_NAME = frozenset({"demographics", "emotion", "lanes", "paths"})
"""Fields whose keys are names and ids of the author's."""
SHORTENED = "Quote one passage word for word, without leaving anything out."


class DraftQuote(NamedTuple):
    """Words that a draft says somebody said; `transcript` is where, None where it names none."""

    path: Path
    text: str
    transcript: object = None


def problems_of_claims(draft: InterviewDraft, transcripts: Mapping[str, Transcript]) -> Iterator[Problem]:
    """A problem for each claim that a draft may not make. `transcripts` are those that could be read, by id."""
    for part in draft.parts:
        whole = _at(draft.root, part.at)
        for path, field, block in _fields(whole, part.at):
            yield from _problems_of_field(draft, path, field, block)
        yield from _problems_of_quotes(draft, part, whole, transcripts)
    for name in PROPOSED_LISTS:
        for path, field, block in _fields(_at(draft.root, ("proposes", name)), ("proposes", name)):
            yield from _problems_of_field(draft, path, field, block)


def _problems_of_field(draft: InterviewDraft, path: Path, field: str, block: Mapping[str, Any]) -> Iterator[Problem]:
    if field in NOT_IN_DRAFTS:
        hint = "Take it out; people write it once they know it."
        place = draft.position(path, key=True)
        yield Problem("import", place, f"No interview tells `{field}`.", hint)
    elif field == "confidence" and block[field] not in DRAFT_CONFIDENCES:
        message = f"The confidence of a draft cannot be {str(block[field])[:40]!r}."
        hint = "Write inferred where a finding shows it, else assumed; people validate it."
        yield Problem("import", draft.position(path), message, hint)
    elif field == "confidence" and block[field] == "inferred" and not block.get("evidence"):
        message = "It says that it is inferred, and names no finding."
        yield Problem("import", draft.position(path), message, "Name the finding in `evidence`, or write assumed.")


def _problems_of_quotes(
    draft: InterviewDraft, part: DraftPart, whole: Any, transcripts: Mapping[str, Transcript]
) -> Iterator[Problem]:
    for quote in _quotes(part, whole):
        if part.kind == "evidence" and not (
            isinstance(quote.transcript, str) and quote.transcript in draft.transcripts
        ):
            path = (*quote.path[:-1], "transcript")
            message = "This finding names no transcript of the draft."
            known = listed(list(draft.transcripts), "and")
            yield Problem("import", draft.position(path), message, f"Write the id of one: {known}." if known else "")
            continue
        some = [transcripts[id] for id in transcripts if quote.transcript in (None, id)]
        if some and not holders(quote.text, some):
            name = some[0].name if len(some) == 1 else "any of the transcripts"
            message = f"These words do not stand in {name}: {quote.text[:60]!r}."
            yield Problem("import", draft.position(quote.path), message, _hint(quote.text, some, transcripts))
    for path, field, block in _fields(whole, part.at):
        if field == "type" and part.kind == "evidence" and block[field] != "quote":
            hint = "What it means stands in the journey, in the words of whoever writes it."
            yield Problem("import", draft.position(path), "A finding of a draft is a quote.", hint)


def _hint(text: str, some: list[Transcript], transcripts: Mapping[str, Transcript]) -> str:
    if elsewhere := holders(text, transcripts.values()):
        return f"They stand in {listed(elsewhere, 'and')}."
    near = next((said for one in some if (said := one.goes_on(text))), "")
    return f"There it says: {near!r}. {SHORTENED}" if near else SHORTENED


def _quotes(part: DraftPart, whole: Any) -> Iterator[DraftQuote]:
    """All that a part says that somebody said."""
    if part.kind == "evidence":
        for number, finding in _items(_at(whole, ("findings",))):
            if isinstance(finding, dict) and isinstance(finding.get("text"), str):
                path = (*part.at, "findings", number, "text")
                yield DraftQuote(path, finding["text"], finding.get("transcript"))
    elif part.kind == "persona":
        if isinstance(quote := _at(whole, ("quote",)), str):
            yield DraftQuote((*part.at, "quote"), quote)
        yield from _texts(_at(whole, ("empathy", "says")), (*part.at, "empathy", "says"))
    else:
        for path, field, block in _fields(whole, part.at):
            if field == "says":
                yield from _texts(block[field], path)


def _texts(value: Any, path: Path) -> Iterator[DraftQuote]:
    """The quotes in a text, a list of them, or a mapping of lists; a quote may be a block with its text."""
    if isinstance(value, str):
        yield DraftQuote(path, value)
    elif isinstance(value, dict) and isinstance(value.get("text"), str):
        yield DraftQuote((*path, "text"), value["text"])
    else:
        for key, one in _items(value):
            yield from _texts(one, (*path, key))


def _fields(value: Any, path: Path) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Every field in a value at any depth, with the block that it stands in."""
    for key, one in _items(value):
        if isinstance(key, str) and path[-1] not in _BY_NAME:
            yield (*path, key), key, value
        yield from _fields(one, (*path, key))


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
