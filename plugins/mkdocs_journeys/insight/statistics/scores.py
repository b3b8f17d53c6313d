"""Net promoter scores: value, interval, the difference of two waves, and how many answers a margin takes."""

from math import sqrt

from mkdocs_journeys.insight.statistics.intervals import (
    CONFIDENCE,
    EstimatedDifference,
    Interval,
    normal_quantile,
)

SMALL_WAVE = 100
"""Fewer answers than this take the adjusted interval: of 30 answers, of which nine in ten praise, the plain one holds
the score in 84 of 100 waves, and the adjusted one in 97."""


def net_promoter_score(promoters: float, passives: float, detractors: float) -> float:
    """100 × (promoters − detractors) ÷ all who answered, −100 to 100; one count at least is above 0."""
    return 100 * (promoters - detractors) / (promoters + passives + detractors)


def nps_margin(promoters: float, passives: float, detractors: float, confidence: float = CONFIDENCE) -> float:
    """Half the width of the interval of a score, from the variance of one answer that is +1, 0 or −1."""
    n = promoters + passives + detractors
    p, d = promoters / n, detractors / n
    return 100 * normal_quantile(confidence) * sqrt(max(0.0, p + d - (p - d) ** 2) / n)


def nps_interval(promoters: float, passives: float, detractors: float, confidence: float = CONFIDENCE) -> Interval:
    """The interval of a score: around the score; of fewer than 100 answers the adjusted one.

    Unanimous answers vary by nothing, so the plain interval would have no width. It is widened to hold the score.
    """
    score = net_promoter_score(promoters, passives, detractors)
    unanimous = max(promoters, passives, detractors) == promoters + passives + detractors
    if promoters + passives + detractors < SMALL_WAVE or unanimous:
        found = adjusted_nps_interval(promoters, passives, detractors, confidence)
        return Interval(min(score, found.low), max(score, found.high))
    margin = nps_margin(promoters, passives, detractors, confidence)
    return Interval(max(-100.0, score - margin), min(100.0, score + margin))


def adjusted_nps_interval(
    promoters: float, passives: float, detractors: float, confidence: float = CONFIDENCE
) -> Interval:
    """The adjusted Wald interval, for few answers: that of the counts with 1 added to each of the three."""
    counts = (promoters + 1, passives + 1, detractors + 1)
    centre, margin = net_promoter_score(*counts), nps_margin(*counts, confidence)
    return Interval(max(-100.0, centre - margin), min(100.0, centre + margin))


def nps_difference(
    earlier: tuple[float, float, float], later: tuple[float, float, float], confidence: float = CONFIDENCE
) -> EstimatedDifference:
    """The later score less the earlier one, each given as promoters, passives and detractors.

    Its margin is √(margin² + margin²); that of a wave with fewer than 100 or unanimous answers is the adjusted one.
    """
    change = net_promoter_score(*later) - net_promoter_score(*earlier)
    margin = sqrt(_margin(earlier, confidence) ** 2 + _margin(later, confidence) ** 2)
    return EstimatedDifference(change, change - margin, change + margin)


def answers_needed(margin: float, variance: float = 1.0, confidence: float = CONFIDENCE) -> float:
    """How many answers, not rounded, give a margin of so many points; no answers vary more than by a variance of 1."""
    return (100 * normal_quantile(confidence) / margin) ** 2 * variance


def _margin(counts: tuple[float, float, float], confidence: float) -> float:
    if sum(counts) < SMALL_WAVE or max(counts) == sum(counts):
        promoters, passives, detractors = counts
        return nps_margin(promoters + 1, passives + 1, detractors + 1, confidence)
    return nps_margin(*counts, confidence)
