"""The format, version 1, as frozen pydantic models: what a journey, a persona, a pain … may hold."""

from mkdocs_journeys.model.base import Document, Image, Model
from mkdocs_journeys.model.catalog import Catalog, Channel, Metric, Observation, Segment, Stage, Team, Touchpoint
from mkdocs_journeys.model.evidence import Evidence, Finding
from mkdocs_journeys.model.journey import Journey, JourneyStage, Pain, SourcedQuote, Step
from mkdocs_journeys.model.opportunity import Experiment, Opportunity, Solution
from mkdocs_journeys.model.persona import Empathy, Persona

MODELS: dict[str, type[Document]] = {
    "catalog": Catalog,
    "journey": Journey,
    "persona": Persona,
    "opportunity": Opportunity,
    "evidence": Evidence,
}
"""The model of each kind of YAML file."""

__all__ = [
    "MODELS",
    "Catalog",
    "Channel",
    "Document",
    "Empathy",
    "Evidence",
    "Experiment",
    "Finding",
    "Image",
    "Journey",
    "JourneyStage",
    "Metric",
    "Model",
    "Observation",
    "Opportunity",
    "Pain",
    "Persona",
    "Segment",
    "Solution",
    "SourcedQuote",
    "Stage",
    "Step",
    "Team",
    "Touchpoint",
]
