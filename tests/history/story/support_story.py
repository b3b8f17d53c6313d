"""Forty commits of a small atlas, as a team makes them: edits, renames, moves, branches, a mistake and its mending."""

from collections.abc import Callable
from pathlib import Path

from support.repositories import Repository, repository

CATALOG = """\
format: 1
name: Ours
stages:
  - {id: consideration, name: Consider}
  - {id: decision, name: Decide}
  - {id: service, name: Get help}
channels: [{id: web, name: Website, kind: digital}]
touchpoints: [{id: pricing, name: Pricing page, channel: web}]
teams:
  - {id: growth, name: Growth}
  - {id: support, name: Support}
metrics: [{id: nps, name: Would recommend, kind: nps}]
"""
BUY = """\
title: Buy it
personas: maya
owner: growth
stages:
  - stage: consideration
    steps:
      - name: Compares the plans
        touchpoint: pricing
        emotion: 0
        thinks: Which one is for me?
      - name: Asks a colleague
        emotion: 1
  - stage: decision
    steps:
      - name: Pays
        emotion: 1
        pains: [{id: fees, title: Fees come late, severity: minor}]
"""
CLAIM = """\
title: Claim a repair
personas: [maya, tom]
owner: support
stages:
  - stage: service
    steps:
      - name: Finds the form
        emotion: -1
        thinks: Where is it?
      - name: Sends the receipt
        emotion: 0
        pains: [{id: scan, title: The receipt must be scanned, severity: major}, fees]
      - name: Gets the money
        emotion: 2
"""
MAPS, CAT = "journeys/maps", "journeys/catalog.yml"
FILE, OTHER = f"{MAPS}/buy.yml", f"{MAPS}/claim.yml"
BUY_IT = f"{MAPS}/sales/buy-it.yml"
TRUTH = "name: Pays by card\n        moment_of_truth: true\n"
REFUSED = "      - name: Is refused\n        emotion: -2\n        moment_of_truth: true\n"
ASKS = "      - name: Asks a colleague\n        emotion: 1\n"
MONEY = "name: Gets the money\n        emotion: "
Edit = Callable[[Repository], object]


def put(path: str, text: str) -> Edit:
    return lambda made: made.write(path, text)


def swap(path: str, old: str, new: str) -> Edit:
    return lambda made: made.edit(path, old, new)


def add(path: str, text: str) -> Edit:
    return lambda made: made.write(path, (made.root / path).read_text("utf-8") + text)


def git(*words: str) -> Edit:
    return lambda made: made.git(*words)


def merge(branch: str, title: str) -> Edit:
    """Merge without a commit; the commit that follows is the merge."""
    who = {f"GIT_{role}_{key}": "x@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return lambda made: made.git("merge", "--quiet", "--no-ff", "--no-commit", "-m", title, branch, **who)


WAIT = (
    CLAIM.replace("Claim a repair", "Wait")
    .replace("[maya, tom]", "tom")
    .replace(", fees", "")
    .replace("scan,", "queue,")
)
DESK = "      - name: Signs at the desk\n        emotion: -1\n        thinks: Where is the pen?\n"
COMMITS: tuple[tuple[str, str, tuple[Edit, ...]], ...] = (
    (
        "Ann",
        "Begin with buying",
        (
            put(CAT, CATALOG),
            put("journeys/personas/maya.yml", "name: Maya\n"),
            put(FILE, BUY),
        ),
    ),
    ("Ann", "Add the claim", (put("journeys/personas/tom.yml", "name: Tom\n"), put(OTHER, CLAIM))),
    ("Bob", "After the interviews", (swap(FILE, "emotion: 0", "emotion: -2"),)),
    ("Bob", "Only a remark", (swap(FILE, "title: Buy it", "# seen by all\ntitle: 'Buy it'"),)),
    ("Ann", "The form is found now", (swap(OTHER, "emotion: -1", "emotion: 0"),)),
    ("Ann", "A step is called otherwise", (swap(FILE, "name: Pays", "name: Pays by card"),)),
    ("Bob", "A pain gets worse", (swap(OTHER, "severity: major", "severity: critical"),)),
    (
        "Ann",
        "A pain has a better id",
        (swap(FILE, "id: fees", "id: hidden-fees"), swap(OTHER, "fees]", "hidden-fees]")),
    ),
    (
        "Ann",
        "A team is renamed",
        (
            swap(CAT, "id: growth, name: Growth", "id: growers, name: Growers"),
            swap(FILE, "owner: growth", "owner: growers"),
        ),
    ),
    (
        "Bob",
        "A stage gets another id",
        (
            swap(CAT, "id: decision", "id: purchase"),
            swap(FILE, "stage: decision", "stage: purchase"),
        ),
    ),
    ("Bob", "A stage is called otherwise", (swap(CAT, "name: Decide", "name: Make up one's mind"),)),
    (
        "Ann",
        "Maya gets a surname",
        (
            git("mv", "journeys/personas/maya.yml", "journeys/personas/maya-orton.yml"),
            swap("journeys/personas/maya-orton.yml", "name: Maya", "name: Maya Orton"),
            swap(FILE, "personas: maya", "personas: maya-orton"),
            swap(OTHER, "[maya, tom]", "[maya-orton, tom]"),
        ),
    ),
    ("Ann", "The first figures", (put("journeys/metrics/nps.csv", "date,value,n\n2026-01-31,35,900\n"),)),
    ("Bob", "Signing comes at the desk", (add(FILE, DESK),)),
    ("Bob", "Signing belongs to the claim", (swap(FILE, DESK, ""), add(OTHER, DESK))),
    (
        "Ann",
        "Buying has its group",
        (
            git("mv", FILE, "x.yml"),
            lambda made: (made.root / MAPS / "sales").mkdir(),
            git("mv", "x.yml", f"{MAPS}/sales/buy.yml"),
        ),
    ),
    ("Ann", "Buying has another address", (git("mv", f"{MAPS}/sales/buy.yml", BUY_IT),)),
    (
        "Eve",
        "Somebody makes a mistake",
        (swap(OTHER, "emotion: 2", "emotion: great"), swap(OTHER, "Where is it?", "Oh.")),
    ),
    ("Eve", "Another mistake on top", (swap(OTHER, "title: Claim a repair", "title: [Claim"),)),
    (
        "Ann",
        "Both are mended",
        (
            swap(OTHER, "emotion: great", "emotion: 1"),
            swap(OTHER, "title: [Claim", "title: Claim a repair"),
        ),
    ),
    (
        "Dan",
        "A side branch: the scanner is gone",
        (
            git("checkout", "--quiet", "-b", "side"),
            swap(OTHER, "severity: critical", "severity: critical, status: resolved"),
        ),
    ),
    (
        "Dan",
        "Still on the branch: it was terrible\n\nCo-authored-by: Ben Pair <ben@example.com>",
        (swap(OTHER, f"{MONEY}1", f"{MONEY}-2"),),
    ),
    ("Dan", "Still on the branch: no, it was fine", (swap(OTHER, f"{MONEY}-2", f"{MONEY}2"),)),
    ("Ann", "Meanwhile on main", (git("checkout", "--quiet", "main"), swap(BUY_IT, "emotion: -2", "emotion: -1"))),
    ("Ann", "The branch comes in", (merge("side", "x"),)),
    (
        "Ann",
        "Two steps change places",
        (
            swap(BUY_IT, ASKS, ""),
            swap(BUY_IT, "    steps:\n", f"    steps:\n{ASKS}"),
        ),
    ),
    ("Bob", "A moment of truth", (swap(BUY_IT, "name: Pays by card\n", TRUTH),)),
    ("Bob", "It is none", (swap(BUY_IT, "        moment_of_truth: true\n", ""),)),
    ("Ann", "Nobody owns the claim", (swap(OTHER, "owner: support\n", ""),)),
    ("Ann", "Somebody does", (swap(OTHER, "title: Claim", "owner: support\ntitle: Claim"),)),
    ("Bob", "What everybody knows", (put(f"{MAPS}/wait.yml", WAIT),)),
    ("Bob", "Nobody waits any more", (git("rm", "--quiet", f"{MAPS}/wait.yml"),)),
    ("Eve", "The fees are shown", (swap(BUY_IT, "severity: minor", "severity: minor, status: resolved"),)),
    ("Eve", "They come late again", (swap(BUY_IT, ", status: resolved", ""),)),
    ("Eve", "A refused card", (swap(BUY_IT, "      - name: Pays by card", f"{REFUSED}      - name: Pays by card"),)),
    (
        "Ann",
        "It was called wrongly",
        (swap(BUY_IT, "name: Is refused\n        emotion: -2", "name: Has to call the bank\n        emotion: -1"),),
    ),
    ("Ann", "The newest figures", (add("journeys/metrics/nps.csv", "2026-02-28,13,900\n"),)),
    (
        "Bob",
        "Maya and Tom are one",
        (
            git("rm", "--quiet", "journeys/personas/tom.yml"),
            swap(OTHER, "[maya-orton, tom]", "maya-orton"),
        ),
    ),
    ("Bob", "A text is rewritten", (swap(OTHER, "thinks: Oh.", "thinks: I have looked for the form on four pages."),)),
    (
        "Ann",
        "The page is gone",
        (
            swap(CAT, "touchpoints: [{id: pricing, name: Pricing page, channel: web}]\n", ""),
            swap(BUY_IT, "        touchpoint: pricing\n", ""),
        ),
    ),
)


def story(root: Path) -> Repository:
    """The repository of the forty commits."""
    made = repository(root)
    for number, (author, message, edits) in enumerate(COMMITS):
        for edit in edits:
            edit(made)
        made.commit(f"2026-{number // 20 + 1:02}-{number % 20 + 1:02}", author, message)
    return made
