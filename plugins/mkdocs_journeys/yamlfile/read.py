"""Bytes of one file to values and problems."""

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile.build import build
from mkdocs_journeys.yamlfile.characters import decode, replace_forbidden
from mkdocs_journeys.yamlfile.limits import DEFAULT_LIMITS, Limits
from mkdocs_journeys.yamlfile.report import Report, Stop
from mkdocs_journeys.yamlfile.values import Map


def read(data: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> tuple[Map | None, list[Problem]]:
    """Read a YAML file whose top level is a mapping; `file` is the path that problems name. Never raises.

    The Map is there whenever the whole file could be read, also beside errors such as duplicate keys, so that
    later layers can find more mistakes in the same run. Problems come in the order of the file.
    """
    report = Report(file, limits.problems)
    root = None
    try:
        text = replace_forbidden(decode(data, limits, report), report)
        root = build(text, limits, report)
    except Stop:
        pass
    return root, report.problems()
