"""The documents hang together: every link leads somewhere, and every page can be reached."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repo.house import ROOT

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
SECTIONS = ("explanation", "how-to", "reference", "tutorial")


def links(page: Path) -> list[Path]:
    """Return the files that a page links to, with code blocks left out."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return [(page.parent / target).resolve() for target in targets if "://" not in target]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in links(page) if not target.exists()] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_an_index_that_the_front_page_links_to(section: str) -> None:
    assert (DOCS / section / "index.md").resolve() in links(DOCS / "index.md")


def test_every_page_can_be_reached_from_the_front_page() -> None:
    reached: set[Path] = set()
    pending = [(DOCS / "index.md").resolve()]
    while pending:
        page = pending.pop()
        if page.is_dir():
            reached.update(page.glob("*.md"))
        elif page not in reached and page.suffix == ".md" and page.exists():
            reached.add(page)
            pending += links(page)
    assert [str(page.relative_to(ROOT)) for page in PAGES[1:] if page.resolve() not in reached] == []


def test_decisions_are_numbered_once() -> None:
    numbers = [page.name[:4] for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert len(numbers) == len(set(numbers))
    assert all(
        re.fullmatch(r"[0-9]{4}-[a-z0-9-]+\.md", page.name) for page in (DOCS / "decisions").glob("*.md")
    )


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=lambda page: page.name)
def test_a_decision_begins_with_its_number(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith(f"# {page.name[:4]} ")
