"""YAML 1.2 from untrusted bytes to plain values that remember line and column.

Every limit and every YAML trap lives here. The rules that it reports are merge-conflict,
yaml-ambiguous-text, yaml-anchor,
yaml-bidi-character, yaml-control-character, yaml-cut-text, yaml-depth, yaml-document, yaml-duplicate-key, yaml-empty,
yaml-encoding, yaml-invisible-character, yaml-key, yaml-line-break, yaml-merge-key, yaml-number, yaml-size,
yaml-syntax, yaml-tag and yaml-top-level.
"""

from mkdocs_journeys.yamlfile.checks import Limits
from mkdocs_journeys.yamlfile.editing.quoting import quote
from mkdocs_journeys.yamlfile.fast_lines import fast_read
from mkdocs_journeys.yamlfile.reader import PartSource, Source, read
from mkdocs_journeys.yamlfile.values import Map, Seq, Value, locate, source_text

__all__ = [
    "Limits",
    "Map",
    "PartSource",
    "Seq",
    "Source",
    "Value",
    "fast_read",
    "locate",
    "quote",
    "read",
    "source_text",
]
