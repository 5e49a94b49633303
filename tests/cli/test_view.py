from __future__ import annotations

import http.client
import json
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from tests.cli.test_commands import YONHAP, run
from tests.render.skeleton import Document
from timeline.cli.site import Site, serving
from timeline.cli.view import changes, command, watch
from timeline.render.view import Detail, View

FULL = View(detail=Detail.FULL)
GOOD = "timeline: 1\ntitle: {title}\nevents:\n  a: {{title: Something, when: 2025-08}}\n"


def fetched(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.read().decode())


def status(address: str, path: str, host: str | None = None) -> int:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.hostname or "", place.port)
    try:
        connection.request("GET", path, headers={} if host is None else {"Host": host})
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_page_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []

    def opener(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opener)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = run("view", YONHAP, "--since", "2025-12")
    assert result.exit_code == 0
    path = Path(result.stdout.strip())
    assert opened == [path.as_uri()]
    page = path.read_text(encoding="utf-8")
    assert 'id="event-ceremony"' in page
    assert 'id="event-engineers"' not in page
    assert "connect-src" not in page
    assert "fetch(" not in page


def test_where_there_is_no_browser_the_page_is_written_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = run("view", YONHAP)
    assert "no browser could be opened" in result.stderr
    assert Path(result.stdout.strip()).is_file()


def test_a_watched_page_follows_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story.timeline.yaml"
    path.write_text(GOOD.format(title="First"), encoding="utf-8")
    seen: list[str] = []
    addresses: list[str] = []

    def edits() -> Iterator[None]:
        (address,) = addresses
        for content in (
            GOOD.format(title="Second"),
            "timeline: 1\nevents: <b>no",
            GOOD.format(title="Third"),
        ):
            seen.append(fetched(address))
            assert status(address, f"/after/{len(seen) - 1}") == 200
            path.write_text(content, encoding="utf-8")
            yield
        seen.append(fetched(address))
        raise KeyboardInterrupt

    with click.Context(command):
        watch((str(path),), FULL, addresses.append, edits())
    first, second, broken, third = map(Document, seen)
    for page, title in ((first, "First"), (second, "Second"), (third, "Third")):
        assert page.faults == []
        assert title in page.text()
    assert broken.faults == []
    assert "The timeline cannot be read" in broken.text()
    assert "story.timeline.yaml:2" in broken.text()
    assert "b" not in {tag for tag, _ in broken.elements}
    assert [list(page.values("data-version")) for page in (first, second, broken, third)] == [
        *(["1"], ["2"], ["3"], ["4"])
    ]
    assert "connect-src &#x27;self&#x27;" in seen[0]
    assert "story.timeline.yaml:2" in capsys.readouterr().err


def test_a_site_is_for_this_machine_alone() -> None:
    site = Site()
    site.publish(b"<p>here")
    with serving(site, patience=0) as address:
        assert address.startswith("http://127.0.0.1:")
        assert fetched(address) == "<p>here"
        assert status(address, "/", host="evil.example:80") == 403
        assert status(address, "/", host="localhost:80") == 200
        assert status(address, "/after/0") == 200
        assert status(address, "/after/1") == 204
        for path in ("/etc/passwd", "/../", "/after/", "/after/-1", "/after/x", "/after/9999999999"):
            assert status(address, path) == 404


def test_a_change_is_a_file_that_is_no_longer_what_it_was(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    edits: list[Callable[[], object]] = [
        lambda: None,
        lambda: one.write_text("ab"),
        lambda: None,
        lambda: two.write_text("new"),
        one.unlink,
    ]
    looks: list[int] = []

    def pause() -> None:
        edits[len(looks)]()
        looks.append(1)

    found = changes((str(one), str(two)), pause)
    assert [next(found) and len(looks) for _ in range(3)] == [2, 4, 5]


def test_standard_input_is_not_watched() -> None:
    result = run("view", "--watch", "-", text="timeline: 1")
    assert result.exit_code == 2
    assert "standard input cannot be watched" in result.stderr


def test_programs_are_told_where_the_page_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = json.loads(run("view", YONHAP, "--json").stdout)
    assert Path(told["page"]).is_file()
    assert told["opened"] is False
    result = run("view", YONHAP, "--watch", "--json")
    assert result.exit_code == 2
    assert "--json" in result.stderr
