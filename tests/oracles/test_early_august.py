from __future__ import annotations

import re

import pytest

from tests.docs.console import ROOT
from tests.oracles import early_august

pytestmark = pytest.mark.oracle


def rows(table: str) -> dict[str, str]:
    """Return what each tool says, by its name; versions may move on as long as the answers stay."""
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return {re.sub(r" [0-9][0-9a-z.]*\Z", "", tool): answer for tool, answer in lines}


def test_tools_still_answer_as_the_readme_says() -> None:
    told = early_august.written((ROOT / "README.md").read_text(encoding="utf-8"))
    assert rows(told) == rows(early_august.table())
    assert len(rows(told)) == 9
