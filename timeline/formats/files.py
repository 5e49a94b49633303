"""Files as a whole: read into memory with their size checked first, written so that no half of one is ever seen."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from timeline import limits
from timeline.errors import LimitError, RangeError, TimelineError

__all__ = ["file_bytes", "write_atomically"]

CANDIDATES = 1000
"""So many names are tried for a new file; a crash may have left some behind."""

REASONS: dict[type[OSError], tuple[str, str | None]] = {
    IsADirectoryError: ("this is a directory, not a file", "name a file in it"),
    FileNotFoundError: ("there is no such file", "check the path"),
    PermissionError: ("permission is denied", "check who may read and write it"),
}


def _refused(path: Path, error: Exception) -> TimelineError:
    for kind, (message, hint) in REASONS.items():
        if isinstance(error, kind):
            return RangeError(message, where=str(path), hint=hint)
    reason = getattr(error, "strerror", None) or str(error)
    return RangeError(f"the file cannot be used: {reason}", where=str(path))


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return what is in a file, if it is no larger than a document may be.

    >>> file_bytes("/nowhere.timeline.yaml")
    Traceback (most recent call last):
    timeline.errors.RangeError: /nowhere.timeline.yaml: there is no such file; check the path
    """
    place = Path(path)
    try:
        with place.open("rb") as file:
            data = file.read(limits.DOCUMENT_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refused(place, error) from None
    if len(data) > limits.DOCUMENT_BYTES:
        raise LimitError(f"larger than {limits.DOCUMENT_BYTES} bytes", where=str(path))
    return data


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that at every moment, through any crash, it is the old one or the new one.

    The new file is written beside the old one, flushed to the disk and then put in its place; folders that are missing
    are made. Permissions are kept, a symbolic link stays and its target is replaced, and after a failure no half of a
    file is left behind. What is no regular file, such as a pipe, is written to as it is.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_atomically(f"{folder}/out/story.json", b"{}")
    ...     print(os.listdir(f"{folder}/out"))
    ['story.json']
    """
    place = Path(path)
    try:
        target = Path(os.path.realpath(place))
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError  # told as the system would tell it
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
        else:
            _replace(target, data, mode)
    except (OSError, ValueError) as error:
        raise _refused(place, error) from None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = _new_file(target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _new_file(folder: Path) -> tuple[int, Path]:
    """Create a file that did not exist, with the permissions that the user's mask gives a new file."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(CANDIDATES):
        path = folder / f".timeline-{os.getpid()}-{number}.tmp"
        try:
            return os.open(path, flags, 0o666), path
        except FileExistsError:
            continue
    raise FileExistsError(f"{CANDIDATES} unfinished files are in the way")


def _flush_folder(folder: Path) -> None:
    """Flush the new name of the file too, where the system can: not all of them open folders."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
