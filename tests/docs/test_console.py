from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.console import ROOT, pages, renewed, sessions

WITH_SESSIONS = [page for page in pages() if sessions(page.read_text(encoding="utf-8"))]


def test_there_are_sessions_to_test() -> None:
    assert ROOT / "README.md" in WITH_SESSIONS


@pytest.mark.parametrize("page", WITH_SESSIONS, ids=lambda page: page.name)
def test_every_session_prints_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert renewed(text) == text
