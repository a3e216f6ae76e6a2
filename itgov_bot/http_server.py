"""What listens here (the webhook, the metrics) does it with the same care: bounded in time, in size and in number, and
without telling which program it is."""

import socket
from collections.abc import Sequence
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.web import Application, RequestHandler

MAX_CONNECTIONS = 200
"""Telegram opens at most 100. What comes beyond takes the place of the stranger who has been here longest."""
PATIENCE_SECONDS = 15.0
"""For the headers of a request, for its body, and between two requests of a connection."""
MAX_HEADER_BYTES = 8 * 1024
STRANGER_SECONDS = 2.0
STRANGER_BYTES = 64 * 1024
"""Of the body of a request that is refused: it is thrown away, so that its sender can read the refusal."""


class GuardedServer(HTTPServer):
    """Keeps few connections, and those of who is known longest. `know` those who showed who they are."""

    def initialize(self, *given: Any, **options: Any) -> None:
        super().initialize(*given, **options)
        self._strangers: dict[IOStream, None] = {}  # in the order in which they came
        self._known: set[IOStream] = set()

    def know(self, request_connection: Any) -> None:
        stream: IOStream = request_connection.stream
        self._strangers.pop(stream, None)
        self._known.add(stream)

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        self._strangers[stream] = None
        super().handle_stream(stream, address)
        self._make_room()

    def _make_room(self) -> None:
        """Who is sent away counts no more at once: in a burst `on_close` comes only after many others have come in."""
        while self._strangers and len(self._strangers) + len(self._known) > MAX_CONNECTIONS:
            oldest = next(iter(self._strangers))
            del self._strangers[oldest]
            oldest.close()

    def on_close(self, server_conn: Any) -> None:
        super().on_close(server_conn)
        self._strangers.pop(server_conn.stream, None)
        self._known.discard(server_conn.stream)


class QuietHandler(RequestHandler):
    """Plain text, and nothing about the program."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Content-Type", "text/plain; charset=utf-8")

    def write_error(self, status_code: int, **_given: Any) -> None:
        self.finish(str(status_code))

    def refuse(self, status: int) -> None:
        """Before the body was read: of that only a little is waited for, and none is kept."""
        connection: Any = self.request.connection
        connection.set_max_body_size(STRANGER_BYTES)
        connection.set_body_timeout(STRANGER_SECONDS)
        self.set_status(status)
        self.set_header("Connection", "close")
        self.finish(str(status))


class NotHereHandler(QuietHandler):
    def prepare(self) -> None:
        self.refuse(404)


def listening(routes: Sequence[Any], listen: str, port: int, *, max_body_bytes: int = 0) -> GuardedServer:
    """Raises OSError where nothing can listen."""
    application = Application(
        list(routes), default_handler_class=NotHereHandler, log_function=lambda _handler: None
    )
    server = GuardedServer(
        application,
        max_header_size=MAX_HEADER_BYTES,
        max_body_size=max_body_bytes,
        max_buffer_size=2 * max(max_body_bytes, STRANGER_BYTES),
        idle_connection_timeout=PATIENCE_SECONDS,
        body_timeout=PATIENCE_SECONDS,
    )
    bound = socket.create_server((listen, port), family=socket.AF_INET6 if ":" in listen else socket.AF_INET)
    bound.setblocking(False)
    server.add_socket(bound)
    return server
