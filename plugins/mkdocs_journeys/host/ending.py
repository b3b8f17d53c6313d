"""The end of a process: what it has built goes with it at once, not piece by piece."""

import atexit
import gc
from weakref import ref


def leave_standing(built: object) -> None:
    """Spares the end of this process to take apart what is still there then.

    A site of a thousand journeys has a million pieces, and the system takes back all of their memory anyway. In a
    process that goes on, what was built is freed as ever.
    """
    there = ref(built)
    atexit.register(lambda: _hold(there()))


def _hold(built: object) -> None:
    held = [built]
    held.append(held)
    # Nobody looks for cycles in what is frozen.
    gc.freeze()
