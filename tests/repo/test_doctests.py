"""Every example in the package, in the README and in the documents is run and shows what it says."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

from tests.repo.house import ROOT, modules

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LANGUAGES = {"python", "pycon"}


def examples(markdown: str) -> str:
    """Return what stands in the Python blocks of a document, on its own lines; all else is blank."""
    lines, language = [], None
    for line in markdown.splitlines():
        fence = re.match(r" {0,3}```([a-z]*)", line)
        if fence and language is None:
            language = fence[1]
        elif fence:
            language = None
        lines.append(line if not fence and language in LANGUAGES else "")
    return "\n".join(lines) + "\n"


def run(test: doctest.DocTest) -> int:
    """Run the examples of one place; return how many there were."""
    report: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert result.failed == 0, "".join(report)
    return result.attempted


@pytest.mark.parametrize("module", modules())
def test_examples_of_the_package(module: str) -> None:
    found = doctest.DocTestFinder().find(importlib.import_module(module), module)
    for test in found:
        run(test)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_of_the_documents(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = examples(path.read_text(encoding="utf-8"))
    run(doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0))


@pytest.mark.parametrize("module", [module for module in modules() if module.startswith("timeline.times.")])
def test_the_values_of_time_have_examples(module: str) -> None:
    found = doctest.DocTestFinder().find(importlib.import_module(module), module)
    assert sum(len(test.examples) for test in found) > 0


MARKDOWN = """
Words. >>> not an example

```sh
>>> 1
```

```python
>>> 1 + 1
{}
```

```python
>>> 2
2
```
"""


def test_an_example_that_is_wrong_is_found() -> None:
    right, wrong = (examples(MARKDOWN.format(answer)) for answer in (2, 3))
    parser = doctest.DocTestParser()
    assert run(parser.get_doctest(right, {}, "right", None, 0)) == 2
    with pytest.raises(AssertionError, match="Expected:"):
        run(parser.get_doctest(wrong, {}, "wrong", None, 0))
