"""What the matrix of pains says, in whole sentences for each of its axes."""

from typing import Literal

from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

PainWeight = Literal["severity", "impact"]


def pain_matrix_words(axis: PainWeight, drawn: int) -> tuple[str, str, str]:
    """The title of a matrix, the names of its axes, and what it shows."""
    if axis == "severity":
        return (
            _("Open pains by severity and frequency"),
            _("severity ↑ frequency →"),
            ngettext(
                "%(num)s open pain. The higher, the greater the severity; the further right, the more often.",
                "%(num)s open pains. The higher, the greater the severity; the further right, the more often.",
                drawn,
            ),
        )
    return (
        _("Open pains by impact and frequency"),
        _("impact ↑ frequency →"),
        ngettext(
            "%(num)s open pain. The higher, the greater the impact; the further right, the more often.",
            "%(num)s open pains. The higher, the greater the impact; the further right, the more often.",
            drawn,
        ),
    )


def cell_title(axis: PainWeight, count: int, word: str, often: str) -> str:
    """What a cell of the matrix holds; `word` and `often` are as readers see them."""
    if axis == "severity":
        return ngettext(
            "%(num)s open pain: severity %(severity)s, frequency %(frequency)s",
            "%(num)s open pains: severity %(severity)s, frequency %(frequency)s",
            count,
            severity=word,
            frequency=often,
        )
    return ngettext(
        "%(num)s open pain: impact %(impact)s, frequency %(frequency)s",
        "%(num)s open pains: impact %(impact)s, frequency %(frequency)s",
        count,
        impact=word,
        frequency=often,
    )


def undrawn_pains(name: str, count: int) -> str:
    """How many pains have no place in the matrix, since this factor is not given."""
    if name == "frequency":
        return _("%(count)s without frequency", count=count)
    if name == "severity":
        return _("%(count)s without severity", count=count)
    return _("%(count)s without impact", count=count)
