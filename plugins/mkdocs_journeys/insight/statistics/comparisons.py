"""Several comparisons at once, and whether an experiment gave each of its arms the people that were planned."""

from collections.abc import Sequence

from mkdocs_journeys.insight.statistics.intervals import chi_square_p

SAMPLE_RATIO_P = 0.001
"""A split less likely than this by chance tells of a fault in how people were assigned."""


def sample_ratio_p(counts: Sequence[float], planned: Sequence[float] = ()) -> float:
    """The p of the chi-square test that two or more arms have the planned shares of people; equal ones if none given.

    Shares are relative to each other and above 0; some people were counted.
    """
    shares = planned or [1.0] * len(counts)
    people = sum(counts) / sum(shares)
    statistic = sum(
        (count - share * people) ** 2 / (share * people) for count, share in zip(counts, shares, strict=True)
    )
    return chi_square_p(statistic, len(counts) - 1)


def bonferroni(p_values: Sequence[float]) -> list[float]:
    """Each p times the number of comparisons, 1 at most."""
    return [min(1.0, p * len(p_values)) for p in p_values]


def holm(p_values: Sequence[float]) -> list[float]:
    """The p values adjusted by Holm's step-down method: as strict as Bonferroni on the whole, and never larger."""
    adjusted = [0.0] * len(p_values)
    largest = 0.0
    for done, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, p_values[index] * (len(p_values) - done)))
        adjusted[index] = largest
    return adjusted
