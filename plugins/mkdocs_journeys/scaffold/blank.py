"""One new file: what has to be there filled in, everything else as a hint."""

from dataclasses import dataclass, field
from datetime import date

from mkdocs_journeys.model import Evidence, Journey, JourneyStage, Opportunity, Persona, Step
from mkdocs_journeys.scaffold.hints import Known, hints, scalar

HOW = "# To use one of the lines below, take the # in front of it away."


@dataclass(frozen=True, slots=True)
class Start:
    """What a new file starts with.

    `schema` is the schema's path as seen from the file; `known` holds, for each kind of thing that there is,
    the id of the first: a journey needs a persona and a stage.
    """

    title: str
    schema: str
    today: date
    known: Known = field(default_factory=dict)


def blank(kind: str, start: Start) -> str:
    """The text of a new journey, persona, opportunity or evidence. Raises KeyError for another kind."""
    body = {"journey": _journey, "persona": _persona, "opportunity": _opportunity, "evidence": _evidence}[kind]
    return f"# yaml-language-server: $schema={start.schema}\n{body(start)}"


def _journey(start: Start) -> str:
    return (
        f"title: {scalar(start.title)}\npersonas: {start.known['persona']}\n{HOW}\n"
        f"{hints(Journey, start.known)}"
        f"stages:\n  - stage: {start.known['stage']}\n{hints(JourneyStage, start.known, '    ')}"
        f"    steps:\n      - name: Does the first thing\n{hints(Step, start.known, '        ')}"
    )


def _persona(start: Start) -> str:
    return f"name: {scalar(start.title)}\n{HOW}\n{hints(Persona, start.known)}"


def _opportunity(start: Start) -> str:
    return f"title: {scalar(start.title)}\n{HOW}\n{hints(Opportunity, start.known)}"


def _evidence(start: Start) -> str:
    return f"title: {scalar(start.title)}\ndate: {start.today.isoformat()}\n{HOW}\n{hints(Evidence, start.known)}"
