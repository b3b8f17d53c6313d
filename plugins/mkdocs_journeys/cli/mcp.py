"""`journeys mcp`: a server for assistants, which they start and talk to over standard input and output."""

from datetime import datetime
from pathlib import Path

import click

from mkdocs_journeys.cli.common import find_project, project_options, today_option

_MISSING = "The server needs the MCP SDK: pip install 'mkdocs-journeys[mcp]'"


@click.command()
@project_options
@today_option
def mcp(root: Path | None, journeys_dir: str, today: datetime | None) -> None:
    """Let an assistant read the atlas and propose changes, by the Model Context Protocol.

    This is a server: the assistant starts it and talks to it over standard input and output. It writes nothing: what
    is proposed comes as a patch that `journeys check` accepts.
    """
    base = find_project(root, journeys_dir)
    try:
        from mkdocs_journeys.mcp.server import serve
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("mcp"):
            raise
        raise click.ClickException(_MISSING) from error
    serve(base, journeys_dir, today.date() if today else None)
