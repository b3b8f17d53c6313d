"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import os
import sys

import click

from mkdocs_journeys.cli.lazy import LazyCommand, LazyGroup

# Searching all installed packages for plugins of pydantic takes a tenth of a small check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

CREATE, INIT, REFACTOR = "authoring.create", "authoring.init", "authoring.refactor"
MODULES = {
    "ack": LazyCommand("reviewing.ack", "Accept a change as it is, so that gates leave it out."),
    "build": LazyCommand("build", "Write the pages of the atlas as Markdown files."),
    "changelog": LazyCommand(
        "changelog.command", "Write release notes for people: what changed for customers between two states."
    ),
    "check": LazyCommand("check", "Read all journey files, print every mistake, and what the rules find."),
    "comment": LazyCommand("comment", "Turn a REPORT of `journeys diff --format json` into a comment in Markdown."),
    "completion": LazyCommand("lazy", "Print the script by which a SHELL completes what you type."),
    "diff": LazyCommand("reviewing.diff", "Say what changed for the customer."),
    "explain": LazyCommand("reference", "Say what a RULE finds, why it matters and how to mend it."),
    "export": LazyCommand("exchange.export", "Write the atlas for other programs."),
    "import": LazyCommand("exchange.importing", "Make journeys of maps that are elsewhere.", "import_"),
    "init": LazyCommand(INIT, "Make a working atlas in DIR, or add what is missing to a site that is there."),
    "lsp": LazyCommand("lsp", "Help an editor with journey files: a language server, to be started by the editor."),
    "mcp": LazyCommand("mcp", "Let an assistant read the atlas and propose changes, by the Model Context Protocol."),
    "measure": LazyCommand("measure", "Work out figures from exports and databases, and write them into metrics/."),
    "merge": LazyCommand(REFACTOR, "Make two things of a KIND one: what named OLD names INTO, and OLD goes."),
    "merge-driver": LazyCommand("merge_driver", "Merge two people's changes of a file; git calls it.", "merge_driver"),
    "move": LazyCommand(REFACTOR, "Move a step, or a pain, to another place with its text and comments."),
    "new": LazyCommand(CREATE, "Create the file of a new journey, persona, opportunity, evidence or metric."),
    "rename": LazyCommand(REFACTOR, "Give a thing of a KIND another id: OLD becomes NEW, wherever it is written."),
    "rules": LazyCommand("reference", "List all rules: how much each matters in this project, and what it finds."),
    "schema": LazyCommand("reference", "Print the JSON Schema of a KIND of file."),
    "split": LazyCommand(REFACTOR, "Make two journeys of one: the steps from one of them on get a file."),
    "sync": LazyCommand("exchange.sync", "Read back what became of tickets: their addresses and statuses."),
}
"""Each command, its module in this package, and the first sentence of its help."""


@click.group(cls=LazyGroup, modules=MODULES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-journeys", prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
