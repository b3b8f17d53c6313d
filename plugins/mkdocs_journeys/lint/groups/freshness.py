"""Freshness: reviews, studies and figures that are too old, and days that cannot be right."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.wording import counted


def review_overdue(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A live journey was not reviewed within `review.max_age_days`, or never.

    Why: products change every week. A reader cannot see which half of an old map still holds.

    To mend: go through the map with people who meet customers, then write the day under `reviewed`.

    Bad:

        status: live
        reviewed: 2024-03-01

    Good:

        status: live
        reviewed: 2026-10-02
    """
    allowed = atlas.catalog.review.max_age_days
    hint = "Go through it with people who meet customers, then write the day: `reviewed: YYYY-MM-DD`."
    for at, journey in walk.journeys(atlas):
        if journey.status != "live":
            continue
        if journey.reviewed is None:
            yield at.missing("This live journey was never reviewed.", hint)
        elif (today - journey.reviewed).days > allowed:
            age = counted((today - journey.reviewed).days, "day")
            yield at.violation("reviewed", f"The last review was {age} ago; {allowed} are allowed.", hint)


def evidence_expired(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A study that claims rest on is past its `expires`.

    Why: its authors said until when to trust it. What rests on it may be true, but is no longer known.

    To mend: ask again, or write down why it still holds and move the day.

    Bad:

        title: Twelve interviews about price
        date: 2023-02-01
        expires: 2025-02-01

    Good:

        title: Twelve interviews about price
        date: 2026-02-01
        expires: 2028-02-01
    """
    used = walk.named_studies(atlas)
    for study in atlas.evidence.values():
        if study.id in used and is_expired(study, today):
            hint = "Ask again, or say in it why it still holds and move the day."
            message = f"This study held until {study.expires}, and claims still rest on it."
            yield Violation(study.path, ("expires",), message, hint)


def acknowledgement_expired(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A change was accepted until a day that is over.

    Why: what was accepted for now stays for good if nobody looks again.

    To mend: make the journey good again and take the entry out, or say until when it is accepted now.

    Bad:

        changes:
          - change: "60f193be5c02b8b5"
            says: "*Compares the plans* fell from negative to very negative"
            reason: Legal needs the longer form until the new contract is signed
            by: Jo Lund
            until: 2026-06-30

    Good:

        changes:
          - change: "60f193be5c02b8b5"
            says: "*Compares the plans* fell from negative to very negative"
            reason: Legal needs the longer form until the new contract is signed
            by: Jo Lund
            until: 2027-03-31
    """
    accepted = atlas.acknowledged
    for number, one in enumerate(accepted.changes if accepted else ()):
        if accepted and one.until < today:
            message = f"This change was accepted until {one.until}, and that is over."
            hint = "Mend it and take this out, or accept it until another day."
            yield Violation(accepted.path, ("changes", number, "until"), message, hint)


def metric_silent(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A metric has no figure of the last `review.max_figure_age_days`.

    Why: a chart that ends in spring reads as if it were today.

    To mend: add the newest figures to `metrics/ID.csv`, or remove the metric.

    Bad:

        metrics:
          - {id: nps, name: Net promoter score, kind: nps}    # and no metrics/nps.csv

    Good:

        date,value
        2026-10-31,31
    """
    allowed = atlas.catalog.review.max_figure_age_days
    for at, metric in walk.catalog_items(atlas, "metrics"):
        days = [one.date for one in atlas.observations.get(metric.id, ())]
        days += [one.date for one in atlas.withheld.get(metric.id, ())]
        last = max(days, default=None)
        hint = f"Add the newest figures to metrics/{metric.id}.csv, or remove the metric."
        if last is None:
            yield at.missing(f"The metric '{metric.id}' has no figure at all.", hint)
        elif (today - last).days > allowed:
            age = counted((today - last).days, "day")
            yield at.missing(f"The last figure of '{metric.id}' is {age} old.", hint)


def resolved_without_date(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A pain is resolved, but nobody wrote down when.

    Why: without the day nobody can compare the figures before and after, so nobody knows whether it helped.

    To mend: add `resolved` with the day.

    Bad:

        - id: hidden-fees
          title: The full price shows only at checkout
          status: resolved

    Good:

        - id: hidden-fees
          title: The full price shows only at checkout
          status: resolved
          resolved: 2026-04-12
    """
    for place, pain in walk.pains(atlas):
        if pain.status == "resolved" and pain.resolved is None:
            message = f"The pain '{pain.id}' is resolved, but not since when."
            yield walk.pain_location(place, pain).violation("status", message, "Add the day: `resolved: YYYY-MM-DD`.")


def resolved_but_open(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A pain has the day on which it was resolved, and another status.

    Why: the backlog still counts it, and the day says that it should not. One of the two is wrong.

    To mend: set `status: resolved`, or remove the day.

    Bad:

        status: open
        resolved: 2026-04-12

    Good:

        status: resolved
        resolved: 2026-04-12
    """
    for place, pain in walk.pains(atlas):
        if pain.resolved is not None and pain.status != "resolved":
            message = f"The pain '{pain.id}' has a day of resolution, but its status is {pain.status}."
            hint = "Write `status: resolved`, or remove the day."
            yield walk.pain_location(place, pain).violation("resolved", message, hint)


def date_ahead(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A day on which something happened lies ahead of today.

    Why: nobody has reviewed or resolved anything tomorrow. It is a slip of the pen, and it keeps ages wrong.

    To mend: correct the day.

    Bad:

        reviewed: 2062-10-02

    Good:

        reviewed: 2026-10-02
    """
    dated = [(at, "reviewed", journey.reviewed) for at, journey in walk.journeys(atlas)]
    dated += [(walk.Location(p.path, (), "name"), "reviewed", p.reviewed) for p in atlas.personas.values()]
    dated += [(walk.Location(study.path, (), "title"), "date", study.date) for study in atlas.evidence.values()]
    for place, pain in walk.pains(atlas):
        for field, day in (("since", pain.since), ("resolved", pain.resolved)):
            if day is not None and day > today:
                dated.append((walk.pain_location(place, pain), field, day))
    dated += [(at, "date", figure.date) for at, figure in walk.figures(atlas)]
    for at, field, day in dated:
        if day is not None and day > today:
            yield at.violation(field, f"`{field}` is {day}, which lies ahead of today.", "Correct the day.")


def dates_reversed(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Something ended before it began.

    Why: durations and comparisons before and after come out as nonsense.

    To mend: correct one of the two days.

    Bad:

        since: 2026-04-01
        resolved: 2026-03-01

    Good:

        since: 2026-03-01
        resolved: 2026-04-01
    """
    spans: list[tuple[walk.Location, str, date | None, str, date | None]] = [
        (walk.pain_location(place, pain), "since", pain.since, "resolved", pain.resolved)
        for place, pain in walk.pains(atlas)
        if pain.since is not None and pain.resolved is not None
    ]
    spans += [(at, "started", e.started, "ended", e.ended) for at, _, _, _, e in walk.experiments(atlas)]
    spans += [
        (walk.Location(study.path, (), "title"), "date", study.date, "expires", study.expires)
        for study in atlas.evidence.values()
    ]
    for at, first, begins, last, ends in spans:
        if begins is not None and ends is not None and ends < begins:
            message = f"`{last}` is {ends}, before `{first}`, {begins}."
            yield at.violation(last, message, "Correct one of the two days.")
