"""A Bot API just big enough to be polled and answered, and light enough not to be what is measured."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

BOT_ID = 42
TOKEN = f"{BOT_ID}:bench"
BATCH = 100
"""Updates that Telegram gives at a time."""
_BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Mesa", "username": "mesa_bot"}


class Telegram:
    """Queued updates, and when each chat was answered. `answered` is called with the chat of every message sent."""

    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.answered: Callable[[int, dict[str, str]], None] = lambda chat, sent: None
        self._came = asyncio.Event()
        self._updates = self._messages = 0

    async def start(self) -> str:
        server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", 0)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"

    def writes(self, user: int, text: str) -> None:
        self._add(user, {"message": self._message(user, text) | {"from": _person(user)}})

    def presses(self, user: int, data: str) -> None:
        query = {"id": str(self._updates), "from": _person(user), "chat_instance": "1", "data": data}
        self._add(user, {"callback_query": query | {"message": self._message(user, "¿?") | {"from": _BOT}}})

    async def call(self, method: str, given: dict[str, str]) -> object:
        if method == "getUpdates":
            return await self._given(int(given.get("offset", 0)), float(given.get("timeout", 0)))
        if method == "sendMessage":
            chat = int(given["chat_id"])
            self.answered(chat, given)
            return self._message(chat, given["text"]) | {"from": _BOT}
        return _BOT if method == "getMe" else True

    def _add(self, user: int, update: dict[str, Any]) -> None:
        self._updates += 1
        self.pending.append({"update_id": self._updates, **update})
        self._came.set()

    def _message(self, chat: int, text: str) -> dict[str, Any]:
        self._messages += 1
        place = {"id": chat, "type": "private", "first_name": "Persona"}
        return {"message_id": self._messages, "date": int(time.time()), "chat": place, "text": text}

    async def _given(self, offset: int, hold_seconds: float) -> list[dict[str, Any]]:
        kept = next((at for at, one in enumerate(self.pending) if one["update_id"] >= offset), None)
        self.pending = [] if kept is None else self.pending[kept:]
        if not self.pending and hold_seconds:
            self._came.clear()
            try:
                await asyncio.wait_for(self._came.wait(), hold_seconds)
            except TimeoutError:
                return []
        return self.pending[:BATCH]


class _Connection(asyncio.Protocol):
    """HTTP/1.1 as the library speaks it: forms with a length, answered in their order."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram, self._read = telegram, b""
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, found, rest = self._read.partition(b"\r\n\r\n")
        if not found or len(rest) < (length := _length(head)):
            return
        self._read = rest[length:]
        path = head.split(b" ", 2)[1].decode()
        task = asyncio.create_task(self._answer(path, dict(parse_qsl(rest[:length].decode()))))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, path: str, given: dict[str, str]) -> None:
        result = await self._telegram.call(path.rpartition("/")[2], given)
        body = json.dumps({"ok": True, "result": result}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.split(b"\r\n", 1)[0]) if found else 0


def _person(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"Persona {user}"}
