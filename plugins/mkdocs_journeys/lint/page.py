"""The rules as one page of the guide, written from their docstrings."""

import re
from collections.abc import Iterable
from itertools import groupby

from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.lint.rule import Rule

_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:    .*(?:\n|\Z)|\n(?=    ))+)", re.MULTILINE)
_INTRO = """\
# Rules

Files that can be read may still be stale, unowned, too rosy or hard to read. These rules say so when you run
[`journeys check`](check.md#rules). An **error** fails the check; a **warning** and an **info** do not unless you ask.
`journeys explain RULE` prints a section of this page.

Rules of the preset `minimal` point at contradictions and hold in every preset. Those of `strict` are off until you
ask for them. [Check your files](check.md#rules) says how to set, ignore or postpone a rule.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """Markdown with a table of each group, a section for each rule, and what the loader reports."""
    parts = [_INTRO]
    for group, found in groupby(rules, key=lambda rule: rule.group):
        members = list(found)
        rows = "\n".join(f"| [{one.id}](#{one.id}) | {one.severity} | {one.summary} |" for one in members)
        parts.append(f"## {group.capitalize()}\n\n| rule | level | finds |\n|---|---|---|\n{rows}\n")
        parts += [_section(rule) for rule in members]
    rows = "\n".join(f"| `{id}` | {said} |" for id, said in LOADING.items())
    parts.append(
        f"## Loading\n\nAlways on: they say why something cannot be read.\n\n| rule | finds |\n|---|---|\n{rows}\n"
    )
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    text = _EXAMPLE.sub(_fenced, f"{rule.text}\n").strip()
    return f"### {rule.id} {{ #{rule.id} }}\n\n{rule.severity.capitalize()}, preset `{rule.preset}`. {text}\n"


def _fenced(found: re.Match[str]) -> str:
    lines = [line.removeprefix("    ") for line in found[2].strip("\n").split("\n")]
    language = "csv" if lines[0] == "date,value" else "yaml"
    return "\n".join([f'```{language} title="{found[1]}"', *lines, "```", ""])
