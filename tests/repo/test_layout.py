"""What lies at the top of the project, and that the checks run what the README says."""

from __future__ import annotations

import fnmatch
import re
import subprocess
import tomllib

import pytest

from tests.repo.house import ROOT

TOP_LEVEL = {"LICENSE", "README.md", "docs", "pyproject.toml", "tests", "timeline"}
CHECKS = ROOT / ".ci" / "run"
MARKERS = ("main job", "test command", "oracle command")


def ignored(name: str) -> bool:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return any(fnmatch.fnmatch(name, line.strip("/")) for line in lines if line)


def test_nothing_else_lies_at_the_top() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in names if not ignored(name)} - {"PKG-INFO"} == TOP_LEVEL


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "timeline/_version.py"


def test_every_lint_that_is_ignored_has_a_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    codes = [line for line in lines if re.match(r'\s+"[A-Z]{1,4}[0-9]*",', line)]
    assert len(codes) > 10
    assert [line for line in codes if "# " not in line] == []


in_a_checkout = pytest.mark.skipif(not CHECKS.exists(), reason="a source distribution has no checks")


@in_a_checkout
@pytest.mark.parametrize("marker", MARKERS)
def test_the_checks_run_the_commands_of_the_readme(marker: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(rf"<!-- ci: {marker} -->\n```sh\n(.*?)```\n", readme, flags=re.DOTALL)
    done = subprocess.run([CHECKS, "--print", marker], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == command


@in_a_checkout
def test_the_checks_refuse_a_command_that_the_readme_does_not_have() -> None:
    done = subprocess.run(
        [CHECKS, "--print", "nothing"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode != 0
    assert "README.md has no sh block right after <!-- ci: nothing -->" in done.stderr
