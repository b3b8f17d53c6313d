"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import gc
import os
import sys
from typing import NoReturn

import click

from mkdocs_journeys.cli.late import late_group

# Looking through all that is installed for plugins of pydantic takes a tenth of a small check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

MODULES = {
    "build": "build",
    "check": "check",
    "comment": "comment",
    "diff": "diff",
    "explain": "rules",
    "export": "export",
    "init": "init",
    "new": "new",
    "rules": "rules",
    "schema": "schema",
}
"""Each command with its module here; a module is imported when its command is called, so that none waits for others."""


@click.group(cls=late_group(MODULES), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-journeys", prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def run() -> NoReturn:
    """The program: the command, then an end at once, for a large atlas takes a tenth of a second to be let go."""
    # A command makes few cycles and ends soon: looking for them at every turn costs more than it gives.
    gc.set_threshold(200_000)
    status: object = 0
    try:
        main()
    except SystemExit as end:
        status = end.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = 1
    os._exit(status if isinstance(status, int) else 0 if status is None else 1)
