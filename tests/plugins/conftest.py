"""The matrix runs in an environment of its own: `make test-plugins`."""

import os

if not os.environ.get("JOURNEYS_PLUGINS"):
    collect_ignore_glob = ["test_*.py"]
