"""What was understood of a source as the text of files, with remarks on what was guessed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from mkdocs_journeys.diff.similarity import folded
from mkdocs_journeys.imports.draft import DraftJourney, DraftStep
from mkdocs_journeys.imports.names import Match, Naming
from mkdocs_journeys.imports.text import NAMELESS, cleaned
from mkdocs_journeys.yamlfile.writing import Remarked, YamlValue, yaml_of

FROM, AS_IMPORTED = "# Imported from ", "# As imported: "
"""How the lines begin that tell where a file comes from, and whether somebody changed it since."""
LONGEST_NOTES = 40_000
"""How many characters of what has no place are kept."""
NOBODY = "Somebody"
"""The name of the persona of a journey that names nobody."""
_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~|!]|^(?=[#+-])|(?P<number>^\d{1,9}(?=[.)]))")


def journey_file(draft: DraftJourney, naming: Naming, schema: str = "") -> str:
    """The text of a journey's file."""
    people = [naming.of("persona", name) for name in draft.people or (NOBODY,)]
    remarks = [] if draft.people else ["the source names nobody"]
    personas: YamlValue = people[0].id if len(people) == 1 else list(dict.fromkeys(one.id for one in people))
    values: dict[str, YamlValue] = {
        "title": cleaned(draft.title),
        "personas": _with(personas, [*remarks, *map(_likeness, people)]),
        "status": "draft",
        **cleaned_fields(draft.fields),
    }
    if draft.unplaced:
        values["notes"] = _notes(draft.unplaced)
    values["stages"] = _stages(draft, naming, people[0].id)
    return imported_file(values, draft.origin, draft.remarks, schema)


def persona_file(name: str, origin: str) -> str:
    """The text of the file of a persona that a source names."""
    values: dict[str, YamlValue] = {
        "name": cleaned(name),
        "kind": Remarked("proto-persona", "named by an import; say who that is"),
    }
    return imported_file(values, origin)


def imported_file(values: Mapping[str, YamlValue], origin: str, remarks: Sequence[str] = (), schema: str = "") -> str:
    """The text of a file below a comment that says where it comes from, and by which it is known again."""
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    text = yaml_of(values)
    said = [f"{FROM}{cleaned(origin)}.", *(f"# {cleaned(one)}" for one in remarks)]
    return "".join(f"{line}\n" for line in [*head, *said, f"{AS_IMPORTED}{fingerprint(text)}"]) + text


def fingerprint(text: str) -> str:
    """A few letters that tell whether the text of a file, below its comment, is another one."""
    return sha256(text.encode()).hexdigest()[:12]


def origin_of(text: str) -> str | None:
    """Where a file was imported from; None if it was not."""
    found = re.search(rf"^{FROM}(.*)\.$", text[:2000], re.MULTILINE)
    return found[1] if found else None


def is_as_imported(text: str) -> bool:
    """Whether nobody changed a file since it was imported."""
    head, mark, rest = text.partition(AS_IMPORTED)
    print_, _, body = rest.partition("\n")
    return bool(mark) and all(line.startswith("#") for line in head.splitlines()) and fingerprint(body) == print_


def escaped_markdown(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _MARKDOWN.sub(lambda one: f"{one[0]}\\" if one["number"] else f"\\{one[0]}", cleaned(text))


def _notes(unplaced: Sequence[str]) -> str:
    """What has no place, a line each, as far as a text may be long."""
    lines, length = ["Without a place in the journey when it was imported:", ""], 0
    for at, one in enumerate(unplaced):
        line = f"- {escaped_markdown(one)}"
        length += len(line) + 1
        if length > LONGEST_NOTES:
            lines.append(f"- and {len(unplaced) - at:,} more, for which a text has no room")
            break
        lines.append(line)
    return "\n".join([*lines, ""])


def _stages(draft: DraftJourney, naming: Naming, main: str) -> list[YamlValue]:
    ids: set[str] = set()
    found: list[YamlValue] = []
    for stage in draft.stages:
        match = naming.of("stage", stage.name)
        values: dict[str, YamlValue] = {"stage": _with(match.id, [_likeness(match)])}
        if match.id in ids:
            values["id"] = naming.new_id(f"stage of {draft.origin}", match.id, ids)
        ids.add(str(values.get("id", match.id)))
        if folded(match.name) != folded(cleaned(stage.name)):
            values["name"] = cleaned(stage.name)
        values |= cleaned_fields(stage.fields)
        values["steps"] = [_step(step, naming, main) for step in stage.steps]
        found.append(_with(values, [stage.remark]))
    return found


def _step(step: DraftStep, naming: Naming, main: str) -> YamlValue:
    values: dict[str, YamlValue] = {"name": cleaned(step.name)}
    if "id" in step.fields:
        values["id"] = step.fields["id"]
    likenesses: list[str] = []
    for key, kind, names in (
        ("touchpoint", "touchpoint", step.touchpoints),
        ("channel", "channel", step.channels),
        ("team", "team", step.teams),
    ):
        matches = [naming.of(kind, name) for name in names]  # type: ignore[arg-type]
        likenesses += map(_likeness, matches)
        ids = list(dict.fromkeys(match.id for match in matches))
        if ids:
            values[key] = ids[0] if len(ids) == 1 else ids
    actors = list(dict.fromkeys(naming.of("persona", name).id for name in step.people))
    if actors and actors != [main]:
        values["actors"] = actors
    if step.emotions:
        values["emotion"] = _emotion(step.emotions, naming)
    values |= cleaned_fields(step.fields)
    if step.lanes:
        values["lanes"] = {naming.of("lane", name).id: cleaned(text) for name, text in step.lanes.items()}
    if step.pains:
        values["pains"] = [
            {"id": naming.new_id("pain", pain.title, naming.known.pains), "title": cleaned(pain.title)}
            | cleaned_fields(pain.fields)
            for pain in step.pains
        ]
    return _with(values, [step.remark, *likenesses])


def _emotion(emotions: Mapping[str, float], naming: Naming) -> YamlValue:
    numbers = {name: int(value) if value == int(value) else value for name, value in emotions.items()}
    if set(numbers) == {""}:
        return numbers[""]
    return {naming.of("persona", name).id: value for name, value in numbers.items() if name}


def cleaned_fields(fields: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    """Fields whose texts have no characters that YAML cannot carry."""
    return {name: _cleaned_value(value) for name, value in fields.items()}


def _cleaned_value(value: YamlValue) -> YamlValue:
    match value:
        case str():
            lines = [cleaned(line) if line.strip() else "" for line in value.splitlines()]
            return "\n".join(lines).strip() or NAMELESS
        case Remarked():
            return Remarked(_cleaned_value(value.value), value.remark)
        case Mapping():
            return {cleaned(key): _cleaned_value(one) for key, one in value.items()}
        case list() | tuple():
            return [_cleaned_value(one) for one in value]
        case _:
            return value


def _likeness(match: Match) -> str:
    if match.likeness is None or match.likeness == 1:
        return ""
    return f"{match.name} of the catalog is {match.percent}"


def _with(value: YamlValue, remarks: Iterable[str]) -> YamlValue:
    said = "; ".join(dict.fromkeys(filter(None, remarks)))
    return Remarked(value, said) if said else value
