"""The composition root: build(settings, channels, clock) → an App that receives, runs jobs, delivers and closes."""

import asyncio
import contextlib
from collections.abc import Sequence
from datetime import timedelta

import structlog

from itgov_bot.channels.contract import AnyChannel, HasMenu
from itgov_bot.conversation.commands import entries_of
from itgov_bot.conversation.file_fetcher import FileFetcher
from itgov_bot.conversation.runner import TurnRunner
from itgov_bot.desk import support
from itgov_bot.desk.exporting import Exporter
from itgov_bot.domain.people import Role
from itgov_bot.inbox import Inbox
from itgov_bot.jobs import presence
from itgov_bot.jobs.files import Sweeper
from itgov_bot.jobs.rights import RightsLooker
from itgov_bot.jobs.rounds import HOURLY, ROUNDS, Round
from itgov_bot.jobs.watch import Watch
from itgov_bot.messages import Event, Faceless, Incoming
from itgov_bot.outbox.delivery import Delivery
from itgov_bot.outbox.posting import post_menu
from itgov_bot.replies import DeliveryFailure
from itgov_bot.tasks import ended, woken
from itgov_bot.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

ROUNDS_EVERY = 15
"""Seconds between two looks at what time has made due: pages, reminders, closings."""
HOUR = timedelta(hours=1)


class App:
    """The desk, running. `receive` returns when the turn is committed; its replies leave right after."""

    def __init__(
        self,
        work: UnitOfWork,
        turns: TurnRunner,
        files: FileFetcher,
        delivery: Delivery,
        exporter: Exporter,
        sweeper: Sweeper,
        channels: Sequence[AnyChannel],
        watch: Watch,
        rights: RightsLooker,
        hurry: asyncio.Event,
    ) -> None:
        """`hurry` is set when the rounds should not wait for their next time."""
        self.work, self.watch = work, watch
        self._hurry = hurry
        self._turns = turns
        self._files = files
        self._delivery = delivery
        self._exporter = exporter
        self._sweeper = sweeper
        self._rights = rights
        self._channels = channels
        self.inbox = Inbox(work.database, work.clock, self.receive, turns.slow_down, turns.end_press)
        self._tasks: list[asyncio.Task[None]] = []
        self._hour_ends = work.clock()

    async def receive(self, event: Event) -> None:
        """One thing a person did. Their next comes when this one is done: the inbox keeps the order.

        Raises DeskAway while the database is: nothing was done, and the same event must come again.
        """
        with self.watch.turns.measured():
            if isinstance(event, Faceless):
                await self._turns.faceless(event)
            elif not isinstance(event, Incoming):
                await self._turns.membership(event)
            else:
                await self._turns.take_turn(event, await self._files.fetch(event))

    async def settle(self) -> None:
        """Takes the turns of all that came and sends all that can leave now. The terminal and the tests wait for it."""
        await self.inbox.settled()
        await self._delivery.run_round()

    async def run_jobs(self) -> None:
        """One pass of every round; a round that fails is logged and the others go on."""
        hourly = self._hourly()
        failed = [one.__name__ for one in (*ROUNDS, *hourly) if not await self._ran(one)]
        if hourly:
            await self._sweeper()
        await self._rights(again=bool(hourly))
        await self._exporter.tidy()
        await self._turns.read_learned()
        await self.watch.after_rounds(failed)

    async def _ran(self, one: Round) -> bool:
        try:
            async with self.work.begin(long=not self.work.database.is_small) as desk:
                await one(desk)
        except Exception:
            log.exception("round failed", round=one.__name__)
            return False
        return True

    def _hourly(self) -> tuple[Round, ...]:
        """The rounds whose hour has passed, also when the clock was set back meanwhile."""
        now = self.work.clock()
        if now < self._hour_ends <= now + HOUR:
            return ()
        self._hour_ends = now + HOUR
        return HOURLY

    async def start(self, bot_name: str = "", *, first_look_seconds: float = 0) -> None:
        """Sets the command menus and begins delivering and looking at the time in the background.

        `bot_name` is the bot's own name on Telegram, for links to it; the time is looked at `first_look_seconds` from now,
        and then again and again.
        """
        self.work.name_bot(bot_name)
        await self._show_menus()
        self._tasks = [
            asyncio.create_task(self._delivery.run_forever(), name="delivery"),
            asyncio.create_task(self._run_jobs_forever(first_look_seconds), name="jobs"),
            asyncio.create_task(presence.stay_forever(self.work.database), name="presence"),
        ]
        self.learn_meaning()

    async def _show_menus(self) -> None:
        """That of everybody in private and that of the agents' group; those of single people follow their roles."""
        for channel in self._channels:
            with contextlib.suppress(DeliveryFailure):
                if isinstance(channel, HasMenu):
                    await channel.show_menu(None, entries_of(frozenset({Role.STAFF})))
        async with self.work.begin() as desk:
            if group := await support.group(desk):
                await post_menu(desk.session, group, entries_of("group"), desk.now)

    async def is_administered(self) -> bool:
        """Whether somebody can give roles, or can as soon as they write."""
        async with self.work.look() as desk:
            return await support.has_administrator(desk)

    def learn_meaning(self) -> None:
        """Begins in the background what the encoder of sentences, where one is installed, has still to learn."""
        self._tasks.append(asyncio.create_task(self._turns.learn_meaning(), name="meaning"))

    async def close(self) -> None:
        await ended(self._tasks)
        await self.inbox.close()
        await self._delivery.close()
        await presence.leave(self.work.database)
        await self.watch.close()
        await self.work.database.close()

    async def _run_jobs_forever(self, seconds: float) -> None:
        while True:
            await woken(self._hurry, seconds)
            try:
                await self.run_jobs()
            except Exception:  # the database may be away for a while: the next look finds it again
                log.exception("the jobs could not run")
            seconds = ROUNDS_EVERY
