"""The features of the protocol, each a few lines that ask pure functions."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_journeys.lsp.server import JourneysServer


def register(server: "JourneysServer") -> None:
    """Teach a server all that it can do."""
    from mkdocs_journeys.lsp.features import changing, finding, life, typing

    for module in (life, typing, finding, changing):
        module.register(server)
