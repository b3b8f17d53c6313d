"""Where comparisons are: the pages of pairs, and the page that takes any two journeys by address."""

from urllib.parse import urlencode

from mkdocs_journeys.insight.comparison.pairs import ComparedPair
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import COMPARE_URI, uri_in_folder
from mkdocs_journeys.site.context import PageContext

DATA = "assets/journeys/compare"
"""The folder of what the page by address reads of each journey."""


def pair_uri(pair: ComparedPair) -> str:
    """The uri of the page of a pair: named by both journeys, or by the journey and both persons."""
    one, other = pair.one, pair.other
    if pair.kind == "people":
        return uri_in_folder(f"compare/{one.journey.id}/{one.persona}", other.persona)
    return uri_in_folder(f"compare/{one.journey.id}", other.journey.id)


def data_uri(id: str) -> str:
    """The uri of what the page by address reads of a journey."""
    return f"{DATA}/{id}.json"


def any_two(context: PageContext, journey: Journey) -> str:
    """A link to the page that compares any two journeys, with the first one chosen."""
    return f"{context.to(COMPARE_URI)}?{urlencode({'a': journey.id})}"
