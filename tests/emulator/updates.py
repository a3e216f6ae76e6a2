"""What waits for the bot: numbered updates, fetched by long polling or pushed to a webhook."""

from collections.abc import Callable
from typing import Any

from .errors import ApiError
from .notice import Notice

Json = dict[str, Any]
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
FIRST_UPDATE_ID = 700_000_001
BATCH_LIMIT = 100
MAX_POLL_SECONDS = 50
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Updates:
    def __init__(self, date: Callable[[], int]) -> None:
        self._date = date
        self.pending: list[Json] = []
        self.allowed: list[str] = []  # empty: everything but what comes only on request
        self.news = Notice()
        self.closing = False
        self.webhook: Json = {}
        self._last_id = FIRST_UPDATE_ID - 1
        self._poll = 0
        self._delivered: list[Json] = []
        self._again: list[Json] = []

    def add(self, kind: str, payload: Json) -> None:
        """Queue an update, if the bot asked for its kind."""
        if kind not in self.allowed if self.allowed else kind in ONLY_ON_REQUEST:
            return
        self._last_id += 1
        self.pending.append({"update_id": self._last_id, kind: payload})
        self.news.announce()

    def allow(self, kinds: list[str] | None) -> None:
        """None keeps the earlier choice, an empty list restores the default."""
        if kinds is not None:
            self.allowed = kinds

    def redeliver_last(self) -> None:
        if not self._delivered:
            raise AssertionError("no update was delivered yet, so none can be redelivered")
        self._again.append(self._delivered[-1])
        self.news.announce()

    def waiting(self) -> list[Json]:
        return [update for update in self._again if update not in self.pending] + self.pending

    def delivered(self, updates: list[Json]) -> None:
        """Remember them; a repeated one is repeated once, the others stay until confirmed."""
        self._delivered += updates
        self._again = [update for update in self._again if update not in updates]

    def confirm(self, update: Json) -> None:
        self.pending = [waiting for waiting in self.pending if waiting is not update]

    def confirm_before(self, offset: int) -> None:
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    async def poll(self, offset: int, limit: int, patience: float) -> list[Json]:
        if self.webhook:
            raise ApiError(409, WEBHOOK_ACTIVE)
        self.confirm_before(offset)
        self._poll += 1
        mine = self._poll
        self.news.announce()
        await self.news.until(lambda: self.closing or mine != self._poll or bool(self.waiting()), patience)
        if mine != self._poll:
            raise ApiError(409, OTHER_POLL)
        batch = self.waiting()[:limit]
        self.delivered(batch)
        return batch

    def close(self) -> None:
        self.closing = True
        self.news.announce()
