"""The page of hand-offs: who hands customers over to whom, as a matrix, and each of these with its steps."""

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.selection import present_journeys
from mkdocs_journeys.insight.things.handoffs import TeamPair, handoffs_of, team_pairs
from mkdocs_journeys.site.addresses import HANDOFFS_URI
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling
from mkdocs_journeys.site.links import NamedLink, index_page, thing_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.things.handoffs import HandoffLine, handoff_row, pair_anchor
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

TEMPLATE = "handoffs.html.j2"
MOST_OF_A_PAIR = 8
"""How many hand-offs from one team to another have a row."""


class MatrixCell(NamedTuple):
    """How one team hands over to another: how often, how customers feel after it, and how many open pains are there."""

    anchor: str
    number: str
    felt: MeanEmotion
    pains: str
    label: str


class MatrixRow(NamedTuple):
    """A team that hands over; its cells stand in the order of the columns, None where it never does."""

    team: NamedLink
    cells: tuple[MatrixCell | None, ...]


class MatrixView(NamedTuple):
    """The teams that hand over, one a row, and those that take over, one a column; `lead` says it in a sentence."""

    title: str
    lead: str
    columns: tuple[NamedLink, ...]
    rows: tuple[MatrixRow, ...]


class PairView(NamedTuple):
    """The hand-offs from one team to another; `more` counts those without a row."""

    anchor: str
    before: NamedLink
    after: NamedLink
    words: str
    felt: MeanEmotion
    rows: tuple[HandoffLine, ...]
    more: int


def handoffs_pages(site: SiteContext) -> Iterator[Page]:
    """The page, where any team hands over to another."""
    if team_pairs(site.atlas):
        description = _("Where customers pass from one team to another, and how they feel right after it.")
        yield index_page(site, "handoffs", _sections, description, uri=HANDOFFS_URI)


def _sections(context: PageContext) -> Iterator[Section]:
    pairs = team_pairs(context.atlas)
    title = _("Hand-offs")
    yield Section(
        "hand-offs", title, 1, context.macro(TEMPLATE, "matrix", _matrix(context, pairs, title)), headed=False
    )
    worst = sorted(pairs.values(), key=lambda pair: (pair.emotion is None, pair.emotion or 0))
    html = context.macro(TEMPLATE, "pairs", [_pair(context, pair) for pair in worst])
    words = " ".join(f"{pair.before.name} {pair.after.name}" for pair in worst)
    yield Section("steps", _("Where they happen, the worst first"), 2, html, words)


def _matrix(context: PageContext, pairs: dict[tuple[str, str], TeamPair], title: str) -> MatrixView:
    teams = context.atlas.catalog.teams
    giving = [team for team in teams if any(before == team.id for before, _after in pairs)]
    taking = [team for team in teams if any(after == team.id for _before, after in pairs)]
    rows = tuple(
        MatrixRow(
            thing_link(context, "team", team.id),
            tuple(_cell(pairs[team.id, other.id]) if (team.id, other.id) in pairs else None for other in taking),
        )
        for team in giving
    )
    columns = tuple(thing_link(context, "team", team.id) for team in taking)
    return MatrixView(title, _lead(context, pairs), columns, rows)


def _lead(context: PageContext, pairs: dict[tuple[str, str], TeamPair]) -> str:
    number = sum(len(handoffs_of(context.atlas, journey)) for journey in present_journeys(context.atlas))
    many = ngettext(
        "On today's journeys, customers pass from one team to another %(num)s time.",
        "On today's journeys, customers pass from one team to another %(num)s times.",
        number,
    )
    known = [pair for pair in pairs.values() if pair.emotion is not None]
    if not known:
        return many
    worst = min(known, key=lambda pair: pair.emotion or 0)
    names = {"before": worst.before.name, "after": worst.after.name, "emotion": feeling(worst.emotion).text}
    return f"{many} " + _("They feel worst where %(before)s hands over to %(after)s: %(emotion)s.", **names)


def _cell(pair: TeamPair) -> MatrixCell:
    felt, pains = feeling(pair.emotion), len(pair.pains)
    hurts = ngettext("%(num)s open pain", "%(num)s open pains", pains) if pains else ""
    return MatrixCell(
        anchor=pair_anchor(pair.before, pair.after),
        number=str(len(pair.handoffs)),
        felt=felt,
        pains=hurts,
        label=_(
            "%(before)s to %(after)s: %(words)s", before=pair.before.name, after=pair.after.name, words=_words(pair)
        ),
    )


def _words(pair: TeamPair) -> str:
    """How often, how it feels with of how many that is known, and what hurts."""
    number, pains = len(pair.handoffs), len(pair.pains)
    parts = [ngettext("%(num)s hand-off", "%(num)s hand-offs", number)]
    if pair.emotion is not None:
        felt = feeling(pair.emotion)
        given = {"emotion": f"{felt.text} ({felt.word})", "known": pair.known}
        parts.append(_("mean emotion of %(known)s: %(emotion)s", **given))
    if pains:
        parts.append(ngettext("%(num)s open pain", "%(num)s open pains", pains))
    return _(", ").join(parts)


def _pair(context: PageContext, pair: TeamPair) -> PairView:
    rows = tuple(handoff_row(context, one, ()) for one in pair.handoffs[:MOST_OF_A_PAIR])
    return PairView(
        pair_anchor(pair.before, pair.after),
        thing_link(context, "team", pair.before.id),
        thing_link(context, "team", pair.after.id),
        _words(pair),
        feeling(pair.emotion),
        rows,
        len(pair.handoffs) - len(rows),
    )
