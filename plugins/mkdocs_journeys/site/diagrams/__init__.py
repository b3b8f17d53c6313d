"""Mermaid text from plain values. Pure; mermaid-py is imported with the first diagram only."""

from mkdocs_journeys.site.diagrams.block import mermaid_block
from mkdocs_journeys.site.diagrams.charts import Figure, Point, Quadrant, metric_chart, priority_quadrant
from mkdocs_journeys.site.diagrams.journey import Section, Task, user_journey
from mkdocs_journeys.site.diagrams.stages import StageNode, stage_flowchart

__all__ = [
    "Figure",
    "Point",
    "Quadrant",
    "Section",
    "StageNode",
    "Task",
    "mermaid_block",
    "metric_chart",
    "priority_quadrant",
    "stage_flowchart",
    "user_journey",
]
