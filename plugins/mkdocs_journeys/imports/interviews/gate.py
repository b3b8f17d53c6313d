"""The gate for drafts of interviews: what is wrong with one, or the files that it becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from mkdocs_journeys.imports.files import cleaned_fields, imported_file
from mkdocs_journeys.imports.interviews.claims import problems_of_claims
from mkdocs_journeys.imports.interviews.document import DraftPart, InterviewDraft, draft_of
from mkdocs_journeys.imports.interviews.transcripts import Transcript
from mkdocs_journeys.imports.names import names_in
from mkdocs_journeys.imports.plan import PlannedFile, planned_catalog, planned_file
from mkdocs_journeys.insight.personal_data import masked
from mkdocs_journeys.load import FileRole, problems_of_parts, role_of
from mkdocs_journeys.load.files import CATALOG
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.schema.drafted import PROPOSED_LISTS
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.values import plain_copy

Values = dict[str, Any]
_OPENING, _CLOSING = "\"'“”„‘‚«»‹›", "\"'“”‘’«»‹›"


class ReadDraft(NamedTuple):
    """A draft with its bytes, and what is wrong with how it is made; None where it could not be read."""

    draft: InterviewDraft | None
    data: bytes
    problems: Sequence[Problem]


class DraftFiles(NamedTuple):
    """The files of a draft that may be written, what the catalog lacks and has no place for; how many findings."""

    files: Sequence[PlannedFile]
    lacking: str
    quotes: int


def read_draft(data: bytes, file: str, tree: Tree, group: str = "") -> ReadDraft:
    """The draft in a file; it names the transcripts that are needed. New journeys stand in a group."""
    roles = [role_of(path, tree.folder) for path in sorted(tree.files)]
    paths = {(role.kind, role.id): role.path for role in roles if isinstance(role, FileRole)}
    draft, problems = draft_of(data, file, tree, names_in(tree).catalog, paths)
    if draft and group:
        maps = f"{tree.folder}/maps/"
        parts = (
            part._replace(path=f"{maps}{group}/{part.id}.yml")
            if part.kind == "journey" and (part.kind, part.id) not in paths
            else part
            for part in draft.parts
        )
        draft = draft._replace(parts=tuple(parts))
    return ReadDraft(draft, data, problems)


def problems_of(read: ReadDraft, transcripts: Mapping[str, Transcript], tree: Tree) -> list[Problem]:
    """All that is wrong with a draft, in the order of its lines. `transcripts` are those that could be read, by id."""
    draft = read.draft
    if draft is None:
        return list(read.problems)
    own = {part.path for part in draft.parts}
    rest = replace(tree, files={path: data for path, data in tree.files.items() if path not in own})
    claims = list(problems_of_claims(draft, transcripts))
    places = {problem.position for problem in claims}
    linked = map(_with_proposal, problems_of_parts(rest, draft.parsed(read.data)))
    others = (one for one in linked if one.position not in places)
    return sorted({*read.problems, *claims, *others})


def _with_proposal(problem: Problem) -> Problem:
    """A problem that says that what is not there can be proposed."""
    ways = (*(f"Add it to `{name}` in {CATALOG}" for name in PROPOSED_LISTS), "Create personas/")
    can_be = problem.rule == "reference-unknown" and any(way in problem.hint for way in ways)
    return replace(problem, hint=f"{problem.hint} Or list it in `proposes`.") if can_be else problem


def missing_transcript(draft: InterviewDraft, id: str, why: str) -> Problem:
    """The problem that a transcript cannot be read."""
    hint = "Write its path from the folder of this file, or name the file with --transcript."
    return Problem("import", draft.position(("transcripts", id)), f"The transcript {id!r} {why}.", hint)


def planned(draft: InterviewDraft, tree: Tree) -> DraftFiles:
    """What a draft without mistakes becomes: all is marked as assumed or inferred, and quotes are masked."""
    items = {name: plain_copy(draft.catalog[name]) for name in PROPOSED_LISTS if draft.catalog.get(name)}
    catalog, lacking = planned_catalog(tree, items)
    files = [planned_file(tree, part.path, _text(part, draft)) for part in draft.parts]
    quotes = sum(len(_findings(draft, part)) for part in draft.parts if part.kind == "evidence")
    return DraftFiles([*([catalog] if catalog else []), *files], lacking, quotes)


def origin(draft: InterviewDraft, part: DraftPart) -> str:
    """Where a file comes from, as it says itself."""
    return f"{draft.file}, {part.at[0] if part.kind != 'persona' else 'personas'} {part.id}"


def _text(part: DraftPart, draft: InterviewDraft) -> str:
    values: Values = plain_copy(part.values)
    remarks = ["Drafted from interviews: nobody has validated it."]
    if part.kind == "evidence":
        findings = _findings(draft, part)
        values = _study(values, len({one.get("transcript") for one in findings}))
        names = dict.fromkeys(draft.transcripts[one["transcript"]] for one in findings)
        remarks = [f"Its quotes stand in {', '.join(names)}."]
    elif part.kind == "journey":
        values = _journey(values)
    elif part.kind == "persona":
        values = {"name": values.pop("name"), "kind": values.pop("kind", "proto-persona"), **values}
        values["confidence"] = _confidence(values)
        if "quote" in values:
            values["quote"] = _spoken(values["quote"])
        if "says" in (empathy := values.get("empathy", {})):
            empathy["says"] = [_spoken(text) for text in empathy["says"]]
    else:
        values["confidence"] = _confidence(values)
    return imported_file(cleaned_fields(values), origin(draft, part), remarks)


def _findings(draft: InterviewDraft, part: DraftPart) -> list[Mapping[str, Any]]:
    found: Any = draft.root["evidence"]
    return list(found[part.id].get("findings", ()))


def _study(values: Values, count: int) -> Values:
    day = iso_date(str(values["date"]))
    findings = [{**one, "text": _spoken(one["text"]), "type": "quote"} for one in values.pop("findings", ())]
    head = {"title": values.pop("title"), "kind": values.pop("kind", "interview"), "date": day, "n": count}
    return {**head, **{name: value for name, value in values.items() if name != "date"}, "findings": findings}


def _journey(values: Values) -> Values:
    stages = values.pop("stages")
    for stage in stages:
        stage["steps"] = [_step(step) for step in stage["steps"]]
    return (
        {"title": values.pop("title"), "personas": values.pop("personas"), "status": "draft"}
        | values
        | {"stages": stages}
    )


def _step(step: Values) -> Values:
    if "says" in step:
        step["says"] = _spoken_quotes(step["says"])
    pains = (
        [{**pain, "confidence": _confidence(pain)} if isinstance(pain, dict) else pain for pain in step["pains"]]
        if "pains" in step
        else []
    )
    return {**step, **({"pains": pains} if pains else {}), "confidence": _confidence(step)}


def _spoken(text: str) -> str:
    """A quote as it is kept: without quotation marks around it, and masked."""
    bare = text.strip()
    is_quoted = len(bare) > 2 and bare[0] in _OPENING and bare[-1] in _CLOSING
    return masked(bare[1:-1] if is_quoted else bare)


def _spoken_quotes(value: Any) -> Any:
    """The quotes of a step, masked: texts, blocks with a text, lists of them, or such lists by persona."""
    if isinstance(value, str):
        return _spoken(value)
    if isinstance(value, list):
        return [_spoken_quotes(one) for one in value]
    if "text" in value:
        return {**value, "text": _spoken(value["text"])}
    return {name: _spoken_quotes(one) for name, one in value.items()}


def _confidence(values: Mapping[str, Any]) -> str:
    """As it says, else inferred where a finding is named, and assumed where none is."""
    return str(values.get("confidence") or ("inferred" if values.get("evidence") else "assumed"))
