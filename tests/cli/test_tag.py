"""`timeline tag`: texts in files, on standard input and in streams of documents."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_commands import run

TEXT = "It rained on Friday."


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def stream(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_file_is_read_as_its_text_is(article: str) -> None:
    told = run("tag", article, "--anchor", "2025-12-13")
    assert (told.exit_code, told.stdout) == (
        0,
        run("tag", "--text", TEXT, "--anchor", "2025-12-13").stdout,
    )


def test_of_several_texts_each_is_named(article: str) -> None:
    both = run("tag", article, "--text", "in 2024", "--anchor", "2025-12-13")
    assert [line for line in both.stdout.splitlines() if "DATE" not in line] == ["--text", article]
    found = run("tag", article, "--text", "in 2024", "--anchor", "2025-12-13", "--json").stdout
    assert [json.loads(line)["document"] for line in found.splitlines()] == ["--text", article]


def test_a_stream_holds_documents_with_days_of_their_own(tmp_path: Path) -> None:
    file = stream(
        tmp_path,
        '{"id": "first", "text": "on Friday", "anchor": "2025-12-13"}',
        "",
        '{"text": "on\u2028 Friday", "zone": "Asia/Seoul"}',
    )
    found = run("tag", file, "--anchor", "2024-12-13", "--json").stdout
    assert [
        (mention["document"], mention["timex_value"], mention["readings"][0]["earliest_start"])
        for mention in map(json.loads, found.splitlines())
    ] == [
        ("first", "2025-12-12", "2025-12-12T00:00:00Z"),
        (f"{file}:3", "2024-12-13", "2024-12-12T15:00:00Z"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "a"}', "{file}:1: nobody said when this was written; give --anchor DATE"),
        ('{"text": "a", "anchor": "friday"}', "{file}:1: column 1 of 'friday': "),
        ('{"anchor": "2025-12-13"}', "{file}:1: a document has a 'text'; "),
        ('{"text": "a", "txet": "b"}', "{file}:1: unknown key 'txet'; did you mean 'text'?"),
        ('{"text": 1}', "{file}:1: 'text' is text, not int"),
        ("[]", "{file}:1: a document is a JSON object; "),
        ("{", "{file}:1:1:2: this is not JSON: "),
        ('{"text": "a", "text": "b"}', "{file}:1:$"),
    ],
)
def test_a_bad_document_is_told_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    file = stream(tmp_path, line)
    result = run("tag", file)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: " + message.replace("{file}", file))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to read; name a FILE, '-' or --text"),
        (("--text", "a"), "--text: nobody said when this was written; give --anchor DATE"),
        (
            ("--text", "a", "--timeml", "--json"),
            "--timeml and --json are two forms of the same answer; choose one",
        ),
        (
            ("--text", "a", "--text", "b", "--timeml"),
            "a TimeML document holds one text; tag the files one by one",
        ),
        (("nowhere.txt",), "nowhere.txt: there is no such file; check the path"),
    ],
)
def test_bad_usage_is_told(arguments: tuple[str, ...], message: str) -> None:
    result = run("tag", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"error: {message}\n")


def test_timeml_is_the_text_with_its_times(article: str) -> None:
    result = run("tag", article, "--anchor", "2025-12-13", "--timeml")
    body = ElementTree.fromstring(result.stdout.encode()).find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == TEXT
    assert [mark.get("value") for mark in body] == ["2025-12-12"]
    assert "readings: 1 of 1" in result.stderr
