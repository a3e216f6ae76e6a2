"""Files on their way in: counted by person and day, fetched beside each other, swept when nothing names them."""

import asyncio
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from itgov_bot.channels.contract import AnyChannel
from itgov_bot.conversation.file_fetcher import AT_ONCE_OF_ONE, FileFetcher
from itgov_bot.conversation.turn import ReceivedFiles
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.files import Quota
from itgov_bot.jobs.files import Sweeper
from itgov_bot.messages import Address, Incoming, IncomingFile, Sender
from itgov_bot.replies import Delivered, Reply
from itgov_bot.storage import conversations, people, roles, ticket_files
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import sent_messages
from itgov_bot.unit_of_work import UnitOfWork
from tests.made import city
from tests.storage.made import NOW, open_one

ROOMY = 10**12
HOUR = timedelta(hours=1)
SECONDS_AN_HOUR = 3600


class Channel:
    """Hands over files of four bytes; those that are called «slow» never end."""

    name = "test"

    def __init__(self) -> None:
        self.running = 0
        self.most = 0

    async def send(self, address: Address, content: Reply, /, *, editing: str | None = None) -> Delivered:
        return Delivered()

    async def fetch(self, file: IncomingFile, target: Path, limit: int) -> int:
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(30 if file.name.startswith("slow") else 0)
            await asyncio.to_thread(target.write_bytes, b"data")
        finally:
            self.running -= 1
        return 4


class Desk:
    """People who send files, and a clock that is set."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.now = NOW
        self.folder, self.channel = folder, Channel()
        self.work = UnitOfWork(database, city(), Calendars.of(city()), lambda: self.now)
        self.sweep = Sweeper(self.work, folder)
        self._keys = 0

    def fetcher(
        self, *, files: int = 3, size: int = 1000, seconds: float = 5, free: int = ROOMY
    ) -> FileFetcher:
        quota = Quota(files, size)
        channels: dict[str, AnyChannel] = {"test": self.channel}
        return FileFetcher(self.work, channels, self.folder, 500, quota, seconds=seconds, free=lambda _: free)

    def sends(self, *names: str, user: str = "ana", size: int | None = 4) -> Incoming:
        self._keys += 1
        files = tuple(IncomingFile("document", "ref", name, "text/plain", size) for name in names)
        return Incoming(f"test:{self._keys}", Sender("test", user, user), Address("test", user), files=files)

    def on_disk(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path / "files")


def problems(received: ReceivedFiles) -> list[str]:
    return [problem for _, problem in received.refused]


async def test_a_day_has_so_many_files_of_one_person(desk: Desk) -> None:
    fetcher = desk.fetcher(files=3)
    assert len((await fetcher.fetch(desk.sends("a.txt", "b.txt"))).kept) == 2
    third = await fetcher.fetch(desk.sends("c.txt", "d.txt", "e.txt"))
    assert [one.name for one in third.kept] == ["c.txt"]
    assert problems(third) == ["over_quota", "unsaid"]
    again = await fetcher.fetch(desk.sends("f.txt"))
    assert (problems(again), again.told) == (["unsaid"], [])
    assert len((await fetcher.fetch(desk.sends("a.txt", user="beto"))).kept) == 1
    assert len(desk.on_disk()) == 4
    desk.now += timedelta(days=1, seconds=1)
    assert len((await fetcher.fetch(desk.sends("a.txt"))).kept) == 1


async def test_a_day_has_so_many_bytes_of_one_person(desk: Desk) -> None:
    fetcher = desk.fetcher(files=100, size=1000)
    assert problems(await fetcher.fetch(desk.sends("a.txt", "b.txt", "c.txt", size=400))) == ["over_quota"]
    assert (
        len((await fetcher.fetch(desk.sends("a.txt", "b.txt", size=400))).kept) == 2
    )  # they were much smaller


async def test_a_disk_that_is_nearly_full_takes_no_files(desk: Desk) -> None:
    received = await desk.fetcher(free=10**6).fetch(desk.sends("a.txt"))
    assert problems(received) == ["no_room"]
    assert desk.on_disk() == []


async def test_slow_files_of_one_hold_up_nobody_else_and_end(desk: Desk) -> None:
    fetcher = desk.fetcher(files=50, size=10_000, seconds=0.3)
    slow = [asyncio.create_task(fetcher.fetch(desk.sends(f"slow{number}.txt"))) for number in range(30)]
    while desk.channel.running < AT_ONCE_OF_ONE:  # noqa: ASYNC110 - it announces no beginning
        await asyncio.sleep(0.001)
    assert len((await fetcher.fetch(desk.sends("a.txt", user="beto"))).kept) == 1
    assert desk.channel.most <= AT_ONCE_OF_ONE + 1
    assert {problem for one in await asyncio.gather(*slow) for problem in problems(one)} == {"unavailable"}


async def test_what_nothing_names_is_swept_after_an_hour(desk: Desk, database: Database) -> None:
    kept = (await desk.fetcher(files=9).fetch(desk.sends("case.txt", "talk.txt", "loose.txt"))).kept
    by_name = {one.name: one for one in kept}
    async with database.transaction() as session:
        ana = await people.by_user(session, "test", "ana")
        assert ana
        ticket = await open_one(session, ana)
        await ticket_files.attach(session, ticket.id, by_name["case.txt"], ana.id, NOW)
        talk = by_name["talk.txt"]
        state: dict[str, object] = {"waiting_files": [{"path": talk.path, "mime": talk.mime}]}
        await conversations.keep(session, ana.id, "ana", state, NOW)
    (desk.folder / "of-a-killed-process.bin").write_bytes(b"x")
    await desk.sweep()
    assert len(desk.on_disk()) == 4
    for path in desk.on_disk():
        long_ago = path.stat().st_mtime - SECONDS_AN_HOUR - 1
        os.utime(path, (long_ago, long_ago))
    desk.now += HOUR + timedelta(seconds=1)
    await desk.sweep()
    left = {str(path.relative_to(desk.folder)) for path in desk.on_disk()}
    assert left == {by_name["case.txt"].path, talk.path}
    assert problems(await desk.fetcher(files=3).fetch(desk.sends("a.txt"))) == [
        "over_quota"
    ]  # it counts all the same


async def test_a_file_of_somebody_who_is_answered_while_it_is_swept_stays(desk: Desk) -> None:
    await desk.fetcher().fetch(desk.sends("young.txt"))
    desk.now += timedelta(minutes=59)
    await desk.sweep()
    assert len(desk.on_disk()) == 1


@pytest.mark.parametrize(
    ("role", "answers", "comes"),
    [
        (Role.AGENT, "ours", True),
        (Role.AGENT, "other", False),
        (None, "ours", False),
        (Role.MANAGER, "ours", False),
    ],
)
async def test_in_a_group_only_who_works_there_and_answers_us_sends_files(
    desk: Desk, database: Database, role: Role | None, answers: str, comes: bool
) -> None:
    group = Address("test", "-1")
    async with database.transaction() as session:
        ana = await people.get_or_create(session, Sender("test", "ana", "Ana"), "ana", NOW)
        if role:
            await roles.grant(session, ana.id, role, None, NOW)
        await sent_messages.remember(session, [sent_messages.About(group, "ours", None)], NOW)
    said = replace(desk.sends("a.txt"), address=group, is_group=True, reply_to_ref=answers)
    received = await desk.fetcher().fetch(said)
    assert bool(received.kept) == comes
    assert received.told == []
    assert len(desk.on_disk()) == comes
