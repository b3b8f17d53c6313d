"""What each finding is about: the stages, personas and touchpoints that follow from what cites it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of, once_per_atlas
from mkdocs_journeys.insight.tracing.citations import Citation, citations_by_study
from mkdocs_journeys.model import Evidence, Finding

THEMES = {"journey": "journeys", "stage": "stages", "persona": "personas", "touchpoint": "touchpoints"}
"""The kinds of things that a finding can be about, with the field of `FindingTheme` that holds their ids."""


@dataclass(frozen=True, slots=True)
class FindingTheme:
    """The ids of what a finding is about. `of_study`: nothing cites the finding itself, only its study as a whole."""

    journeys: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    of_study: bool = False


@dataclass(slots=True)
class _About:
    journeys: dict[str, None] = field(default_factory=dict)
    stages: dict[str, None] = field(default_factory=dict)
    personas: dict[str, None] = field(default_factory=dict)
    touchpoints: dict[str, None] = field(default_factory=dict)
    whole: dict[str, None] = field(default_factory=dict)
    """Journeys that cite it themselves."""

    def add(self, place: StepLocation) -> None:
        self.journeys[place.journey.id] = None
        self.stages[place.stage.stage] = None
        self.personas.update(dict.fromkeys(actors_of(place.journey, place.step)))
        self.touchpoints.update(dict.fromkeys(place.step.touchpoint))


@once_per_atlas
def themes_of(atlas: Atlas) -> Mapping[str, FindingTheme]:
    """Each finding, as `study/finding`, to what it is about.

    It is about where the steps and pains stand that cite it, and the pains of the opportunities that do. A journey or
    persona that cites it adds itself; the stages of such a journey count where no step or pain names any. Where nothing
    cites the finding itself, what cites its study as a whole counts.
    """
    by_reference: defaultdict[str, list[Citation]] = defaultdict(list)
    for citations in atlas.cached(citations_by_study).values():
        for one in citations:
            by_reference[one.reference].append(one)
    found = {}
    for study in atlas.evidence.values():
        of_study = _theme(atlas, by_reference.get(study.id, ()), of_study=True)
        for finding in study.findings:
            reference = f"{study.id}/{finding.id}"
            own = by_reference.get(reference)
            found[reference] = _theme(atlas, own) if own else of_study
    return found


@once_per_atlas
def findings_by_theme(atlas: Atlas) -> Mapping[tuple[str, str], list[tuple[Evidence, Finding]]]:
    """Each journey, stage, persona and touchpoint, as (kind, id), to the findings about it, the newest first."""
    found: defaultdict[tuple[str, str], list[tuple[Evidence, Finding]]] = defaultdict(list)
    for study, finding in findings_of(atlas):
        theme = themes_of(atlas)[f"{study.id}/{finding.id}"]
        for kind, name in THEMES.items():
            for id in getattr(theme, name):
                found[kind, id].append((study, finding))
    return found


@once_per_atlas
def findings_of(atlas: Atlas) -> list[tuple[Evidence, Finding]]:
    """All findings with their studies: the newest study first, the findings of each in their order."""
    studies = sorted(atlas.evidence.values(), key=lambda study: study.date, reverse=True)
    return [(study, finding) for study in studies for finding in study.findings]


def _theme(atlas: Atlas, citations: Iterable[Citation], *, of_study: bool = False) -> FindingTheme:
    about = _About()
    for one in citations:
        _add(atlas, about, one)
    if not about.stages:
        whole = (stage.stage for id in about.whole for stage in atlas.journeys[id].stages)
        about.stages.update(dict.fromkeys(whole))
    journeys, stages, personas, touchpoints = map(
        tuple, (about.journeys, about.stages, about.personas, about.touchpoints)
    )
    return FindingTheme(journeys, stages, personas, touchpoints, of_study)


def _add(atlas: Atlas, about: _About, one: Citation) -> None:
    match one.kind:
        case "journey" if one.step:
            about.add(atlas.places[one.id][one.step - 1])
        case "journey":
            journey = atlas.journeys[one.id]
            about.journeys[one.id] = None
            about.personas.update(dict.fromkeys(journey.personas))
            if one.stage:
                about.stages[journey.stages[one.stage - 1].stage] = None
            else:
                about.whole[one.id] = None
        case "pain":
            for place in atlas.pains[one.id].places:
                about.add(place)
        case "persona":
            about.personas[one.id] = None
        case "opportunity":
            for pain in atlas.opportunities[one.id].pains:
                for place in atlas.pains[pain].places:
                    about.add(place)
