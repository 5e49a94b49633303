"""Files are read or refused with their path, and written whole or not at all."""

from __future__ import annotations

import io
import os
import stat
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from timeline import limits
from timeline.errors import DocumentError, LimitError, TimelineError, UnknownReferenceError
from timeline.events import Event
from timeline.formats import (
    FORMATS,
    all_formats,
    format_named,
    read_bytes,
    read_file,
    registry,
    to_json,
    write_atomically,
    write_yaml,
)
from timeline.formats import files as files_module
from timeline.formats.exchange import Format
from timeline.model.timeline import Timeline

PICTURE = Format("picture", (".pic",), sentence="to look at")
STORY = Timeline("The mission").add(Event("a").said("2025"))


@pytest.mark.parametrize(
    "name", ["story.json", "story.timeline.yaml", "story.yml", "STORY.JSON", "story", "story.txt"]
)
def test_a_file_is_read_by_its_extension_or_its_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for text in (to_json(STORY), write_yaml(STORY)):
        known = path.suffix in {"", ".txt"} or (path.suffix.lower() == ".json") == text.startswith("{")
        if known:
            path.write_text(text, encoding="utf-8")
            assert read_file(path) == STORY
            assert read_file(str(path)) == STORY


def test_the_format_can_be_named() -> None:
    assert read_bytes(b"{timeline: 1}", name="-", format="yaml") == Timeline()
    with pytest.raises(DocumentError):
        read_bytes(b"{timeline: 1}", name="-")
    with pytest.raises(UnknownReferenceError, match="did you mean 'yaml'"):
        read_bytes(b"", format="yam")


@pytest.mark.parametrize("found", FORMATS.values())
def test_every_format_reads_what_it_writes(found: Format) -> None:
    assert found.write is not None
    export = found.write(STORY, None)
    assert export.omissions == ()
    assert read_bytes(export.data, name=f"story{found.extensions[-1]}") == STORY


def test_what_a_format_cannot_carry_is_named() -> None:
    assert registry.YAML.write is not None
    assert registry.JSON.write is not None
    assert len(registry.YAML.write(STORY, STORY.check()).omissions) == 1
    assert b'"consistent": true' in registry.JSON.write(STORY, STORY.check()).data


def test_a_format_that_only_writes_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "picture", PICTURE)
    assert format_named("picture") is PICTURE
    with pytest.raises(TimelineError, match="no timelines are kept"):
        read_bytes(b"", name="x.pic")


def test_names_and_extensions_are_distinct() -> None:
    extensions = [extension for found in FORMATS.values() for extension in found.extensions]
    assert len(set(extensions)) == len(extensions)
    assert all(name == found.name for name, found in FORMATS.items())


def test_what_is_no_readable_file_is_told_with_its_path(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.json", tmp_path / "\0", tmp_path / ("n" * 300)):
        with pytest.raises(TimelineError) as caught:
            read_file(path)
        assert str(tmp_path) in (caught.value.where or "")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 11)
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 10)
    with pytest.raises(LimitError):
        read_file(path)


def test_a_text_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 10)
    with pytest.raises(DocumentError, match="larger than 10 bytes"):
        read_bytes(b"timeline: 1", name="x.yaml")


def test_writing_makes_or_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    for data in (b"one", b"two", b""):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert [entry.name for entry in tmp_path.iterdir()] == ["story.json"]


def test_permissions_are_kept_and_new_files_follow_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    before = os.umask(0o027)
    try:
        write_atomically(path, b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_atomically(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_the_target_of_a_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(Path("real") / "story.json")
    for data in (b"one", b"two"):
        write_atomically(link, data)
        assert link.is_symlink()
        assert (tmp_path / "real" / "story.json").read_bytes() == data


class FaultError(OSError):
    """A failure that a test puts in."""


def fail(*_arguments: object, **_named: object) -> None:
    raise FaultError(28, "No space left on device")


@pytest.mark.parametrize("place", ["open", "fdopen", "fsync", "replace", "chmod"])
@pytest.mark.parametrize("old", [b"old", None])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, old: bytes | None
) -> None:
    path = tmp_path / "story.json"
    if old is not None:
        path.write_bytes(old)
    elif place == "chmod":
        return
    where = Path if place in {"replace", "chmod"} else os
    with monkeypatch.context() as patched:
        patched.setattr(where, place, fail)
        with pytest.raises(TimelineError, match="No space left") as caught:
            write_atomically(path, b"new")
    assert caught.value.where == str(path)
    assert (path.read_bytes() if path.exists() else None) == old
    assert [entry.name for entry in tmp_path.iterdir()] == ([] if old is None else ["story.json"])


@pytest.mark.parametrize("old", [b"old", None])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None
) -> None:
    """The write itself fails after half of the data has gone out."""

    class FullDisk(io.FileIO):
        def write(self, data: Any) -> int:
            super().write(data[: len(data) // 2])
            raise FaultError(28, "No space left on device")

    path = tmp_path / "story.json"
    if old is not None:
        path.write_bytes(old)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", lambda descriptor, _mode: FullDisk(descriptor, "wb"))
        with pytest.raises(TimelineError, match="No space left"):
            write_atomically(path, b"new")
    assert (path.read_bytes() if path.exists() else None) == old
    assert [entry.name for entry in tmp_path.iterdir()] == ([] if old is None else ["story.json"])


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "story.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_a_crash_left_behind_is_not_touched(tmp_path: Path) -> None:
    left = tmp_path / f".timeline-{os.getpid()}-0.tmp"
    left.write_bytes(b"half")
    write_atomically(tmp_path / "story.json", b"new")
    assert left.read_bytes() == b"half"


def test_too_many_unfinished_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "CANDIDATES", 0)
    with pytest.raises(TimelineError, match="in the way"):
        write_atomically(tmp_path / "story.json", b"new")


def test_a_folder_that_cannot_be_flushed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.fsync, []

    def only_files(descriptor: int) -> None:
        calls.append(descriptor)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise FaultError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomically(tmp_path / "story.json", b"new")
    assert len(calls) == 2
    assert (tmp_path / "story.json").read_bytes() == b"new"


def test_a_directory_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match="directory"):
        write_atomically(tmp_path, b"new")


def test_missing_folders_are_made_unless_a_file_is_in_their_way(tmp_path: Path) -> None:
    made = tmp_path / "absent" / "deeper" / "story.json"
    write_atomically(made, b"new")
    assert made.read_bytes() == b"new"
    with pytest.raises(TimelineError, match="the file cannot be used"):
        write_atomically(made / "story.json", b"new")
    assert made.read_bytes() == b"new"


def test_a_pipe_is_written_to_as_it_is() -> None:
    write_atomically(os.devnull, b"new")
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)


def test_installed_packages_offer_formats_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    here = "tests.formats.test_files"
    offered = metadata.EntryPoints(
        metadata.EntryPoint(name, f"{here}:{value}", "timeline.formats")
        for name, value in (("picture", "PICTURE"), ("broken", "STORY"))
    )
    absent = metadata.EntryPoint("absent", "no_such_package.words:FORMAT", "timeline.formats")
    offered = metadata.EntryPoints((*offered, absent))
    monkeypatch.setattr(metadata, "entry_points", lambda group: offered.select(group=group))
    assert format_named("picture").name == "picture"
    with pytest.raises(TimelineError, match="'absent' cannot be loaded: ModuleNotFoundError"):
        format_named("absent")
    monkeypatch.setattr(metadata, "entry_points", lambda group: offered.select(group=group, name="picture"))
    assert [known.name for known in all_formats()][-1] == "picture"
    monkeypatch.setattr(metadata, "entry_points", lambda group: offered.select(group=group))
    with pytest.raises(TimelineError, match="is no Format"):
        format_named("broken")
    with pytest.raises(UnknownReferenceError, match="did you mean 'picture'"):
        format_named("pictur")
