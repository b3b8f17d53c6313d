"""How much of everything there is in each month, and the story: what the firm did, and what happened to it.

Where a course of values is given, the value between two days lies on the straight line between theirs.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tools.event_log.clock import HOUR, LOG_START, local_midnight, month_of

OUTAGE = (local_midnight(date(2026, 1, 14)) + 7 * HOUR, local_midnight(date(2026, 1, 14)) + 21 * HOUR)
"""The day on which the product did not work: no events of it in these seconds."""


class Course:
    """A value that changes with time."""

    def __init__(self, *points: tuple[int, int, int, float]) -> None:
        """Take (year, month, day, value), in order."""
        self._times = [local_midnight(date(year, month, day)) for year, month, day, _ in points]
        self._values = [value for *_, value in points]

    def at(self, time: int) -> float:
        """The value at a second: that of the nearest point before the first and after the last."""
        place = bisect_right(self._times, time)
        if place in (0, len(self._times)):
            return self._values[max(place - 1, 0)]
        start, end = self._times[place - 1], self._times[place]
        before, after = self._values[place - 1], self._values[place]
        return before + (after - before) * (time - start) / (end - start)


class Release(NamedTuple):
    """A release that changes one probability at one moment, so that the change can be looked for."""

    day: date
    opportunity: str
    step: tuple[str, str]
    before: float
    after: float

    def chance(self, time: int) -> float:
        """The probability at a second."""
        return self.before if time < local_midnight(self.day) else self.after


HONEST_PRICE = Release(date(2026, 4, 20), "one-honest-price", ("plan_chosen", "invoice_paid"), 0.32, 0.56)
"""The full price on the pricing page. Before, fees were added at the checkout, and more of them since autumn 2025."""
BEFORE_FEES = 0.43
FEES_SINCE = date(2025, 11, 1)
BACK_TO_PRICES = Release(HONEST_PRICE.day, HONEST_PRICE.opportunity, ("plan_chosen", "pricing_viewed"), 0.34, 0.12)


def chance_to_pay(time: int) -> float:
    """The probability that the next event after a plan is chosen is the payment."""
    return BEFORE_FEES if time < local_midnight(FEES_SINCE) else HONEST_PRICE.chance(time)


VISITS = (33500, 25500, 34350, 33900, 36450, 34150, 33900, 33500, 29050, 28050, 38900, 39000,
          37050, 30050, 41150, 39850, 42350, 39450, 40050, 39000, 34050, 32550, 45350, 44900)  # fmt: skip
TRIALS = (1575, 1225, 1565, 1585, 1700, 1575, 1615, 1560, 1390, 1350, 1765, 1745,
          1595, 1300, 1855, 1795, 1850, 1895, 1870, 1920, 1690, 1650, 2295, 2265)  # fmt: skip
DEMOS = (25, 19, 28, 28, 26, 23, 26, 25, 20, 20, 28, 30, 30, 26, 29, 32, 32, 30, 29, 25, 26, 25, 39, 34)
TICKETS = (418, 306, 413, 433, 424, 382, 399, 438, 349, 318, 422, 449,
           406, 273, 436, 425, 408, 393, 347, 412, 346, 339, 452, 404)  # fmt: skip
ANSWERS_NPS = (212, 175, 197, 223, 223, 186, 205, 180, 153, 143, 220, 215,
               201, 154, 230, 209, 223, 198, 205, 198, 187, 141, 227, 223)  # fmt: skip
"""By month from November 2024 to October 2026."""


def level(table: Sequence[int], time: int) -> int:
    """The month's value; that of the first month before the log."""
    return table[max(month_of(time) - month_of(LOG_START), 0)]


PRICING = Course((2025, 11, 1, 0.218), (2026, 1, 1, 0.229), (2026, 5, 1, 0.229), (2026, 6, 15, 0.236))
"""Share of visits that come to the pricing page."""
TEAM = Course((2026, 4, 1, 0.49), (2026, 6, 1, 0.52), (2026, 7, 15, 0.57), (2026, 9, 1, 0.6), (2026, 10, 15, 0.65))
"""Probability that a team is at work after an invite; better invites since summer 2026."""
PACE = Course((2026, 4, 1, 1.25), (2026, 5, 15, 1.15), (2026, 6, 5, 0.92), (2026, 8, 15, 0.78), (2026, 10, 15, 0.74))
"""How long people take in the trial, against the medians of its chain."""
SETTLING = Course((2025, 11, 1, 0.75), (2026, 1, 1, 0.64), (2026, 3, 20, 0.64), (2026, 5, 1, 0.75), (2026, 8, 1, 0.82))
RECOMMENDING = Course((2025, 10, 1, 0.18), (2025, 12, 1, 0.12), (2026, 3, 1, 0.11), (2026, 5, 1, 0.15),
                      (2026, 9, 1, 0.19), (2026, 10, 15, 0.22))  # fmt: skip
LOSS = {
    "small-firm": Course((2024, 11, 15, 0.028), (2025, 10, 15, 0.0256), (2026, 1, 13, 0.025), (2026, 1, 15, 0.044),
                         (2026, 2, 25, 0.044), (2026, 3, 15, 0.031), (2026, 5, 1, 0.0245), (2026, 10, 15, 0.022)),
    "growing-firm": Course((2026, 1, 13, 0.0145), (2026, 1, 15, 0.025), (2026, 2, 25, 0.025), (2026, 4, 1, 0.018),
                           (2026, 6, 1, 0.0135)),
    "enterprise": Course((2024, 11, 1, 0.009)),
}  # fmt: skip
"""Probability that a customer ends the plan in a month."""
GROWING_SEATS = Course((2026, 2, 1, 0.16), (2026, 6, 1, 0.155), (2026, 10, 1, 0.17))
SHRINKING_SEATS = Course((2026, 1, 1, 0.098), (2026, 5, 1, 0.094), (2026, 9, 1, 0.074))
"""Probability that a customer adds or removes seats in a month."""
NPS = Course((2024, 11, 15, 0.45), (2025, 9, 15, 0.47), (2025, 12, 15, 0.47), (2026, 1, 13, 0.47), (2026, 1, 15, 0.34),
             (2026, 2, 15, 0.35), (2026, 4, 15, 0.42), (2026, 7, 15, 0.49), (2026, 10, 15, 0.52))  # fmt: skip
"""Share of promoters among those asked who answer."""
DETRACTORS = Course((2024, 11, 15, 0.205), (2025, 12, 15, 0.185), (2026, 1, 13, 0.185), (2026, 1, 15, 0.31),
                    (2026, 2, 15, 0.3), (2026, 4, 15, 0.22), (2026, 7, 15, 0.19), (2026, 10, 15, 0.165))  # fmt: skip
UNHAPPY_ANSWERS = 1.5
"""How much likelier unhappy people are to answer."""
EFFORT = Course((2025, 11, 1, 4.3), (2026, 5, 15, 4.42), (2026, 6, 15, 4.8), (2026, 10, 15, 5.2))
"""Mean of "It was easy to get my team started", 1 to 7."""
GOOD_SUPPORT = Course((2024, 11, 15, 0.78), (2025, 10, 1, 0.8), (2025, 12, 31, 0.85), (2026, 1, 2, 0.85),
                      (2026, 1, 14, 0.66), (2026, 2, 15, 0.72), (2026, 4, 15, 0.8), (2026, 10, 15, 0.885))  # fmt: skip
"""Share of answered cases that are rated 4 or 5 of 5."""
FIRST_ANSWER = Course((2025, 10, 25, 9.5), (2025, 11, 15, 6.4), (2026, 1, 1, 5.2), (2026, 1, 10, 6), (2026, 1, 14, 18),
                      (2026, 2, 1, 9.6), (2026, 3, 1, 7.6), (2026, 4, 15, 5.3), (2026, 10, 15, 3.7))  # fmt: skip
"""Median of support's working hours until a person answers."""
TOLD_TWICE = Course((2025, 7, 1, 0.37), (2025, 12, 31, 0.41), (2026, 1, 15, 0.45), (2026, 3, 1, 0.39),
                    (2026, 5, 15, 0.374), (2026, 8, 15, 0.223), (2026, 9, 15, 0.2))  # fmt: skip
SECURITY_DAYS = Course((2026, 3, 15, 42), (2026, 4, 15, 34), (2026, 6, 1, 23), (2026, 10, 15, 22))
"""Median length of a security review by the day it begins; answers have been public since spring 2026."""
SIGNING = Course((2026, 2, 1, 0.4), (2026, 7, 1, 0.52), (2026, 9, 1, 0.66))
"""Probability that an enterprise signs after the review."""
