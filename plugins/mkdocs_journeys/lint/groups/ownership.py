"""Ownership: who answers for a journey, a touchpoint, a pain that hurts much."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas, StepLocation, once_per_atlas
from mkdocs_journeys.insight.scoring import score_pain
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Pain


def journey_without_owner(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A journey has no team that owns it.

    Why: a map that nobody owns is right on the day of its workshop and wrong a year later.

    To mend: name the team under `owner`. Drafts may do without, unless `review.require_owner` is true.

    Bad:

        title: Find out whether the trial is worth paying for
        status: live

    Good:

        title: Find out whether the trial is worth paying for
        status: live
        owner: growth
    """
    for at, journey in walk.journeys(atlas):
        if journey.owner is None and (journey.status == "live" or atlas.catalog.review.require_owner):
            yield at.missing("This journey has no owner.", "Name the team that keeps it true: `owner: TEAM`.")


def touchpoint_without_team(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A live touchpoint has no team.

    Why: steps take their team from the touchpoint, so hand-offs stay hidden, and a pain there is nobody's.

    To mend: name the team under `team`.

    Bad:

        touchpoints:
          - {id: pricing-page, name: Pricing page, channel: web}

    Good:

        touchpoints:
          - {id: pricing-page, name: Pricing page, channel: web, team: marketing}
    """
    for at, touchpoint in walk.catalog_items(atlas, "touchpoints"):
        if touchpoint.status == "live" and touchpoint.team is None:
            yield at.missing(f"Nobody looks after the touchpoint '{touchpoint.id}'.", "Name its team: `team: TEAM`.")


def high_pain_without_owner(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An open pain of the high band has no owner.

    Why: what hurts customers most has to be somebody's task, or it will be there next year.

    To mend: name the team that will do something about it under `owner`.

    Bad:

        - id: hidden-fees
          title: The full price shows only at checkout
          severity: critical
          frequency: always
          impact: critical

    Good:

        - id: hidden-fees
          title: The full price shows only at checkout
          severity: critical
          frequency: always
          impact: critical
          owner: marketing
    """
    for place, pain in _high_pains(atlas):
        if pain.owner is None:
            message = f"The pain '{pain.id}' is high and has no owner."
            yield walk.pain_location(place, pain).missing(message, "Name the team: `owner: TEAM`.")


def high_pain_without_answer(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An open pain of the high band has neither an issue nor an opportunity.

    Why: everybody agrees that it hurts much, and nothing is on its way.

    To mend: write an opportunity that names it under `pains`, or link the work under `issue`.

    Bad:

        - id: hidden-fees
          title: The full price shows only at checkout
          severity: critical
          frequency: always
          impact: critical

    Good:

        - id: hidden-fees
          title: The full price shows only at checkout
          severity: critical
          frequency: always
          impact: critical
          issue: https://example.com/issues/2077
    """
    for place, pain in _high_pains(atlas):
        if pain.issue is None and pain.id not in atlas.opportunities_of_pain:
            hint = "Write an opportunity that names it, or link the work: `issue: ADDRESS`."
            message = f"The pain '{pain.id}' is high, and nothing is on its way."
            yield walk.pain_location(place, pain).missing(message, hint)


@once_per_atlas
def _high_pains(atlas: Atlas) -> list[tuple[StepLocation, Pain]]:
    scoring = atlas.catalog.scoring
    return [
        (place, pain) for place, pain in walk.pains(atlas) if pain.is_open and score_pain(pain, scoring).band == "high"
    ]
