"""Clarity of words: texts over the columns of a map that are short, and in the customer's voice."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model.duration import duration_of

MAX_NAME_LENGTH = 60
_PEOPLE = "users?|customers?|clients?|consumers?|visitors?|shoppers?|buyers?|prospects?|subscribers?"
_LEADS = r"leads?(?! (?:a|an|the|to|through|up|on|off|back|her|his|their|my|our|us|me|them|him|it)\b)"
_PEOPLE_START = re.compile(rf"^(?:the |a |our |new )?(?:{_PEOPLE}|{_LEADS})\b(?!')", re.I | re.M)
_WE_START = re.compile(r"^(?:we|our|us)\b", re.I | re.M)
_START = re.compile(rf"{_PEOPLE_START.pattern}|{_WE_START.pattern}", re.I | re.M)
_FIRST_PERSON_START = re.compile(r"(?:i|i'\w+|my|me)\s", re.IGNORECASE)
_COMPANY_WORDS = re.compile(
    r"\b(engagement|upsells?|upselling|cross-sell(?:s|ing)?|conversions?|funnel|lead nurturing|seamless(?:ly)?)\b",
    re.IGNORECASE,
)
_COMPANY_STEMS = ("engagement", "upsell", "cross-sell", "convers", "funnel", "nurtur", "seamless")
"""Every match of `_COMPANY_WORDS` contains one. None has an i, of which some forms do not fold to the same letter."""


class _Heading(NamedTuple):
    """A text over columns that is no step's name: where it stands, what it is, and what it says."""

    file: str
    path: tuple[str | int, ...]
    kind: str
    text: str


def company_voice(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step, a title, or a heading of a path or a group of steps is written from the company's side.

    Why: "User completes onboarding" is what we want. "Gets the team to log in" is what somebody does. The first
    kind of map agrees with its authors, the second kind teaches them something.

    To mend: begin with the verb, as the customer would say it. The rule knows English words only: those that
    begin with user, customer, we or our, and words such as engagement, upsell or funnel. Where steps begin with I or
    my, we and our are the customer's own. Where employees act alone, customers are those whom they meet.

    Bad:

        - name: User converts to a paid plan

    Good:

        - name: Pays with the company card
    """
    hint = "Begin with what the customer does, as they would say it."
    for at, journey, names, _ in walk.step_columns(atlas):
        if not _may_match([journey.title, *names]):
            continue
        people = () if atlas.personas[journey.personas[0]].kind == "internal" else (_PEOPLE_START,)
        we = () if any(map(_FIRST_PERSON_START.match, names)) else (_WE_START,)
        words = _company_words(journey.title, *people, *we)
        if words:
            yield at.violation("title", f'The title speaks from the company\'s side: "{words}".', hint)
        for place, name in zip(atlas.places[journey.id], names, strict=True):
            words = _company_words(name, *(people if walk.is_of_own(journey, place.step) else ()), *we)
            if words:
                message = f'This step speaks from the company\'s side: "{words}".'
                yield walk.step_location(place).violation("name", message, hint)
    for heading in _headings(atlas):
        words = _company_words(heading.text, _PEOPLE_START)
        if words:
            message = f'This {heading.kind} speaks from the company\'s side: "{words}".'
            yield Violation(heading.file, heading.path, message, "Say it as the customer would.")


def name_too_long(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The name of a step, of a path or of a group of steps, or a condition, is longer than 60 characters.

    Why: it is the label of a column. A long one makes every column of its row tall, and nobody reads it.

    To mend: keep the action, and move the rest to `thinks`, `expects` or `frontstage`.

    Bad:

        - name: Compares the three plans side by side and looks for the one that has single sign-on

    Good:

        - name: Compares the plans
          thinks: Which one has single sign-on?
    """
    hint = "Keep the action; move the rest to `thinks` or `expects`."
    for _, journey, names, _ in walk.step_columns(atlas):
        for number, length in enumerate(map(len, names)):
            if length > MAX_NAME_LENGTH:
                message = f"This name has {length} characters; a column has room for {MAX_NAME_LENGTH}."
                yield walk.step_location(atlas.places[journey.id][number]).violation("name", message, hint)
    for heading in _headings(atlas):
        length = len(heading.text)
        if length > MAX_NAME_LENGTH:
            message = f"This {heading.kind} has {length} characters; a column has room for {MAX_NAME_LENGTH}."
            yield Violation(heading.file, heading.path, message, "Keep what readers need to tell it from the others.")


def duration_unclear(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A `duration` or a `wait` is no length of time that can be added up.

    Why: it is shown as it is written, but the time of the stage and of the whole journey goes without it, and no
    comparison can say that it became shorter.

    To mend: write amounts with units, such as `5 min`, `1 h 30 min`, `2–5 d`, `up to 3 weeks` or `PT20M`. What nobody
    can put into figures may stay as it is.

    Bad:

        - name: Waits for the decision
          wait: until the board has met

    Good:

        - name: Waits for the decision
          wait: 3–6 weeks
    """
    for field in ("duration", "wait"):
        for place in walk.steps_having(atlas, field):
            text: str = vars(place.step)[field]
            if not _is_length_of_time(text):
                yield _unclear(walk.step_location(place), field, text)
    for at, journey in walk.journeys(atlas):
        for number, stage in enumerate(journey.stages):
            if stage.duration and not _is_length_of_time(stage.duration):
                yield _unclear(walk.Location(at.file, ("stages", number), "stage"), "duration", stage.duration)


@lru_cache(maxsize=4_096)
def _is_length_of_time(text: str) -> bool:
    return duration_of(text) is not None


def _unclear(at: walk.Location, field: str, text: str) -> Violation:
    message = f"'{text}' is no length of time that can be added up."
    hint = "Write amounts with units: `5 min`, `1 h 30 min`, `2–5 d`, `up to 3 weeks` or `PT20M`."
    return at.violation(field, message, hint)


@once_per_atlas
def _headings(atlas: Atlas) -> list[_Heading]:
    """Conditions and groups of steps, and the names of paths; what stands at several steps of a journey once."""
    found: dict[tuple[str, str, str], _Heading] = {}
    for field, kind in (("when", "condition"), ("group", "group")):
        for place in walk.steps_having(atlas, field):
            text = getattr(place.step, field)
            if (place.journey.id, field, text) not in found:
                at = walk.step_location(place)
                found[place.journey.id, field, text] = _Heading(at.file, (*at.path, field), kind, text)
    for at, journey in walk.journeys(atlas):
        for id, name in journey.paths.items():
            found[journey.id, "paths", id] = _Heading(at.file, ("paths", id), "path", name)
    return list(found.values())


def _may_match(texts: Sequence[str]) -> bool:
    """Prefilter for speed: False only if `_company_words` finds nothing in any of the texts."""
    joined = "\n".join(texts)
    folded = joined.casefold()
    return bool(_START.search(joined)) or any(stem in folded for stem in _COMPANY_STEMS)


def _company_words(text: str, *starts: re.Pattern[str]) -> str | None:
    """The words that only the company would use, anywhere or where one of the `starts` matches."""
    found = next(filter(None, [start.match(text) for start in starts]), None) or _COMPANY_WORDS.search(text)
    return found.group().strip() if found else None
