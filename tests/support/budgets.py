"""How many examples a fuzz test tries: few in `make test`, many in `make test-long`."""

import os

LONG = os.environ.get("JOURNEYS_LONG") == "1"
MORE = 20


def examples(few: int) -> int:
    """The number of examples: `few`, or so many times as many in a long run."""
    return few * MORE if LONG else few
