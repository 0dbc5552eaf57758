"""A web server on loopback that answers each request as a test wants, however wrong; counts what it was asked."""
from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable

Answer = Callable[[BaseHTTPRequestHandler], None]


class HostileServer:
    """`answer` writes the whole answer to the handler's `wfile`; may be changed at any moment."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.answer = answer or says(404)
        self.asked: list[tuple[str, str, str | None]] = []
        """Method, path, and the password as it came."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    return
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outer.asked.append((self.command, self.path, self.headers.get("Authorization")))
                self.close_connection = True
                try:
                    outer.answer(self)
                except OSError:
                    pass  # the client has had enough, which is what is tested

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/kalender/"

    def __enter__(self) -> HostileServer:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def says(status: int, body: bytes = b"", *headers: str) -> Answer:
    """An answer with this body and these header lines."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *headers, "", ""]
        handler.wfile.write("\r\n".join(lines).encode() + body)

    return answer


def multistatus(*parts: str, href: str = "/kalender/x.ics", head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    """An answer with an entry for each calendar text."""
    entries = "".join(
        f"<D:response><D:href>{href}</D:href><D:propstat><D:prop><C:calendar-data>{part}</C:calendar-data></D:prop>"
        "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        for part in parts
    )
    return f'{head}<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{entries}</D:multistatus>'.encode()
