"""One page on this machine alone, and the browser that waits for its next version."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Site", "serving"]

HERE = "127.0.0.1"
PATIENCE = 20
"""Seconds that a browser waits for a version before it asks again."""


class Site:
    """The page as it is now, with its version; the first is 1, and 0 is that of a site without a page."""

    def __init__(self) -> None:
        self._page = b""
        self._version = 0
        self._changed = threading.Condition()

    @property
    def next_version(self) -> int:
        """The version that the next page will have."""
        return self._version + 1

    def publish(self, page: bytes) -> None:
        """Put a page in the place of the one before, and tell those who wait."""
        with self._changed:
            self._page = page
            self._version += 1
            self._changed.notify_all()

    def page(self) -> bytes:
        """Return the page as it is now."""
        with self._changed:
            return self._page

    def has_later(self, version: int, patience: float) -> bool:
        """Wait, for so many seconds at most, until there is a page after a version; say whether there is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version > version, patience)


@contextmanager
def serving(site: Site, patience: float = PATIENCE) -> Iterator[str]:
    """Serve a site to this machine, under the address that is given, until the block ends."""
    server = ThreadingHTTPServer((HERE, 0), _handler(site, patience))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HERE}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Site, patience: float) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the standard library asks for this name
            if not self._is_asked_by_us():
                self._answer(HTTPStatus.FORBIDDEN)
            elif self.path == "/":
                self._answer(HTTPStatus.OK, site.page())
            elif self.path.startswith("/after/"):
                self._answer(self._later())
            else:
                self._answer(HTTPStatus.NOT_FOUND)

        def _is_asked_by_us(self) -> bool:
            """Refuse a name that somebody else's page has been made to mean this machine."""
            return self.headers.get("Host", "").rpartition(":")[0] in {HERE, "localhost"}

        def _later(self) -> HTTPStatus:
            number = self.path.removeprefix("/after/")
            if not number.isascii() or not number.isalnum() or len(number) > 9 or number.strip("0123456789"):
                return HTTPStatus.NOT_FOUND
            return HTTPStatus.OK if site.has_later(int(number), patience) else HTTPStatus.NO_CONTENT

        def _answer(self, status: HTTPStatus, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the standard library's name
            """Keep the terminal for what the user is to know."""

    return Handler
