"""What the server says of itself, and that a real process speaks the protocol."""

import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.mcp import workspace
from mkdocs_journeys.mcp.server import Kind
from support.assistant import Assistant
from support.processes import BIN


def test_every_tool_says_what_it_does_and_that_it_only_reads(reader: Assistant) -> None:
    async def tools(client: Any) -> Any:
        return (await client.list_tools()).tools

    found = reader.run(tools)
    assert len(found) == 13
    for tool in found:
        assert tool.description
        assert len(tool.description) < 200, tool.name
        assert tool.annotations.read_only_hint is True
        assert tool.output_schema["type"] == "object"


def test_the_kinds_that_can_be_asked_for_are_those_that_there_are() -> None:
    assert Kind.__args__ == workspace.KINDS  # type: ignore[attr-defined]


def test_the_resources_have_addresses(reader: Assistant) -> None:
    async def templates(client: Any) -> set[str]:
        fixed = {str(one.uri) for one in (await client.list_resources()).resources}
        return fixed | {one.uri_template for one in (await client.list_resource_templates()).resource_templates}

    assert reader.run(templates) == {
        "journeys://atlas",
        "journeys://schema/{kind}",
        "journeys://rule/{id}",
        "journeys://{kind}/{id}",
        "journeys://{kind}/{document}/{id}",
    }


@pytest.mark.slow
def test_a_process_answers_over_standard_input_and_output(root: Path) -> None:
    assistant = Assistant(root, [str(BIN / "journeys"), "mcp", "--root", str(root)])
    assert assistant.ask("journey", id="buy")["title"] == "Find out whether the trial is worth paying for"


def test_a_folder_without_journeys_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["mcp"])
    assert result.exit_code == 2
    assert "There is no folder journeys/ here or above." in result.output


def test_a_missing_sdk_is_said_with_the_command_that_installs_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "mkdocs_journeys.mcp.server")
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    result = CliRunner().invoke(main, ["mcp", "--root", str(root)])
    assert result.exit_code == 1
    assert "pip install 'mkdocs-journeys[mcp]'" in result.output
