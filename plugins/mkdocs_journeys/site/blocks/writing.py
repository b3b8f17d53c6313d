"""What stands in a handwritten page in place of a block and of a link."""

from collections.abc import Sequence
from posixpath import dirname, relpath

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.site.blocks.drawing import drawn_block, drawn_problems
from mkdocs_journeys.site.blocks.reading import AtlasBlock
from mkdocs_journeys.site.blocks.scanning import LinkText
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.finishing.language import in_language_of_atlas


def html_of(context: PageContext, block: AtlasBlock | None, problems: Sequence[Problem], number: int) -> str:
    """The HTML of the `number`th block of a page, or of what is wrong with it."""
    if block is None:
        return str(drawn_problems(context, problems)).strip()
    return str(in_language_of_atlas(context.site, drawn_block(context, block, number))).strip()


def relative_link(context: PageContext, link: LinkText) -> str:
    """The address of a thing as the source of the page at `context` names it: `../journeys/buy.md#step-3`."""
    address = context.site.addresses[link.kind, link.id]
    if address is None:
        return "#"
    uri, anchor = address
    path = relpath(uri, dirname(context.uri) or ".")
    return f"{path}{link.anchor or (f'#{anchor}' if anchor else '')}"
