"""The text of a ticket as lines of plain words, before any tracker's markup."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation, actors_of
from mkdocs_journeys.imports.text import cleaned
from mkdocs_journeys.insight.scoring import Score, ScoredOpportunity, ScoredPain
from mkdocs_journeys.model import Opportunity, Pain, SourcedQuote
from mkdocs_journeys.site.addresses import address_of, page_uri, served_at, step_anchor
from mkdocs_journeys.site.rendering.numbers import cost_in_words
from mkdocs_journeys.site.rendering.richtext import plain_lines
from mkdocs_journeys.wording import counted, listed

LineKind = Literal["heading", "text", "item", "quote"]
MOST_ITEMS = 20
"""How many places, studies or opportunities a ticket names."""
LONGEST_LINE = 2_000
LONGEST_BODY = 12_000
"""How many characters a ticket has, before markup makes more of them: Jira takes 32,767."""
_MARK = re.compile(r"(?i)(journeys:)(?=(?:pain|opportunity):)")


class IssueLine(NamedTuple):
    """A line of a ticket; a `url` leads to what its words name."""

    kind: LineKind
    text: str
    url: str = ""


class SiteAddresses:
    """Addresses on the published site; "" for all where nobody said where that is."""

    def __init__(self, atlas: Atlas, base: str) -> None:
        self._atlas = atlas
        self._base = f"{base.rstrip('/')}/" if base else ""

    def of(self, kind: str, id: str) -> str:
        """The address of the page of a thing."""
        found = address_of(self._atlas, kind, id) if self._base else None
        return self._at(*found) if found else ""

    def of_step(self, place: StepLocation) -> str:
        """The address of a step on the page of its journey."""
        return self._at(page_uri("journey", place.journey.id), step_anchor(place.number)) if self._base else ""

    def _at(self, uri: str, anchor: str) -> str:
        return f"{self._base}{served_at(uri, True)}{f'#{anchor}' if anchor else ''}"


def pain_lines(atlas: Atlas, scored: ScoredPain, site: SiteAddresses) -> Iterator[IssueLine]:
    """What a ticket says of a pain."""
    pain, located = scored.pain, scored.located
    opportunities = atlas.opportunities_of_pain.get(pain.id, ())
    return _bounded(
        [
            *_rich(pain.description),
            *_section("Where it hurts", _places(atlas, located.places, site)),
            *_section("Who meets it", _people(atlas, located, site)),
            *_section("They say", _quotes(located.home)),
            *_section("How bad it is", _facts(atlas, pain, scored.score)),
            *_section("Why it happens", _texts("text", pain.cause)),
            *_section("What they do instead", _texts("text", pain.workaround)),
            *_section("Evidence", _evidence(atlas, pain.evidence, site)),
            *_section("Opportunities", (_thing("opportunity", one, site) for one in opportunities)),
            *_page(site.of("pain", pain.id)),
        ]
    )


def opportunity_lines(atlas: Atlas, scored: ScoredOpportunity, site: SiteAddresses) -> Iterator[IssueLine]:
    """What a ticket says of an opportunity."""
    item = scored.opportunity
    pains = [atlas.pains[id].pain for id in item.pains]
    named = [id for id, of in atlas.opportunities_of_journey.items() if any(one.id == item.id for one in of)]
    journeys = [atlas.journeys[id] for id in named]
    return _bounded(
        [
            *_rich(item.description),
            *_section("The pains that it would mend", (_thing("pain", one, site) for one in pains)),
            *_section("Journeys", (_line("item", one.title, site.of("journey", one.id)) for one in journeys)),
            *_section("What it is worth", _worth(atlas, item, scored.score)),
            *_section("Solutions", (_solution(one.name, one.status) for one in item.solutions)),
            *_section("Metrics", (_line("item", atlas.metrics[id].name, site.of("metric", id)) for id in item.metrics)),
            *_section("Evidence", _evidence(atlas, item.evidence, site)),
            *_page(site.of("opportunity", item.id)),
        ]
    )


def _line(kind: LineKind, text: str, url: str = "") -> IssueLine:
    """A line of an author's words, which never look like a marker of ours."""
    words = _MARK.sub(r"\1 ", cleaned(text))
    return IssueLine(kind, words if len(words) <= LONGEST_LINE else f"{words[:LONGEST_LINE]}…", url)


def _texts(kind: LineKind, *texts: str | None) -> list[IssueLine]:
    return [_line(kind, line) for text in texts if text for line in text.splitlines() if line.strip()]


def _rich(text: str | None) -> list[IssueLine]:
    return [_line("item" if is_item else "text", words) for is_item, words in plain_lines(text)] if text else []


def _section(title: str, lines: Iterable[IssueLine]) -> Iterator[IssueLine]:
    found = list(lines)
    if found:
        yield IssueLine("heading", title)
        yield from found[:MOST_ITEMS]
    if len(found) > MOST_ITEMS:
        yield IssueLine("item", f"and {len(found) - MOST_ITEMS:,} more")


def _bounded(lines: list[IssueLine]) -> Iterator[IssueLine]:
    length = 0
    for at, line in enumerate(lines):
        length += len(line.text) + len(line.url)
        if length > LONGEST_BODY:
            yield IssueLine("text", f"{counted(len(lines) - at, 'more line')} have no room here.")
            return
        yield line


def _places(atlas: Atlas, places: Iterable[StepLocation], site: SiteAddresses) -> Iterator[IssueLine]:
    for place in places:
        where = f"{place.journey.title} › {atlas.stage_name(place.stage)} › {place.step.name}"
        at = listed([atlas.touchpoints[id].name for id in place.step.touchpoint], "and")
        yield _line("item", f"{where} ({at})" if at else where, site.of_step(place))


def _people(atlas: Atlas, located: LocatedPain, site: SiteAddresses) -> Iterator[IssueLine]:
    ids = dict.fromkeys(id for place in located.places for id in actors_of(place.journey, place.step))
    for id in ids:
        persona = atlas.personas[id]
        yield _line("item", f"{persona.name}, {persona.role}" if persona.role else persona.name, site.of("persona", id))


def _quotes(place: StepLocation) -> Iterator[IssueLine]:
    says = place.step.says
    for one in [quote for of in says.values() for quote in of] if isinstance(says, dict) else says:
        yield _line("quote", one.text if isinstance(one, SourcedQuote) else one)


def _facts(atlas: Atlas, pain: Pain, score: Score) -> Iterator[IssueLine]:
    yield from _scored(score)
    words = {"Severity": pain.severity, "Frequency": pain.frequency, "Impact on the business": pain.impact}
    for name, word in words.items():
        if word:
            yield IssueLine("item", f"{name}: {word}")
    if pain.reach is not None:
        yield IssueLine("item", f"Reach: {pain.reach:g}% of these customers")
    yield IssueLine("item", f"How sure we are: {pain.believed}")
    if pain.cost:
        yield _line("item", f"Leaving it costs {cost_in_words(pain.cost)}")
    if pain.since:
        yield IssueLine("item", f"Known since {pain.since.isoformat()}")
    yield from _owner(atlas, pain.owner)


def _worth(atlas: Atlas, item: Opportunity, score: Score) -> Iterator[IssueLine]:
    yield from _scored(score)
    for name, word in {"Value": item.value, "Effort": item.effort}.items():
        if word:
            yield IssueLine("item", f"{name}: {word}")
    yield IssueLine("item", f"How sure we are: {item.believed}")
    if item.cost:
        yield _line("item", f"Doing it costs {cost_in_words(item.cost)}")
    yield from _owner(atlas, item.owner)


def _owner(atlas: Atlas, team: str | None) -> Iterator[IssueLine]:
    if team:
        yield _line("item", f"Team: {atlas.teams[team].name}")


def _scored(score: Score) -> Iterator[IssueLine]:
    yield IssueLine("item", f"Score: {score.working} ({score.band})")
    missing = [factor.name for factor in score.factors if factor.assumed]
    if missing:
        yield IssueLine("item", f"Nobody has said {listed(missing, 'and')}: an assumed value stands in the score")


def _evidence(atlas: Atlas, references: Iterable[str], site: SiteAddresses) -> Iterator[IssueLine]:
    for reference in references:
        id, _, finding = reference.partition("/")
        study = atlas.evidence[id]
        size = f", n = {study.n:,}" if study.n is not None else ""
        source = f"{study.title} ({study.date.isoformat()}{size})"
        found = next((one for one in study.findings if one.id == finding), None)
        words = f"“{found.text}”" if found and found.type == "quote" else found.text if found else ""
        yield _line("item", f"{words} — {source}" if words else source, site.of("evidence", reference))


def _thing(kind: str, topic: Pain | Opportunity, site: SiteAddresses) -> IssueLine:
    return _line("item", f"{topic.title} ({topic.status})", site.of(kind, topic.id))


def _solution(name: str, status: str | None) -> IssueLine:
    return _line("item", f"{name} ({status})" if status else name)


def _page(url: str) -> Iterator[IssueLine]:
    if url:
        yield IssueLine("text", "On the journey map", url)
