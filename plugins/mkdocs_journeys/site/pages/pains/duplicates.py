"""Pains of the backlog that may be one, with what they have in common and the command that merges them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.atlas import LocatedPain
from mkdocs_journeys.insight.duplicates import LikelyDuplicate, Shared, likely_duplicates
from mkdocs_journeys.lint import walk
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

RULE = "pain-likely-duplicate"
MOST_PAIRS = 10
_SHARED: Mapping[Shared, str] = {
    "touchpoint": message("the same touchpoint"),
    "step": message("steps with like names"),
    "persona": message("a persona in common"),
}


class DuplicateRow(NamedTuple):
    """Two pains, each with its journey as a note; `why` is what they have in common, `command` merges them."""

    old: NamedLink
    into: NamedLink
    why: str
    command: str


def duplicates_section(context: PageContext) -> Iterator[Section]:
    """The pairs that no comment in the files tells apart; nothing where there are none."""
    pairs = list(_asked(context))
    if pairs:
        rows = [_row(context, pair) for pair in pairs[:MOST_PAIRS]]
        html = context.render("pain_duplicates.html.j2", rows=rows, more=len(pairs) - len(rows))
        yield Section("duplicates", _("Likely duplicates"), 2, html)


def _asked(context: PageContext) -> Iterator[LikelyDuplicate]:
    """All pairs, or those that the rule still finds on a site that shows what rules find."""
    health = context.site.settings.health
    if health is None:
        yield from likely_duplicates(context.atlas)
        return
    found = {(one.position.file, one.path) for one in context.atlas.cached(health).problems if one.rule == RULE}
    for pair in likely_duplicates(context.atlas) if found else ():
        at = walk.pain_location(pair.old.home, pair.old.pain)
        if (at.file, (*at.path, "title")) in found:
            yield pair


def _row(context: PageContext, pair: LikelyDuplicate) -> DuplicateRow:
    if pair.in_detail:
        words = _("%(common)s of %(of)s words of what is said of them", common=pair.common, of=pair.of)
    else:
        words = _("%(common)s of %(of)s words of their titles", common=pair.common, of=pair.of)
    return DuplicateRow(
        _named(context, pair.old),
        _named(context, pair.into),
        separated([words, *(_(_SHARED[one]) for one in pair.shared)]),
        f"journeys merge pain {pair.old.pain.id} {pair.into.pain.id}",
    )


def _named(context: PageContext, located: LocatedPain) -> NamedLink:
    return NamedLink(located.pain.title, context.to_thing("pain", located.pain.id), located.home.journey.title)
