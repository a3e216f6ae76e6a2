"""The whole desk for a story: the emulator, the real app over HTTP, a clock that stands still, and its people."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from handlers.telegram import connect, poll
from itgov_bot.app import App
from itgov_bot.channels.contract import AnyChannel
from itgov_bot.channels.optional import optional_channels
from itgov_bot.channels.telegram import TelegramChannel, make_bot
from itgov_bot.composition import build
from itgov_bot.domain.people import Role
from itgov_bot.settings import Settings
from itgov_bot.wording.admins.roles import ROLE_WORDS
from tests.databases import URLS
from tests.emulator import BotMessage, Group, Person, TelegramEmulator
from tests.emulator.reader import with_buttons
from tests.journeys import beginning
from tests.waits import NO_LIMITS, QUICK, RUSH_PAUSE_SECONDS

BOGOTA = ZoneInfo("America/Bogota")
A_TUESDAY_MORNING = "2026-11-10 10:00"
ADMIN_ID = 100
GROUP_ID = -1_001_000_000_001
NEVER = 1e6
NUMBER = re.compile(r"SAUS-\d{4}-\d{6}")


@cache
def plain_settings() -> Settings:
    """Read once: to find out how each may be set takes as long as a turn."""
    return Settings(_env_file=None, itgov_admins=(ADMIN_ID,))


def of_home(home: Path) -> dict[str, Any]:
    """The settings that say where its things are."""
    url = URLS.get(home)
    return {"itgov_home": home, "database_url": SecretStr(url) if url else None}


class Clock:
    """Stands still until it is told to move. Written instants are Bogota time."""

    def __init__(self, start: str = A_TUESDAY_MORNING) -> None:
        self.now = _instant(start)

    def __call__(self) -> datetime:
        return self.now

    def set(self, instant: str) -> None:
        self.now = _instant(instant)

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


def _instant(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BOGOTA).astimezone(UTC)


class RunningDesk:
    """What a story holds in its hands. Whatever it does not read of what people receive fails it at its end."""

    def __init__(self, telegram: TelegramEmulator, home: Path, clock: Clock) -> None:
        self.telegram, self.home, self.clock = telegram, home, clock
        self.settings = plain_settings().model_copy(update=of_home(home))
        self.ana = telegram.person(1, "Ana", "ana")
        self.beto = telegram.person(2, "Beto", "beto")
        self.admin = telegram.person(ADMIN_ID, "Alba", "alba")
        self.carla = telegram.person(11, "Carla", "carla")
        self.dario = telegram.person(12, "Darío", "dario")
        self.group = telegram.group(GROUP_ID, "Mesa SAUS", members=[self.admin, self.carla, self.dario])
        self.limits = NO_LIMITS
        self._known: set[int] = set()

    # Running

    async def open(self, *, first_look_seconds: float = 0) -> None:
        bot = make_bot(self.telegram.token, self.telegram.base_url, self.telegram.base_file_url)
        self._channel = TelegramChannel(bot, self.limits)
        channels: list[AnyChannel] = [self._channel, *optional_channels(self.settings)]
        self.app: App = await build(
            self.settings, channels, self.clock, rush_pause_seconds=RUSH_PAUSE_SECONDS
        )
        await connect(bot, QUICK)
        await self.app.start(bot.username, first_look_seconds=first_look_seconds)
        self._polling = asyncio.create_task(poll(bot, self.app.inbox, backoff=QUICK))
        self.telegram.world.bot_settled = self.settled

    async def close(self) -> None:
        self.telegram.world.bot_settled = None
        self._polling.cancel()
        await asyncio.gather(self._polling, return_exceptions=True)
        await self.app.close()
        await self._channel.close()

    async def restart(self) -> None:
        """The program ends and starts again on the same database."""
        await self.close()
        await self.open()

    async def settled(self, *unread: Person | Group) -> None:
        """Everything that people did is answered, as far as it can be answered now. What `unread` received by then is no
        part of the story."""
        async with asyncio.timeout(20):
            while self.telegram.world.updates.waiting():  # noqa: ASYNC110 - the emulator announces no end
                await asyncio.sleep(0.01)
        await self.app.settle()
        for reader in unread:
            reader.ignores_rest()

    async def at(self, instant: str) -> None:
        """The clock jumps to an instant (Bogota time), and what is due then happens."""
        await self.settled()
        self.clock.set(instant)
        await self._let_time_work()

    async def advance(self, **span: float) -> None:
        """The clock moves on by `minutes=15`, `hours=2` …, and what is due then happens."""
        await self.settled()
        self.clock.advance(**span)
        await self._let_time_work()

    async def _let_time_work(self) -> None:
        await self.app.run_jobs()
        await self.app.settle()

    # People

    async def knows(self, *people: Person) -> None:
        """They have written before; who works at the desk told their name."""
        new = [person for person in people if person.id not in self._known]
        self._known |= {person.id for person in new}
        async with self.app.work.begin() as desk:
            for person in new:
                await beginning.come_in(desk, person, *([Role.ADMIN] if person is self.admin else []))
                if person in (self.admin, self.carla, self.dario):
                    await beginning.tell_name(desk, person)

    async def names(self, person: Person) -> None:
        async with self.app.work.begin() as desk:
            await beginning.tell_name(desk, person)

    async def gives(self, role: str, person: Person) -> None:
        await self.knows(self.admin, person)
        async with self.app.work.begin() as desk:
            await beginning.give_role(desk, person, ROLE_WORDS[role], self.admin)
        await person.receives("Ahora tiene el rol")

    async def puts_on_duty(self, person: Person, step: int) -> None:
        await self.knows(self.admin, person)
        async with self.app.work.begin() as desk:
            await beginning.set_on_duty(desk, person, step, self.admin)
        if person is not self.admin:
            await person.receives("de guardia")

    async def has_group(self, *agents: Person) -> Group:
        """The group of the desk is set, and the agents in it have their role."""
        await self.knows(self.admin)
        async with self.app.work.begin() as desk:
            await beginning.use_group(desk, self.group, self.admin)
        for agent in agents:
            await self.gives("agente", agent)
        return self.group

    # Cases

    async def fills_form(self, person: Person, text: str = "no me abre el correo") -> BotMessage:
        """From a report to the summary of its case. Who told a place before is not asked for it."""
        await person.writes(text)
        return await self.reaches_summary(person, "Hacienda, Aduana, piso 2")

    async def reaches_summary(self, person: Person, place: str) -> BotMessage:
        """Whatever is asked before it is answered: that it is another case, no service in particular, the place."""
        asked = await person.receives()
        if "Ya tiene" in asked.text:
            await person.presses("Es otra cosa")
            asked = await person.receives()
        if "¿De qué se trata?" in asked.text:
            await person.presses("No sé: que lo clasifiquen")
            asked = await person.receives()
        if "¿Dónde es?" in asked.text:
            await person.writes(place)
            asked = await person.receives()
        assert "Revise su caso" in asked.text
        return asked

    async def sends(self, person: Person, summary: BotMessage | None = None) -> None:
        """The button under the summary, whether or not the privacy notice is accepted with it."""
        shown = summary or with_buttons(person.inbox, person.chat.messages)
        await person.presses(next(label for label in shown.labels if "nviar" in label), shown)

    async def is_asked_where(self, person: Person) -> None:
        """The form goes on to the place, whether or not its service was plain."""
        if "¿De qué se trata?" in (await person.receives()).text:
            await person.presses("No sé: que lo clasifiquen")
            await person.receives()
        assert "¿Dónde es?" in person.last.text

    async def opens_case(self, person: Person, text: str = "no me abre el correo") -> str:
        """From a question to the number of its case."""
        await self.fills_form(person, text)
        await self.sends(person)
        return number_in(await person.receives("Su caso quedó abierto"))


async def past_edits(reader: Person | Group) -> BotMessage:
    """What comes after the cards that are renewed."""
    while (said := await reader.receives()).edited:
        pass
    return said


def number_in(message: BotMessage) -> str:
    found = NUMBER.search(message.text)
    assert found, f"no case number in {message}"
    return found[0]


@asynccontextmanager
async def running_desk(home: Path, **settings: object) -> AsyncIterator[RunningDesk]:
    async with TelegramEmulator() as telegram:
        desk = RunningDesk(telegram, home, Clock())
        desk.settings = desk.settings.model_copy(update=settings)
        await desk.open(
            first_look_seconds=NEVER
        )  # time stands still, and what it brings is for the story to say
        try:
            yield desk
            await desk.settled()
        finally:
            await desk.close()
