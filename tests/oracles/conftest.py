from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.oracles.browser import Browser, browser_in


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser_in(tmp_path_factory.mktemp("chromium")) as found:
        yield found
