"""The page on assistants: its tools, addresses and settings are those that there are."""

import json
from pathlib import Path
from typing import Any

from docs.support_documents import blocks_of, in_code, tables_of
from support.assistant import Assistant

PAGE = "assistants.md"


def test_every_tool_is_explained(guide: Path, repository_root: Path) -> None:
    async def names(client: Any) -> set[str]:
        return {tool.name for tool in (await client.list_tools()).tools}

    explained = [in_code(row[0])[0] for row in tables_of(guide / PAGE)["What it can ask"]]
    assert set(explained) == Assistant(repository_root).run(names)


def test_every_address_can_be_read(guide: Path, repository_root: Path) -> None:
    assistant = Assistant(repository_root)
    addresses = [in_code(row[0])[0] for row in tables_of(guide / PAGE)["What it can read whole"]]
    assert len(addresses) == 5
    assert [address for address in addresses if "There is no" in assistant.read(address)] == []


def test_the_settings_start_the_server(guide: Path) -> None:
    blocks = {block.title: json.loads(block.text) for block in blocks_of(guide / PAGE) if block.title.endswith(".json")}
    for settings in (blocks[".mcp.json"]["mcpServers"], blocks[".vscode/mcp.json"]["servers"]):
        assert [settings["journeys"]["command"], *settings["journeys"]["args"]] == ["journeys", "mcp"]


def test_the_answer_that_is_shown_is_the_one_that_is_given(guide: Path, repository_root: Path) -> None:
    (shown,) = [
        json.loads(block.text) for block in blocks_of(guide / PAGE) if block.language == "json" and not block.title
    ]
    assert Assistant(repository_root).ask("explain_score", kind=shown["kind"], id=shown["id"]).values == shown
