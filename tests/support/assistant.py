"""An assistant that asks a server of ours, by the client of the MCP SDK."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from mcp import Client, MCPError
from mcp.client.stdio import StdioServerParameters, stdio_client

from mkdocs_journeys.mcp.server import server

Found = TypeVar("Found")


@dataclass(frozen=True)
class Answered:
    """What a tool answered: its values, or why it could not, as the assistant reads it."""

    values: Mapping[str, Any]
    refusal: str = ""

    def __getitem__(self, name: str) -> Any:
        assert not self.refusal, self.refusal
        return self.values.get(name)


class Assistant:
    """Asks a server inside this process, or one that `command` starts."""

    def __init__(self, root: Path, command: list[str] | None = None) -> None:
        self.root = root
        self.command = command

    def ask(self, tool: str, /, **arguments: Any) -> Answered:
        """Call a tool."""

        async def call(client: Client) -> Answered:
            result = await client.call_tool(tool, arguments)
            text = "".join(part.text for part in result.content if part.type == "text")
            if result.is_error:
                return Answered({}, text.removeprefix(f"Error executing tool {tool}: "))
            assert json.loads(text) == result.structured_content
            return Answered(json.loads(text))

        return self.run(call)

    def read(self, address: str) -> str:
        """The text of a resource, or why it cannot be read."""

        async def call(client: Client) -> str:
            try:
                result = await client.read_resource(address)
            except MCPError as error:
                return str(error)
            return "".join(getattr(part, "text", "") for part in result.contents)

        return self.run(call)

    def run(self, call: Callable[[Client], Awaitable[Found]]) -> Found:
        """What a conversation gives; in a thread of its own, as the browser of other tests has the loop of this one."""

        async def talk() -> Found:
            async with Client(self._connection()) as client:
                return await call(client)

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(talk())).result()

    def _connection(self) -> Any:
        if self.command is None:
            return server(self.root)
        return stdio_client(StdioServerParameters(command=self.command[0], args=self.command[1:], cwd=self.root))
