"""The command `journeys` as a whole."""

import click
import pytest

from mkdocs_journeys.cli import MODULES, main
from support.processes import PYTHON, run


@pytest.mark.parametrize("name", MODULES)
def test_every_command_is_found_under_its_name_and_says_what_it_does(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert command.help


def test_an_unknown_command_is_none() -> None:
    assert main.get_command(click.Context(main), "nonsense") is None


def test_help_alone_loads_no_command() -> None:
    source = (
        "import sys; from mkdocs_journeys.cli import main\n"
        "main(['--version'], standalone_mode=False)\n"
        "assert not {name for name in sys.modules if name.startswith(('pydantic', 'yaml', 'mkdocs.'))}"
    )
    run([PYTHON, "-c", source])
