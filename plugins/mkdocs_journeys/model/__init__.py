"""The format, version 1, as frozen pydantic models: what a journey, a persona, a pain … may hold."""

from mkdocs_journeys.model.base import Cost, Document, Figure, Image, Job, Model
from mkdocs_journeys.model.catalog import (
    Catalog,
    Channel,
    Metric,
    Observation,
    Segment,
    Stage,
    Team,
    Touchpoint,
    Withheld,
)
from mkdocs_journeys.model.evidence import Evidence, Finding
from mkdocs_journeys.model.journey import Journey, JourneyStage
from mkdocs_journeys.model.measuring import Measure
from mkdocs_journeys.model.opportunity import Arm, Experiment, Opportunity, Solution
from mkdocs_journeys.model.pain import Pain
from mkdocs_journeys.model.persona import Empathy, Persona
from mkdocs_journeys.model.settings.acknowledged import Acknowledged
from mkdocs_journeys.model.step import SourcedQuote, Step

MODELS: dict[str, type[Document]] = {
    "catalog": Catalog,
    "journey": Journey,
    "persona": Persona,
    "opportunity": Opportunity,
    "evidence": Evidence,
    "measure": Measure,
    "acknowledged": Acknowledged,
}
"""The model of each kind of YAML file."""

__all__ = [
    "MODELS",
    "Acknowledged",
    "Arm",
    "Catalog",
    "Channel",
    "Cost",
    "Document",
    "Empathy",
    "Evidence",
    "Experiment",
    "Figure",
    "Finding",
    "Image",
    "Job",
    "Journey",
    "JourneyStage",
    "Measure",
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
    "Withheld",
]
