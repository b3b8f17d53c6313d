"""Mermaid text from plain values. Pure; mermaid-py is imported with the first diagram."""

from mkdocs_journeys.site.diagrams.charts import (
    DatedFigure,
    QuadrantPoint,
    QuadrantWords,
    metric_chart,
    priority_quadrant,
)
from mkdocs_journeys.site.diagrams.journey import DiagramSection, DiagramTask, user_journey
from mkdocs_journeys.site.diagrams.mermaid import mermaid_block
from mkdocs_journeys.site.diagrams.stages import StageNode, stage_flowchart

__all__ = [
    "DatedFigure",
    "DiagramSection",
    "DiagramTask",
    "QuadrantPoint",
    "QuadrantWords",
    "StageNode",
    "mermaid_block",
    "metric_chart",
    "priority_quadrant",
    "stage_flowchart",
    "user_journey",
]
