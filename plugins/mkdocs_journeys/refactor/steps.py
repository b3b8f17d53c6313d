"""Steps and stages as a user names them: JOURNEY/STEP, by id or by number, and JOURNEY/STAGE."""

from typing import Any, NamedTuple

from mkdocs_journeys.load import ParsedFile
from mkdocs_journeys.load.identifiers import numbered_blocks, steps_of
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.refactor.files import AtlasFiles
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.wording import counted, listed


class PlacedStep(NamedTuple):
    """A step of a journey: item `at` of a stage, both counted from 0, and its `number` in the journey from 1."""

    parsed: ParsedFile
    stage: int
    at: int
    number: int
    values: Any

    @property
    def file(self) -> str:
        """The path of its journey's file."""
        return self.parsed.role.path

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return ("stages", self.stage, "steps", self.at)

    @property
    def id(self) -> str:
        """The id that its author gave it, or "" for none."""
        return str(self.values.get("id", ""))

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"'{self.id or self.values.get('name', self.number)}'"


class PlacedStage(NamedTuple):
    """A stage of a journey, item `at` of its stages, counted from 0."""

    parsed: ParsedFile
    at: int
    values: Any

    @property
    def size(self) -> int:
        """The number of its steps."""
        steps = self.values.get("steps")
        return len(steps) if isinstance(steps, list) else 0


def values_of(parsed: ParsedFile) -> Any:
    """The values of a file that can be read."""
    return parsed.source.root if parsed.source else {}


def placed_steps(parsed: ParsedFile) -> list[PlacedStep]:
    """The steps of a journey, in order."""
    steps = enumerate(steps_of(values_of(parsed)), 1)
    return [PlacedStep(parsed, stage, at, number, values) for number, (stage, at, values) in steps]


def find_step(files: AtlasFiles, name: str, within: ParsedFile | None = None) -> PlacedStep | Refusal:
    """The step that JOURNEY/STEP means, or STEP alone in the journey `within`: an id, or a number from 1."""
    found = _journey(files, name, "STEP", within)
    if isinstance(found, Refusal):
        return found
    parsed, own = found
    steps = placed_steps(parsed)
    by_id = [step for step in steps if step.id == own]
    if by_id or (own.isdecimal() and 0 < int(own) <= len(steps)):
        return by_id[0] if by_id else steps[int(own) - 1]
    near = suggest(own, [step.id for step in steps if step.id])
    count = f"It has {counted(len(steps), 'step')}; a step without an id is named by its number, from 1."
    return Refusal(f"{parsed.role.id} has no step '{own}'.", f"Did you mean '{near}'?" if near else count)


def find_stage(files: AtlasFiles, name: str, within: ParsedFile) -> PlacedStage | Refusal:
    """The stage that JOURNEY/STAGE means, or STAGE alone in the journey `within`."""
    found = _journey(files, name, "STAGE", within)
    if isinstance(found, Refusal):
        return found
    parsed, own = found
    stages = [PlacedStage(parsed, at, values) for at, values in numbered_blocks(values_of(parsed), "stages")]
    ids = [str(stage.values.get("id", stage.values.get("stage"))) for stage in stages]
    if own in ids:
        return stages[ids.index(own)]
    return Refusal(f"{parsed.role.id} has no stage '{own}'.", f"Its stages are {listed(ids, 'and')}.")


def _journey(files: AtlasFiles, name: str, part: str, within: ParsedFile | None) -> tuple[ParsedFile, str] | Refusal:
    """The journey that a name begins with, and the rest of the name."""
    journey, slash, own = name.rpartition("/")
    if not slash and within is not None:
        return within, own
    if not slash:
        return Refusal(f"'{name}' names no journey.", f"Write JOURNEY/{part}.")
    home = files.find("journey", journey)
    return home if isinstance(home, Refusal) else (home.parsed, own)


def stages_of(parsed: ParsedFile) -> list[Any]:
    """The stages of a journey that has any, as they are written."""
    return list(values_of(parsed)["stages"])
