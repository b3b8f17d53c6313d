"""A diagram as it stands in a page."""

from markupsafe import Markup, escape


def mermaid_block(source: str) -> Markup:
    """The HTML that the theme draws; without scripts our style sheet hides it, for a table says the same."""
    return Markup(f'<pre class="mermaid" data-journeys><code>{escape(source)}</code></pre>')  # noqa: S704 - escaped
