"""The client of the bot: short calls take a straight way over connections kept open, all else the library's own."""

import asyncio
from ssl import SSLContext
from urllib.parse import urlencode
from urllib.request import getproxies

import httpcore
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

CONNECT_SECONDS, WRITE_SECONDS = 10.0, 20.0
KEPT_OPEN_SECONDS = 5.0
"""As long as the library's client keeps a connection that nobody uses."""
_PROXIED = {"http", "https", "all"}


class StraightRequest(HTTPXRequest):
    """A call without a file goes out on the connection that was used last, with no pool to search and no layers for
    cookies, redirects and the like: half of what a send costs. Files and whatever needs a proxy go the library's way."""

    def __init__(self, connections: int, *, read_timeout: float, trust: SSLContext) -> None:
        super().__init__(
            connection_pool_size=connections,
            connect_timeout=CONNECT_SECONDS,
            read_timeout=read_timeout,
            write_timeout=WRITE_SECONDS,
            pool_timeout=20.0,
            media_write_timeout=60.0,
            httpx_kwargs={"verify": trust},
        )
        self._reading, self._trust = read_timeout, trust
        self._free = asyncio.Semaphore(connections)
        self._open: list[tuple[httpcore.Origin, httpcore.AsyncHTTPConnection]] = []
        self._is_straight = _PROXIED.isdisjoint(getproxies())

    async def shutdown(self) -> None:
        await super().shutdown()
        for _, connection in self._open:
            await connection.aclose()
        self._open.clear()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Raises TimedOut and NetworkError, as the library's does."""
        if not self._is_straight or method != "POST" or (request_data and request_data.contains_files):
            return await super().do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
        reading = self._reading if isinstance(read_timeout, DefaultValue) else read_timeout
        form = urlencode(request_data.json_parameters if request_data else {}).encode()
        try:
            async with self._free:
                return await self._posted(httpcore.URL(url), form, reading)
        except httpcore.TimeoutException as failure:
            raise TimedOut from failure
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as failure:
            raise NetworkError(f"httpcore.{type(failure).__name__}: {failure}") from failure

    async def _posted(self, url: httpcore.URL, form: bytes, reading: float | None) -> tuple[int, bytes]:
        connection = await self._connection(url.origin)
        limits = {"connect": CONNECT_SECONDS, "read": reading, "write": WRITE_SECONDS, "pool": None}
        request = httpcore.Request(
            "POST", url, headers=_headers(url, form), content=form, extensions={"timeout": limits}
        )
        try:
            response = await connection.handle_async_request(request)
            body = await response.aread()
            await response.aclose()
        except BaseException:  # also a cancelled one: an answer that may still come is nobody else's
            await connection.aclose()
            raise
        self._open.append((url.origin, connection))
        return response.status, body

    async def _connection(self, origin: httpcore.Origin) -> httpcore.AsyncHTTPConnection:
        """The one used last, if it is still good: those that a rush opened are closed as they turn up."""
        while self._open:
            where, connection = self._open.pop()
            if where == origin and connection.is_idle() and not connection.has_expired():
                return connection
            await connection.aclose()
        return httpcore.AsyncHTTPConnection(
            origin, ssl_context=self._trust, keepalive_expiry=KEPT_OPEN_SECONDS
        )


def _headers(url: httpcore.URL, form: bytes) -> list[tuple[bytes, bytes]]:
    port = b"" if url.port is None else b":%d" % url.port
    return [
        (b"Host", url.host + port),
        (b"User-Agent", BaseRequest.USER_AGENT.encode()),
        (b"Content-Type", b"application/x-www-form-urlencoded"),
        (b"Content-Length", b"%d" % len(form)),
    ]
