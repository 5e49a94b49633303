from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import ALL, YONHAP, run


def test_a_view_is_chosen_by_options() -> None:
    shown = run("show", *ALL, "--group-by", "source", "--since", "2025-08", "--until", "2025-10").stdout
    lines = shown.splitlines()
    assert {"yonhap", "chosun", "tass", "kbs", "no source"} <= set(lines)
    assert "7 of 12 events are left out of this view" in lines
    assert "Kremlin thanks the sappers" not in shown.partition("Conflicts")[0]
    only = json.loads(run("show", YONHAP, "--status", "expected", "--detail", "full", "--json").stdout)
    assert [row["id"] for row in only["rows"]] == ["recognition"]
    assert [bound["corner"] for bound in only["rows"][0]["particulars"]["bounds"]]
    assert run("show", YONHAP, "--tag", "war").stdout.splitlines()[3] == "no events"
    titles = json.loads(run("show", YONHAP, "--sort-by", "title", "--json").stdout)["rows"]
    assert [row["title"] for row in titles] == sorted(row["title"] for row in titles)


@pytest.mark.parametrize(
    "options",
    [
        ("--since", "soon"),
        ("--until", "2025-13"),
        ("--since", "2025", "--until", "2024"),
        ("--group-by", "mood"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: tuple[str, ...]) -> None:
    result = run("show", YONHAP, *options)
    assert result.exit_code == 2
    assert options[-1] in result.stderr or "2024" in result.stderr


def test_pages_and_pictures_take_a_view_and_other_formats_say_that_they_do_not(tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    result = run(
        "export", YONHAP, "--to", "html", "--since", "2025-12", "--until", "2025-12", "-o", str(page)
    )
    assert result.exit_code == 0
    assert "lost: left out by choice, of 9 events: " in result.stderr
    text = page.read_text(encoding="utf-8")
    assert 'id="event-ceremony"' in text
    assert 'id="event-treaty"' not in text
    refused = run("export", YONHAP, "--to", "json", "--tag", "war")
    assert refused.exit_code == 2
    assert "the format 'json' takes all events as they are" in refused.stderr
