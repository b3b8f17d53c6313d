"""Progress is for eyes, and for builds that take their time."""

from io import StringIO

import pytest

from mkdocs_journeys.host.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Gives these times, one after the other, the last one for ever."""

    def __init__(self, *times: float) -> None:
        self.times = list(times)

    def __call__(self) -> float:
        return self.times.pop(0) if len(self.times) > 1 else self.times[0]


def told(stream: StringIO, *times: float, total: int = 1200) -> str:
    progress = Progress("pages", total, stream, Clock(0, *times))
    for _ in times:
        progress.step()
    progress.end()
    return stream.getvalue()


def test_a_long_build_tells_how_far_it_is_and_takes_the_line_away() -> None:
    assert told(Terminal(), 1, 2.5) == "\r\x1b[K2 of 1,200 pages\r\x1b[K"


def test_a_short_build_says_nothing() -> None:
    assert told(Terminal(), 0.5, 1.9) == ""


def test_nothing_is_said_into_a_pipe_or_file() -> None:
    assert told(StringIO(), 1, 5) == ""


def test_the_eye_gets_no_more_than_ten_words_a_second() -> None:
    assert told(Terminal(), 3, 3.01, 3.02, 3.2).count("pages") == 2


@pytest.mark.parametrize("times", [(3.0, 4.0)])
def test_without_a_total_there_is_nothing_to_tell(times: tuple[float, ...]) -> None:
    assert told(Terminal(), *times, total=0) == ""
