"""Sites of these tests are compared, so all of them are built at the same moment."""

import pytest


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sitemap says of the time does not differ."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
