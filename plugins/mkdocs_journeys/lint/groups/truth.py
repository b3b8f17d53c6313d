"""Truth: claims that say more than anybody knows."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Journey, Opportunity, Pain, Persona, SourcedQuote, Step
from mkdocs_journeys.model.step import by_actor


def validated_without_evidence(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Something is called validated and names no evidence.

    Why: `validated` lifts a score to its full height. Whoever reads it has a right to see by what.

    To mend: name the study under `evidence`, or write `assumed`. For a step, a quote or a figure with its source will
    do.

    Bad:

        - name: Compares the plans
          confidence: validated

    Good:

        - name: Compares the plans
          confidence: validated
          evidence: [interviews-2026-06/fees-surprise]
    """
    hint = "Name the study under `evidence`, or write `confidence: assumed`."
    for at in _unproven(atlas):
        yield at.violation("confidence", "This is called validated, but names no evidence.", hint)


def quote_without_source(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A live journey quotes somebody without saying where that is written down.

    Why: a quote persuades more than any figure, so an invented one does more harm.

    To mend: write the quote as `{text, evidence}`. What people might say belongs to `thinks`.

    Bad:

        says: ["Why do I need a password?"]

    Good:

        says:
          - {text: "Why do I need a password?", evidence: interviews-2026-06/guest-wall}
    """
    hint = "Write it as `{text: …, evidence: STUDY/FINDING}`, or move it to `thinks`."
    for place in walk.steps_having(atlas, "says"):
        for actor, quotes in by_actor(place.step.says) if place.journey.status == "live" else ():
            for number, quote in enumerate(quotes):
                if not isinstance(quote, SourcedQuote) or quote.evidence is None:
                    at = walk.step_location(place)
                    path = (*at.path, "says", *filter(None, (actor,)), number)
                    yield Violation(at.file, path, "This quote does not say where it comes from.", hint)


def persona_without_evidence(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A persona rests on no evidence, and does not call itself a proto-persona.

    Why: a persona that was made up in a meeting describes the people in the meeting.

    To mend: name the studies under `evidence`, or write `kind: proto-persona` until there are some.

    Bad:

        name: Maya Okafor
        kind: persona

    Good:

        name: Maya Okafor
        kind: proto-persona
    """
    for persona in atlas.personas.values():
        if persona.kind == "persona" and not persona.evidence:
            hint = "Name the studies under `evidence`, or write `kind: proto-persona`."
            yield Violation(persona.path, ("name",), "This persona rests on no evidence.", hint)


def moment_assumed(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A moment of truth of a journey of today is only assumed.

    Why: the relationship is won or lost here. Of all steps, these are the ones to know about.

    To mend: watch or ask customers at this step and name the study under `evidence` of the step, or of a quote, a
    figure or a pain in it.

    Bad:

        - name: Puts the board on the wall
          moment_of_truth: true

    Good:

        - name: Puts the board on the wall
          moment_of_truth: true
          evidence: [interviews-2026-06/first-board-pride]
    """
    hint = "Watch or ask customers here, then name the study under `evidence`."
    for place in walk.steps_having(atlas, "moment_of_truth"):
        step = place.step
        if step.believed == "assumed" and place.journey.state == "current" and not _is_observed(step):
            yield walk.step_location(place).violation("moment_of_truth", "This moment of truth is only assumed.", hint)


def journey_without_evidence(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Nothing in a journey of today names any evidence.

    Why: it may be a good guess, but it reads like knowledge.

    To mend: name the studies of the journey, its steps, pains, quotes or figures under `evidence`. Drafts may do
    without, unless `review.require_evidence` is true.

    Bad:

        title: Find out whether the trial is worth paying for
        status: live

    Good:

        title: Find out whether the trial is worth paying for
        status: live
        evidence: [interviews-2026-06]
    """
    for at, journey in walk.journeys(atlas):
        asked = journey.status == "live" or atlas.catalog.review.require_evidence
        if journey.state == "current" and asked and not _names_evidence(atlas, journey):
            hint = "Name a study under `evidence` of the journey, a step or a pain."
            yield at.missing("Nothing in this journey names any evidence.", hint)


def _unproven(atlas: Atlas) -> Iterator[walk.Location]:
    """Locations of all claims that are called validated and name no evidence."""
    for place in walk.steps_having(atlas, "confidence"):
        if _is_unproven(place.step) and not _is_sourced(place.step):
            yield walk.step_location(place)
    yield from (walk.pain_location(place, pain) for place, pain in walk.pains(atlas) if _is_unproven(pain))
    yield from (at for at, item in walk.opportunities(atlas) if _is_unproven(item))
    yield from (walk.Location(one.path, (), "name") for one in atlas.personas.values() if _is_unproven(one))


def _is_unproven(claim: Step | Pain | Opportunity | Persona) -> bool:
    return claim.confidence == "validated" and not claim.evidence


def _is_sourced(step: Step) -> bool:
    """Whether a step has a quote or a figure with its source."""
    quoted = any(isinstance(quote, SourcedQuote) and quote.evidence for quote in step.quotes)
    return quoted or any(figure.evidence for figure in step.figures)


def _is_observed(step: Step) -> bool:
    """Whether a study stands behind anything that a step says."""
    return _is_sourced(step) or any(isinstance(pain, Pain) and pain.evidence for pain in step.pains)


def _names_evidence(atlas: Atlas, journey: Journey) -> bool:
    if journey.evidence or any(step.evidence or _is_sourced(step) for step in journey.steps):
        return True
    if any(figure.evidence for stage in journey.stages for figure in stage.figures):
        return True
    return any(located.pain.evidence for located in atlas.pains_of_journey.get(journey.id, []))
