"""Pains that read like one another, and what they have in common, in words that can be checked."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from mkdocs_journeys.atlas import Atlas, LocatedPain, actors_of, once_per_atlas
from mkdocs_journeys.model import Pain

Shared = Literal["touchpoint", "step", "persona"]
"""What the steps of two pains have in common; `step` are words of their names."""
MOST_PAINS = 20
"""Two words that stand together in more titles than this lead from none of them to another."""
RAREST = 6
"""How many of its rarest words lead from a title to others."""
FEWEST = 3
"""How many words two titles have in common at least."""
LIKE, LIKE_IN_PLACE, LIKE_IN_DETAIL = 0.6, 0.4, 0.5
"""The share of words in common that makes two pains alike: of titles, of titles at one place, of what else is said."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_TELLING_NOTHING = """
    the and for not are has have does with that this from but nobody nothing who what when where how them they their its
    one all too der die das und ist nicht für mit von auf wird den dem ein eine les des une est pas pour que qui dans
    sur los las del una por con para het een van niet voor met uma não com
"""
"""Short words that tell nothing, in the languages that a site can speak."""
_COMMON = frozenset(_TELLING_NOTHING.split())


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two pains that may be one: `old` would go into `into`, which has more evidence, or more places, or stood first.

    `common` of `of` different words are in both: of the titles, or of what else is said if `in_detail`.
    """

    old: LocatedPain
    into: LocatedPain
    common: int
    of: int
    shared: tuple[Shared, ...]
    in_detail: bool = False


@once_per_atlas
def likely_duplicates(atlas: Atlas) -> Sequence[LikelyDuplicate]:
    """Pairs of pains that read alike, at least one of them open, the likest first. Retired journeys are left out.

    Pains with other numbers in their titles are two.
    """
    pains = [one for one in atlas.pains.values() if one.home.journey.status != "retired"]
    titles = [words_of(one.pain.title) for one in pains]
    found = (_compared(atlas, pains[a], pains[b], titles[a], titles[b]) for a, b in sorted(_candidates(titles)))
    return sorted(filter(None, found), key=lambda pair: (-pair.common / pair.of, -len(pair.shared)))


def words_of(*texts: str | None) -> frozenset[str]:
    """The words of texts that tell something, without endings; of writing without spaces, pairs of characters."""
    words = (word for text in texts if text for word in _WORD.findall(text.casefold()))
    return frozenset().union(*map(_stems, words))


@lru_cache(maxsize=16_384)
def _stems(word: str) -> frozenset[str]:
    if _UNSPACED.search(word):
        return frozenset(word[at : at + 2] for at in range(len(word) - 1))
    if word.isdigit():
        return frozenset([word])
    if len(word) < 3 or word in _COMMON:
        return frozenset()
    return frozenset([(word[:-1] if word.endswith("s") and len(word) > 3 else word)[:7]])


def _candidates(titles: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs of titles that share two words, by number: so not each is compared with each."""
    holders: defaultdict[str, int] = defaultdict(int)
    for title in titles:
        for word in title:
            holders[word] += 1
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, title in enumerate(titles):
        rarest = sorted((word for word in title if holders[word] > 1), key=lambda word: (holders[word], word))[:RAREST]
        for two in combinations(sorted(rarest), 2):
            found[two].append(number)
    return {pair for numbers in found.values() if len(numbers) <= MOST_PAINS for pair in combinations(numbers, 2)}


def _compared(
    atlas: Atlas, one: LocatedPain, other: LocatedPain, title: frozenset[str], other_title: frozenset[str]
) -> LikelyDuplicate | None:
    """What two pains have in common if that is enough; `title` and `other_title` are the words of their titles."""
    numbers = [{word for word in own if word.isdigit()} for own in (title, other_title)]
    if numbers[0] != numbers[1] or not (one.pain.is_open or other.pain.is_open):
        return None
    old, into = sorted((one, other), key=lambda pain: (len(pain.pain.evidence), len(pain.places), pain is one))
    common, every = len(title & other_title), len(title | other_title)
    if common >= FEWEST and common / every >= LIKE_IN_PLACE:
        shared = _shared(atlas, one, other)
        if common / every >= LIKE or {"touchpoint", "step"} & {*shared}:
            return LikelyDuplicate(old, into, common, every, shared)
    details, others = _details(one.pain), _details(other.pain)
    said, in_all = len(details & others), len(details | others)
    if said >= 2 * FEWEST and said / in_all >= LIKE_IN_DETAIL:
        return LikelyDuplicate(old, into, said, in_all, _shared(atlas, one, other), in_detail=True)
    return None


def _details(pain: Pain) -> frozenset[str]:
    return words_of(pain.description, pain.cause, pain.workaround)


def _shared(atlas: Atlas, one: LocatedPain, other: LocatedPain) -> tuple[Shared, ...]:
    steps = [[place.step for place in pain.places] for pain in (one, other)]
    touchpoints = [{id for step in own for id in step.touchpoint} for own in steps]
    names = [words_of(*(step.name for step in own)) for own in steps]
    people = [{id for place in pain.places for id in actors_of(place.journey, place.step)} for pain in (one, other)]
    found: list[Shared] = []
    if touchpoints[0] & touchpoints[1]:
        found.append("touchpoint")
    if len(names[0] & names[1]) >= 2:
        found.append("step")
    if people[0] & people[1]:
        found.append("persona")
    return tuple(found)
