"""A post office of one's own: takes whatever mail is brought, and remembers by what it is known."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import StreamRequestHandler, ThreadingTCPServer

KNOWN_BY = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)


class Post(ThreadingTCPServer):
    """`taken`: the Message-ID of each mail, as they came. `after`: called once a mail has been taken and said so."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Counter)
        self.taken: list[str] = []
        self.after: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        """For INTRECCIO_SMTP."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Counter(StreamRequestHandler):
    """As much of SMTP as it takes."""

    server: Post

    def handle(self) -> None:
        self._say(220)
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._say(354)
                self._take()
            else:
                self._say(221 if verb == b"QUIT" else 250)
            if verb == b"QUIT":
                return

    def _take(self) -> None:
        body = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            body += line
        found = KNOWN_BY.search(body.replace(b"\r\n ", b" "))
        self.server.taken.append(found[1].decode() if found else "")
        self._say(250)
        self.server.after()

    def _say(self, code: int) -> None:
        self.wfile.write(f"{code} ok\r\n".encode())


@contextmanager
def post_office() -> Iterator[Post]:
    """Open for as long as it is needed."""
    with Post() as post:
        threading.Thread(target=post.serve_forever, daemon=True).start()
        yield post
        post.shutdown()
