"""Print to a terminal."""

import os

import click


def echo(text: str) -> None:
    """Print a line; in colour where the terminal has it and NO_COLOR is not set."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)
