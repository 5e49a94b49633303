from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.console import ROOT, pages, programs, renewed, sessions

README = ROOT / "README.md"
WITH_PROGRAMS = [
    page
    for page in pages()
    if sessions(text := page.read_text(encoding="utf-8")) or programs(text.split("\n"))
]


def test_the_readme_has_a_session_and_a_program() -> None:
    text = README.read_text(encoding="utf-8")
    assert sessions(text)
    assert programs(text.split("\n"))


@pytest.mark.parametrize("page", WITH_PROGRAMS, ids=lambda page: page.name)
def test_every_program_prints_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert renewed(text) == text
