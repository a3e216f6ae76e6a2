"""The emulator: an HTTP server that a bot takes for Telegram, and the test's hold on everything behind it."""

import asyncio
import inspect
import time
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from .errors import ApiError, NotEmulatedError
from .faults import ConnectionDroppedError, Fault, Faults
from .flood import Flood
from .groups import Group, create_group, enrol
from .inbox import Inbox
from .ledger import Call
from .methods import HANDLERS
from .people import Person
from .validation import method_names, validated
from .webhook import WebhookPusher
from .wire import BODY_LIMIT, loggable, raw_parameters
from .world import BOT_ID, Chat, World

TOKEN = f"{BOT_ID}:AAEmulatedTokenForTestsOnly-0123456789A"


class TelegramEmulator:
    """`async with TelegramEmulator() as telegram:`; leaving it checks that nothing was overlooked."""

    def __init__(
        self, token: str = TOKEN, now: Callable[[], float] = time.time, *, privacy_mode: bool = False
    ) -> None:
        self.token = token
        self.world = World(now, privacy_mode)
        self.faults = Faults(self.world)
        self.flood = Flood(now)
        self._people: dict[int, Person] = {}
        self._webhook = WebhookPusher(self.world.updates, now, self.world.ledger.unexpected)
        self._runner = web.AppRunner(
            self._application(), handler_cancellation=True, shutdown_timeout=1.0, access_log=None
        )

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._webhook.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.world.updates.close()
        await self._webhook.stop()
        await self._runner.cleanup()
        if kind is None:
            self.assert_quiet()

    @property
    def _origin(self) -> str:
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    @property
    def base_url(self) -> str:
        return f"{self._origin}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self._origin}/file/bot"

    @property
    def calls(self) -> list[Call]:
        """Every call the bot made but its polls, also the refused ones."""
        return self.world.ledger.calls

    def person(
        self, user_id: int, first_name: str = "", username: str | None = None, language: str = "es"
    ) -> Person:
        """Somebody with a Telegram account; the same id is the same person."""
        if user_id not in self._people:
            name = first_name or f"Persona {user_id}"
            self._people[user_id] = self._new_person(user_id, name, username, language)
        return self._people[user_id]

    def _new_person(self, user_id: int, first_name: str, username: str | None, language: str) -> Person:
        user = {"id": user_id, "is_bot": False, "first_name": first_name, "language_code": language}
        self.world.people[user_id] = user | ({"username": username} if username else {})
        owner = f"{first_name} ({user_id})"
        self.world.chats[user_id] = Chat(user_id, "private", first_name, Inbox(owner), username)
        self.world.toasts[user_id] = Inbox(owner)
        return Person(self.world, self.world.people[user_id], self.world.chats[user_id])

    def group(
        self,
        group_id: int,
        title: str,
        forum: bool = False,
        members: Iterable[Person] = (),
        *,
        admins: Iterable[Person] = (),
        bot: str | None = None,
    ) -> Group:
        """A group with the bot in it: as administrator in a forum, else as member, or as `bot` says."""
        group = create_group(
            self.world, group_id, title, forum, bot or ("administrator" if forum else "member")
        )
        enrol(group, members, "member")
        enrol(group, admins, "administrator")
        return group

    def tolerate_rejections(self, pattern: str) -> None:
        """Refused calls that match, earlier or later, are expected by this test."""
        self.world.ledger.tolerate(pattern)

    def assert_quiet(self) -> None:
        """Nothing unseen, refused, unanswered or unexpected is left."""
        if complaints := [*self._unseen(), *self._unanswered(), *self.world.ledger.complaints()]:
            raise AssertionError("the test overlooked:\n  " + "\n  ".join(complaints))

    def _unseen(self) -> list[str]:
        inboxes: set[Inbox[Any]] = {chat.inbox for chat in self.world.chats.values()}
        inboxes |= set(self.world.toasts.values())
        return sorted(f"{inbox.owner} has not seen {item}" for inbox in inboxes for item in inbox.unseen)

    def _unanswered(self) -> list[str]:
        presses = [press for press in self.world.presses.values() if not press.answered]
        return [
            f"{press.person['first_name']}'s press of {press.label!r} was never answered" for press in presses
        ]

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=BODY_LIMIT)
        application.router.add_route("*", "/bot{token:[^/]+}/{method}", self._serve)
        application.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        return application

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            return web.json_response({"ok": True, "result": await self._perform(request)})
        except ApiError as error:
            self.world.ledger.rejected(request.match_info["method"], error)
            return web.json_response(error.body(), status=error.code)
        except NotEmulatedError as missing:
            self.world.ledger.unexpected.append(f"{request.match_info['method']}: {missing}")
            unknown = ApiError(501, f"Not Implemented: the emulator does not know {missing}")
            return web.json_response(unknown.body(), status=unknown.code)
        except ConnectionDroppedError:
            return _dropped(request)
        except Exception as bug:  # the emulator's own: it must not pass for a fault of Telegram
            self.world.ledger.unexpected.append(
                f"{request.match_info['method']}: the emulator broke: {bug!r}"
            )
            raise

    async def _perform(self, request: web.Request) -> Any:
        self._check_token(request)
        method = self._method(request.match_info["method"])
        raw = await raw_parameters(request)
        fault = self.faults.take(method) or Fault(method, 0)
        _strike_before(fault)
        result = await self._call(method, raw)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.drop_after:
            raise ConnectionDroppedError
        return result

    async def _call(self, method: str, raw: dict[str, Any]) -> Any:
        if method != "getUpdates":
            self.calls.append(Call(method, loggable(raw), self.world.now()))
        if method not in HANDLERS:
            raise NotEmulatedError(f"the method {method}")
        self.flood.check(method, str(raw.get("chat_id", "")))
        result = HANDLERS[method](self.world, validated(method, raw))
        return await result if inspect.isawaitable(result) else result

    def _method(self, name: str) -> str:
        method = method_names().get(name.lower())
        if method is None:
            self.world.ledger.unexpected.append(f"{name}: Telegram has no such method")
            raise ApiError(404, "Not Found")
        return method

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.Response:
        file = self.world.files.at_path(request.match_info["path"])
        if request.match_info["token"] != self.token or file is None:
            return web.json_response(ApiError(404, "Not Found").body(), status=404)
        return web.Response(body=file.data, content_type="application/octet-stream")


def _strike_before(fault: Fault) -> None:
    if fault.error is not None:
        raise fault.error
    if fault.drop_before:
        raise ConnectionDroppedError


def _dropped(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
