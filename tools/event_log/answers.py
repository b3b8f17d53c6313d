"""Answers to the three surveys: recommendation (0 to 10), effort (1 to 7) and satisfaction with support (1 to 5).

Unhappy people answer more often: the levels are those of the answers; all who were asked would have said better things.
"""

from random import Random
from typing import NamedTuple

from tools.event_log.clock import DAY, LOG_END, LOG_START, MONTH_STARTS, awake, month_of, think
from tools.event_log.customers import Customer
from tools.event_log.levels import ANSWERS_NPS, DETRACTORS, EFFORT, NPS, UNHAPPY_ANSWERS, level
from tools.event_log.people import Person, about

COMMENTED = 0.35
HAPPY = (
    "I leave at five because I know what is left.",
    "The wall screen ended our Monday quarrels.",
    "Simple, and it stays out of the way.",
    "Support wrote back within the hour. Greetings from the workshop, Ines Example",
    "Hi Tomasz, thank you for the note. Everything works again.",
)
SO_SO = (
    "Good, but search does not find closed cards.",
    "Could be cheaper for guests.",
    "Dear Ms Sample, we still keep the spreadsheet. Call me on +49 30 5550 0142.",
    "The phone shows nothing in the cellar.",
)
UNHAPPY = (
    "Sixty mails a day, I delete them all.",
    "The calendar stopped and nobody told us.",
    "I explained it three times. Write to noemie.joiner@example.com before you close it again.",
    "Hello Mr Example, the invoice is wrong again. My number is 0151 5550199.",
    "Too dear for what it does.",
    "Refund to DE89 3704 0044 0532 0130 00 please.",
)


class Answer(NamedTuple):
    """An answer to a survey: `survey` is nps, ces or csat."""

    number: int
    survey: str
    time: int
    person: Person
    score: int
    comment: str


def comment_on(score: int, top: int, random: Random) -> str:
    """Words that fit a score of at most `top`, or none."""
    if random.random() > COMMENTED:
        return ""
    words = HAPPY if score > top * 0.85 else SO_SO if score > top * 0.62 else UNHAPPY
    return words[int(random.random() * len(words))]


def some_score(time: int, random: Random) -> int:
    """0 to 10 as people who are asked would say it, before the bias."""
    promoters, unhappy = NPS.at(time), DETRACTORS.at(time) / UNHAPPY_ANSWERS
    total = promoters + unhappy + (1 - NPS.at(time) - DETRACTORS.at(time))
    drawn = random.random() * total
    if drawn < promoters:
        return 10 if random.random() < 0.55 else 9
    if drawn < promoters + unhappy:
        return (6, 6, 5, 5, 4, 3, 2, 0)[int(random.random() * 8)]
    return 8 if random.random() < 0.6 else 7


class Sheet:
    """Collects answers and gives them numbers."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []

    def add(self, survey: str, time: int, person: Person, score: int, comment: str) -> None:
        """Note an answer."""
        self.answers.append(Answer(len(self.answers) + 1, survey, time, person, score, comment))


def recommendations(
    sheet: Sheet, customers: list[Customer], random: Random, scale: float
) -> tuple[list[int], list[int]]:
    """Ask customers until enough have answered; the scores of all asked, and of those who answered."""
    asked, answered = [], []
    for month in range(month_of(LOG_START), len(MONTH_STARTS) - 1):
        start, end = MONTH_STARTS[month], MONTH_STARTS[month + 1]
        wanted = about(level(ANSWERS_NPS, start) * scale, random)
        while wanted > 0:
            time = awake(start + int(random.random() * (end - start - 3 * DAY)), random)
            customer = customers[int(random.random() * len(customers))]
            if time >= end or customer.term_at(time) is None:
                continue
            score = some_score(time, random)
            asked.append(score)
            if random.random() < 0.4 * (UNHAPPY_ANSWERS if score < 7 else 1):
                answered.append(score)
                sheet.add("nps", time, customer.person, score, comment_on(score, 10, random))
                wanted -= 1
    return asked, answered


def efforts(sheet: Sheet, begun: list[Person], random: Random) -> None:
    """Ask those who opened a workspace on day 14; one of ten answers."""
    for person in begun:
        started = next(done.time for done in person.done if done.event == "trial_started")
        time = awake(started + 14 * DAY + think(DAY / 4, random), random)
        if random.random() < 0.096 and LOG_START <= time < LOG_END:
            score = min(7, max(1, round(random.gauss(EFFORT.at(time) + 0.04, 1.35))))
            sheet.add("ces", time, person, score, comment_on(score, 7, random))
