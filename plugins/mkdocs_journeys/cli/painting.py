"""Changes in a terminal's colours."""

import click

from mkdocs_journeys.diff import Judgement

COLOURS = {Judgement.WORSE: "red", Judgement.LOOK: "yellow", Judgement.BETTER: "green", Judgement.EDITORIAL: None}


def paint(shown: str, judgement: Judgement | None) -> str:
    """A text in the colour of a judgement, a heading in bold."""
    return click.style(shown, bold=True) if judgement is None else click.style(shown, fg=COLOURS[judgement])
