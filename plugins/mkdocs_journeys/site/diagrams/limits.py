"""Past these, Mermaid draws an error in place of the diagram."""

MOST_CHARACTERS = 50_000
MOST_EDGES = 400


def within_limits(source: str, edges: int = 0) -> str | None:
    """The source, or None where it is too large to draw: its table stands alone then."""
    return source if len(source) <= MOST_CHARACTERS and edges <= MOST_EDGES else None
