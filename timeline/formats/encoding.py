"""From bytes to text: UTF-8 and nothing else, with a word on what else it looks like."""

from __future__ import annotations

from timeline.errors import DocumentError, LimitError, RangeError, TimelineError, WrongTypeError

__all__ = ["decoded"]

SIGNATURES = (
    (b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    (b"PK\x03\x04", "a zip archive", "unpack it first"),
    (b"%PDF", "a PDF", "give the text as a timeline"),
    (b"\xff\xfe", "UTF-16", "save it as UTF-8"),
    (b"\xfe\xff", "UTF-16", "save it as UTF-8"),
    (b"\x00", "binary", "give a text file in UTF-8"),
)
MARK = "\ufeff"


def decoded(data: str | bytes, name: str, most: int) -> str:
    r"""Return the text of a document of at most so many bytes, without a byte order mark.

    >>> decoded(b"\xef\xbb\xbftimeline: 1", "story.yaml", 1000)
    'timeline: 1'
    """
    if not isinstance(data, str | bytes):
        raise WrongTypeError(f"a document is text or bytes, not {type(data).__name__}", where=name)
    if len(data) > most:
        raise _refused(LimitError(f"larger than {most} bytes", where=name))
    if isinstance(data, str):
        return data.removeprefix(MARK)
    for signature, what, hint in SIGNATURES:
        if data.startswith(signature):
            raise _refused(RangeError(f"this is {what}, not a timeline", where=name, hint=hint))
    try:
        return data.decode().removeprefix(MARK)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        place = f"{name}:{line}:{column}"
        raise _refused(RangeError(message, where=place, hint="save the file as UTF-8")) from None


def _refused(problem: TimelineError) -> DocumentError:
    return DocumentError((problem,))
