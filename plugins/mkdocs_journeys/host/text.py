"""Author text at the border to a theme that escapes nothing, and to files."""

from markupsafe import Markup, escape


def theme_text(text: str) -> Markup:
    """Text on one line, escaped; being Markup, a theme's own `| e` does not escape it again.

    MkDocs' Jinja environment has no autoescape: `{{ page.title }}` writes what it is given.
    """
    return escape(" ".join(text.split()))


def utf8(html: str) -> bytes:
    """HTML as it stands in a file, written as MkDocs writes it."""
    return html.encode("utf-8", errors="xmlcharrefreplace")
