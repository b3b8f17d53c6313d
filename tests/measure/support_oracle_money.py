"""What sums of money are made of: a share of one sum in another, with how far chance may move it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import sqrt

from measure.support_oracle_customers import Subscription, active

Pair = tuple[Decimal, Decimal]
"""What a customer pays at one moment and at a later one."""


def payments(subscriptions: Iterable[Subscription], moments: Sequence[object]) -> list[Pair]:
    """What each customer of the first moment pays then, and at the second one."""
    held = list(subscriptions)
    then, now = (active(held, moment) for moment in moments)  # type: ignore[arg-type]
    return [(_sum(then[customer]), _sum(now.get(customer, []))) for customer in then]


def ratio_error(pairs: Sequence[tuple[Fraction, Fraction]]) -> float:
    """The standard error of the second sum ÷ the first: of what each pair is off the ratio, over the mean of the first.

    It is the square root of Σ(b − r·a)² ÷ (n − 1) ÷ n, divided by the mean of the a.
    """
    n, whole = len(pairs), sum(a for a, _ in pairs)
    ratio = sum(b for _, b in pairs) / whole
    off = [(b - ratio * a) ** 2 for a, b in pairs]
    return sqrt(sum(off) / (n - 1) / n) / float(whole / n)


def _sum(held: Iterable[Subscription]) -> Decimal:
    return sum((subscription.monthly for subscription in held), Decimal(0))


def changes(pairs: Iterable[Pair], came: Iterable[Decimal]) -> dict[str, list[Decimal]]:
    """What customers pay more or less, by what happened: each amount is a customer's, and above 0.

    `pairs` are of the customers of the start; who left pays nothing later. `came` are the payments of new ones.
    """
    found: dict[str, list[Decimal]] = {"new": list(came), "expansion": [], "contraction": [], "lost": []}
    for before, after in pairs:
        if not after:
            found["lost"].append(before)
        elif after > before:
            found["expansion"].append(after - before)
        elif after < before:
            found["contraction"].append(before - after)
    return found


def lifetime(pairs: Sequence[Pair], margin: Fraction, months: Fraction) -> Fraction | None:
    """What a customer brings before leaving: mean payment × margin ÷ (lost ÷ customers ÷ months).

    None with fewer than five losses.
    """
    lost = sum(1 for _, after in pairs if not after)
    if lost < 5:
        return None
    mean = sum(Fraction(before) for before, _ in pairs) / len(pairs)
    return mean * margin / (Fraction(lost, len(pairs)) / months)
