"""What search is told of a page besides what it says: other words for it, its abbreviation, and its rank."""

import re
from collections.abc import Iterable, Iterator

from mkdocs_journeys.site.page import Page, Section

_INDEX_RANK = 5.0
_THING_RANK = 4.0
_WORD = re.compile(r"\w+")
_WITH_HYPHENS = re.compile(r"\w+(?:-\w+)+")


def rank_of(page: Page) -> float:
    """The boost of a page: an index first, then what the page is about before pages that only say its name.

    1 is what any page has. Of two things whose names hold a word, the one with the shorter name comes first: who
    searches for "support" means the team before the support chat.
    """
    if page.thing is None:
        return _INDEX_RANK if page.label else 1
    return _THING_RANK + round(1 / max(len(page.title.split()), 1), 2)


def searched_sections(page: Page, sections: Iterable[Section], *, labelled: bool = False) -> Iterator[Section]:
    """The sections that search finds, the first with the abbreviation of the page's name and with other words for it.

    With `labelled`, its words begin with the kind of thing that the page is about.
    """
    for number, section in enumerate(section for section in sections if section.searched):
        if number:
            yield section
        else:
            words = (page.label if labelled else "", section.words, *other_words(page))
            title = _with_abbreviation(page, section.title or page.title)
            yield section._replace(title=title, words=" ".join(filter(None, words)))


def other_words(page: Page) -> tuple[str, ...]:
    """Words under which people look for a page that its title does not hold: of its id, its tags, and its kind.

    A word with hyphens is found without them, too: "handoff" for "hand-off".
    """
    joined = (found[0].replace("-", "") for found in _WITH_HYPHENS.finditer(page.title))
    of_id = _WORD.findall(page.thing[1]) if page.thing else ()
    known = set(_WORD.findall(page.title.casefold()))
    wanted = (*joined, *of_id, *page.tags, *((page.other_words,) if page.other_words else ()))
    return tuple(dict.fromkeys(word for word in wanted if word.casefold() not in known))


def _with_abbreviation(page: Page, title: str) -> str:
    """The title with the id behind it where that is made of the initials of its words: "Net promoter score · NPS"."""
    initials = "".join(word[0] for word in _WORD.findall(page.title)).casefold()
    is_short = page.thing is not None and len(initials) > 1 and initials == page.thing[1].casefold()
    return f"{title} · {initials.upper()}" if is_short else title
