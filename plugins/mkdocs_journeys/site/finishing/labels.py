"""What search calls a page besides its title: the kind of thing that it is about, and other words for an index."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "journey": message("Journey"),
        "persona": message("Persona"),
        "pain": message("Pain"),
        "opportunity": message("Opportunity"),
        "metric": message("Metric"),
        "evidence": message("Study"),
        "stage": message("Stage"),
        "touchpoint": message("Touchpoint"),
        "channel": message("Channel"),
        "team": message("Team"),
        "segment": message("Segment"),
        "system": message("System"),
        "tag": message("Tag"),
    }
)
"""What a page about one thing is, in English, by the kind of the thing."""
OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # Words that people search the page of personas by, apart from that one.
        "personas": message("customers users target groups"),
        # Words that people search the page of hand-offs between teams by, apart from that one.
        "handoffs": message("handoff handover hands over transfer between teams"),
        # Words that people search the list of pain points by, apart from those.
        "pains": message("pain points problems complaints backlog"),
        # Words that people search the list of opportunities by, apart from that one.
        "opportunities": message("ideas solutions roadmap experiments"),
        # Words that people search the list of metrics by, apart from that one.
        "metrics": message("KPIs key figures numbers"),
        # Words that people search the list of studies by, apart from those.
        "evidence": message("research studies interviews surveys findings"),
    }
)
"""Words for the index of a kind that its title does not hold, in English."""


def labelled(item: Page | Asset, index: str) -> Page | Asset:
    """The page with its label and other words, in the language that is being spoken; `index` is its kind's own uri.

    An index is labelled with its own title, so that it comes before all that it lists for who searches for that.
    """
    if not isinstance(item, Page):
        return item
    if item.thing:
        return replace(item, label=_(LABELS[item.thing[0]])) if item.thing[0] in LABELS else item
    if item.uri != index:
        return item
    other_words = OTHER_WORDS.get(item.kind)
    return replace(item, label=item.title, other_words=_(other_words) if other_words else "")
