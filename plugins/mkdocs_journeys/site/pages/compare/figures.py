"""The figures of two sides in words, one row each."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.comparison.sides import JourneyFigures
from mkdocs_journeys.site.rendering.numbers import emotion_class, number, signed
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message

UNKNOWN = "–"


class ComparedFigure(NamedTuple):
    """A figure of two sides in words; `change` is "" where it is the same, and a dash where one is not known.

    `better` is None where it stays, is not known, or where neither side would replace the other. `looks` are the
    classes of the colours of an emotion, "" for other figures.
    """

    label: str
    before: str
    after: str
    change: str
    better: bool | None
    looks: tuple[str, str] = ("", "")


COUNTED: tuple[tuple[str, Callable[[JourneyFigures], int]], ...] = (
    (message("Open pains"), lambda figures: figures.open_pains),
    (message("Moments of truth that hurt"), lambda figures: figures.sore_moments),
    (message("Steps"), lambda figures: figures.steps),
    (message("Hand-offs"), lambda figures: figures.handoffs),
)
"""The figures that are numbers of things, of all of which fewer is better."""


def compared_figures(before: JourneyFigures, after: JourneyFigures, *, judged: bool) -> Iterator[ComparedFigure]:
    """The rows of two sides; with `judged` they say what is better, as where one would replace the other."""
    for row in _rows(before, after):
        yield row if judged else row._replace(better=None)


def _rows(before: JourneyFigures, after: JourneyFigures) -> Iterator[ComparedFigure]:
    if before.emotion is not None or after.emotion is not None:
        yield _emotions(before.emotion, after.emotion)
    for label, count in COUNTED:
        old, new = count(before), count(after)
        if old or new:
            change = "" if old == new else f"{'+' if new > old else '−'}{number(abs(new - old))}"
            yield ComparedFigure(_(label), number(old), number(new), change, None if old == new else new < old)
    if before.time and after.time:
        old_time, new_time = before.time.whole, after.time.whole
        shorter = None if old_time == new_time else new_time.high < old_time.high
        word = "" if shorter is None else _("shorter") if shorter else _("longer")
        yield ComparedFigure(_("Time"), str(old_time), str(new_time), word, shorter)


def _emotions(before: float | None, after: float | None) -> ComparedFigure:
    words = [_("not known") if felt is None else signed(float(felt)) for felt in (before, after)]
    looks = tuple("" if felt is None else emotion_class(felt) for felt in (before, after))
    label = _("Emotion on the whole")
    if before is None or after is None:
        return ComparedFigure(label, words[0], words[1], UNKNOWN, None, (looks[0], looks[1]))
    if words[0] == words[1]:
        return ComparedFigure(label, words[0], words[1], "", None, (looks[0], looks[1]))
    change = signed(float(after - before))
    return ComparedFigure(label, words[0], words[1], change, after > before, (looks[0], looks[1]))
