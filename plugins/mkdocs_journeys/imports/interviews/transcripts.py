"""Transcripts of interviews, and whether somebody's words stand in one of them."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

MOST_LETTERS = 5_000_000
"""How many letters the text of a transcript may have."""
FEWEST_WORDS = 3
"""How many words of a quote have to stand in a transcript for a hint on what follows there."""
_SIGNS = str.maketrans({
    **dict.fromkeys("‘’‚‛‹›´`′", "'"), **dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""), "…": "...",
})  # fmt: skip
_CUE = re.compile(r"(?m)^(?:WEBVTT.*|NOTE\b.*|\d+|.*-->.*)$")
"""Lines of subtitles that nobody says."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_AROUND = re.compile(r"\A\W+|\W+\Z")


class Transcript(NamedTuple):
    """What somebody said, from a file of this name, with its letters folded."""

    name: str
    folded: str

    def holds(self, quote: str) -> bool:
        """Whether words stand here, one after the other, whatever the quotation marks and spaces."""
        words = _bare(quote)
        return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.folded) is not None

    def goes_on(self, quote: str) -> str:
        """What stands here from where a quote begins, "" where not even its first words do."""
        words = _bare(quote).split(" ")
        for count in range(len(words) - 1, FEWEST_WORDS - 1, -1):
            start = self.folded.find(" ".join(words[:count]))
            if start >= 0:
                length = len(" ".join(words)) + 10
                return self.folded[start : start + length].rsplit(" ", 1)[0]
        return ""


def transcript_of(text: str, name: str) -> Transcript:
    """The transcript in the text of a file; of subtitles the words alone."""
    if name.lower().endswith((".vtt", ".srt")):
        text = _TAG.sub("", _CUE.sub("", text))
    return Transcript(name, _folded(text))


def holders(quote: str, transcripts: Iterable[Transcript]) -> list[str]:
    """The names of the transcripts in which a quote stands."""
    return [one.name for one in transcripts if one.holds(quote)]


def _folded(text: str) -> str:
    return " ".join(normalize("NFC", text).translate(_SIGNS).casefold().split())


def _bare(quote: str) -> str:
    """A quote without the signs around it: a full stop may be the writer's."""
    return _AROUND.sub("", _folded(quote))
