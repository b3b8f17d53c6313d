"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import sys
from importlib.metadata import version

import click

from mkdocs_journeys.cli.check import check


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("mkdocs-journeys"), prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


main.add_command(check)
