"""Names that authors write freely, such as those of systems and tags: which of them are the same, and their ids."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize
from zlib import crc32

from mkdocs_journeys.model.base import ID_PATTERN

_IS_ID = re.compile(ID_PATTERN.replace("$", r"\Z")).match


@dataclass(frozen=True)
class FreeName:
    """A name as files write it most often, and the other ways in which they write it. `id` is made of the name."""

    id: str
    name: str
    variants: tuple[str, ...] = ()


def free_names(texts: Iterable[str]) -> dict[str, FreeName]:
    """The names among these texts by id, the most frequent first and otherwise by name."""
    spellings: dict[str, Counter[str]] = {}
    for text, times in Counter(texts).items():
        spellings.setdefault(name_id(text), Counter())[text] = times
    names = []
    for id, counts in spellings.items():
        first, *variants = sorted(counts, key=lambda text: (-counts[text], text))
        names.append((-counts.total(), first.casefold(), FreeName(id, first, tuple(variants))))
    return {name.id: name for *_order, name in sorted(names, key=lambda one: one[:2])}


@lru_cache(maxsize=16_384)
def name_id(text: str) -> str:
    """The id of a name. Capitals make no difference, nor what is between words: white space, hyphens or underscores."""
    words = re.split(r"[\s_-]+", normalize("NFKC", text).casefold())
    return text_id("-".join(filter(None, words)) or text)


def text_id(text: str, otherwise: str = "name") -> str:
    """A text as an id: itself where it is one, else what it has of a-z and 0-9, and a checksum so that it is unique.

    `otherwise` stands for a text that has none of these characters.
    """
    if _IS_ID(text):
        return text
    letters = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:40].rstrip("-")
    return f"{letters or otherwise}-{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
