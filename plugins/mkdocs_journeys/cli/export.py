"""`journeys export`: an atlas in the forms that other programs read."""

import click

from mkdocs_journeys.cli.late import late_group

MODULES = {"codeowners": "codeowners"}
"""Each format with its module here, imported when it is asked for."""


@click.group(cls=late_group(MODULES))
def export() -> None:
    """Write the atlas for other programs."""
