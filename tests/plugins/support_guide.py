"""The page of the guide on other plugins and themes, made from the rows."""

from collections.abc import Iterator
from itertools import groupby

from plugins.support_rows import HOSTS, ROOT, Row, left_out, rows, versions

PAGE = ROOT / "site_src" / "guide" / "plugins.md"
COMMAND = "PYTHONPATH=tests .venv/bin/python -m plugins.support_guide"
_HEAD = (
    "| name | version tried | MkDocs | ProperDocs | what it does on our pages |",
    "|---|---|---|---|---|",
)
_OPENING = """\
# Working with other plugins and themes

The pages of an atlas are ordinary pages of your site: other plugins, themes and hooks see their content, their titles
and the files that they come from, and what they make of them is shown. Each line below is tried on an atlas as
`journeys init` makes it, with {versions}: the site is built, and does what the line says.

If a plugin is missing here, or does something else on your site, build it once with and once without that plugin, and
file an issue with both outputs.
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    tried = versions()
    yield _OPENING.format(
        versions=f"MkDocs {tried['mkdocs']}, ProperDocs {tried['properdocs']} and Material {tried['mkdocs-material']}"
    )
    for group, members in groupby(rows(), lambda row: row.group):
        yield from (f"## {group}", "", *_HEAD, *(_line(row, tried) for row in members), "")
    yield from ("## Not tried", "", "| name | why |", "|---|---|")
    yield from (f"| {found.name} | {found.reason} |" for found in left_out())


def _line(row: Row, tried: dict[str, str]) -> str:
    hosts = ("yes" if host in row.hosts else "no" for host in HOSTS)
    effect = " ".join(filter(None, (row.effect, row.why_not)))
    return f"| {' | '.join((row.name, tried[row.project], *hosts, effect))} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
