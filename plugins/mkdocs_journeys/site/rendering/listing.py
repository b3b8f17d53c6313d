"""Names and numbers one after the other, as the language of the site lists them."""

from collections.abc import Iterable, Sequence

from mkdocs_journeys.translation.messages import gettext as _


def listed(words: Sequence[str]) -> str:
    """All of the words as a sentence lists them: "a, b and c"; "" for none."""
    if len(words) < 2:
        return "".join(words)
    return _("%(words)s and %(last)s", words=separated(words[:-1]), last=words[-1])


def separated(words: Iterable[str]) -> str:
    """All of the words with nothing but commas between them: "a, b, c"."""
    # Translators: what stands between the words of a list, such as "a, b and c"
    return _(", ").join(words)
