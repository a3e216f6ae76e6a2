"""The outbox: claimed by exactly one worker, given back when that one died, in order, put off; and its types."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from itgov_bot.replies import MenuEntry, Reply
from itgov_bot.storage import workers
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import (
    AnyItem,
    Item,
    MenuItem,
    ReplyItem,
    TopicItem,
    UnreadableItem,
    WebhookItem,
    read_item,
)
from tests.storage.made import MINUTE, NOW, chat

TELEGRAM = ["telegram"]


async def say(session: Session, to: str, text: str, *, urgent: bool = False) -> None:
    await outbox.post(session, chat(to), ReplyItem(Reply(text)), NOW, urgent=urgent)


async def ready(session: Session, now: datetime = NOW, limit: int = 100) -> list[Waiting[AnyItem]]:
    return await outbox.ready(session, TELEGRAM, now, limit)


async def texts(session: Session, now: datetime = NOW) -> list[str]:
    return [one.item.reply.text for one in await ready(session, now) if isinstance(one.item, ReplyItem)]


async def claimed(session: Session, item: Waiting[AnyItem], now: datetime = NOW) -> str:
    worker = uuid4().hex
    assert await outbox.claim(session, [item.id], worker, now) == {item.id}
    return worker


async def sent(session: Session, item: Waiting[AnyItem]) -> None:
    assert await outbox.mark_sent(session, [item.id], await claimed(session, item), NOW)


async def test_what_was_posted_leaves_in_order_and_urgent_first(database: Database) -> None:
    async with database.transaction() as session:
        for text in ("one", "two"):
            await say(session, "ana", text)
        await say(session, "beto", "three")
        await say(session, "ana", "fire", urgent=True)
        await outbox.post(
            session, chat("ana"), ReplyItem(Reply("early")), NOW + MINUTE
        )  # of a clock that is ahead
    async with database.reading() as session:
        assert await texts(session) == ["fire", "one", "two", "three"]
        assert await outbox.ready(session, ["terminal"], NOW, 10) == []
        assert len(await ready(session, limit=2)) == 2


async def test_an_undone_turn_says_nothing(database: Database) -> None:
    async def turn() -> None:
        async with database.transaction() as session:
            await say(session, "ana", "never")
            raise RuntimeError("the turn failed")

    with pytest.raises(RuntimeError):
        await turn()
    async with database.reading() as session:
        assert await ready(session) == []


async def test_two_workers_take_each_item_exactly_once(database: Database, other: Database) -> None:
    async with database.transaction() as session:
        for number in range(20):
            await say(session, f"chat {number}", "hola")
    async with database.reading() as session:
        items = await ready(session)

    async def worker(one: Database) -> list[int]:
        taken: list[int] = []
        for item in items:
            async with one.transaction() as session:
                taken += await outbox.claim(session, [item.id], uuid4().hex, NOW)
        return taken

    taken = await asyncio.gather(worker(database), worker(other), worker(other))
    assert sorted(item for mine in taken for item in mine) == [item.id for item in items]


async def test_a_chat_waits_for_what_is_on_its_way(database: Database) -> None:
    async with database.transaction() as session:
        for to, text in (("ana", "one"), ("ana", "two"), ("beto", "hola")):
            await say(session, to, text)
        first = (await ready(session))[0]
        claim = await claimed(session, first)
        assert await texts(session) == ["hola"]
        await say(session, "ana", "fire", urgent=True)
        assert await texts(session) == ["fire", "hola"]
        assert await outbox.mark_sent(session, [first.id], claim, NOW)
        assert await texts(session) == ["fire", "two", "hola"]


async def test_a_put_off_item_holds_its_chat_and_no_other(database: Database) -> None:
    async with database.transaction() as session:
        for to, text in (("ana", "one"), ("ana", "two"), ("beto", "hola")):
            await say(session, to, text)
        first = (await ready(session))[0]
        claim = await claimed(session, first)
        assert await outbox.put_off(session, first.id, claim, NOW + MINUTE, "flood " * 200)
        assert await texts(session) == ["hola"]
        assert not await outbox.claim(session, [first.id], "other", NOW)
        assert await texts(session, NOW + MINUTE) == ["one", "two", "hola"]
        assert await outbox.claim(session, [first.id], "other", NOW + MINUTE)
        assert (await ready(session, NOW + MINUTE))[0].attempts == 0


async def test_a_long_queue_of_a_waiting_chat_starves_nobody(database: Database) -> None:
    async with database.transaction() as session:
        for number in range(30):
            await say(session, "ana", f"{number}")
        await say(session, "beto", "hola")
        first = (await ready(session))[0]
        await outbox.put_off(session, first.id, await claimed(session, first), NOW + MINUTE, "flood")
        assert [one.address.chat for one in await ready(session, limit=5)] == ["beto"]


async def test_what_a_dead_worker_claimed_is_given_back(database: Database) -> None:
    async with database.transaction() as session:
        for to in ("ana", "beto", "caro"):
            await say(session, to, to)
        ana, beto, caro = await ready(session)
        await outbox.claim(session, [ana.id], "dead", NOW)
        await outbox.claim(session, [beto.id], "alive", NOW)
        await sent(session, caro)
        await workers.say_there(session, "dead", NOW)
        await workers.say_there(session, "alive", NOW + MINUTE)
        await workers.bury(session, NOW + MINUTE)
        [again] = await ready(session)
        assert (again.id, again.attempts) == (ana.id, 1)
        await workers.leave(session, "alive", NOW + MINUTE)
        assert await texts(session) == ["ana", "beto"]


async def test_what_failed_or_was_sent_does_not_come_back(database: Database) -> None:
    async with database.transaction() as session:
        for to in ("ana", "ana", "beto"):
            await say(session, to, to)
        first, _second, third = await ready(session)
        await sent(session, first)
        await outbox.fail_all_to(session, "telegram", "ana", "blocked", NOW)
        assert await outbox.mark_failed(session, third.id, await claimed(session, third), "refused", NOW)
        assert await ready(session, NOW + timedelta(days=1)) == []
        for item in (first, third):
            assert not await outbox.claim(session, [item.id], "other", NOW)


async def test_a_moved_chat_takes_everything_along_that_nobody_is_sending(database: Database) -> None:
    async with database.transaction() as session:
        for text in ("one", "two"):
            await say(session, "-1", text)
        await say(session, "beto", "hola")
        first = (await ready(session))[0]
        claim = await claimed(session, first)
        await outbox.move_chat(session, "telegram", "-1", "-100")
        assert [one.address.chat for one in await ready(session)] == ["-100", "beto"]
        assert await outbox.give_back(session, first.id, claim)
        assert await texts(session) == ["one", "two", "hola"]
        await outbox.move_chat(session, "telegram", "-1", "-100")
        assert [one.address.chat for one in await ready(session)] == ["-100", "-100", "beto"]


async def test_only_the_owner_of_a_claim_marks_it(database: Database) -> None:
    async with database.transaction() as session:
        await say(session, "ana", "hola")
        [item] = await ready(session)
        slow = await claimed(session, item)
        await workers.bury(session, NOW)
        owner = await claimed(session, item)
        assert not await outbox.mark_sent(session, [item.id], slow, NOW)
        assert not await outbox.mark_failed(session, item.id, slow, "refused", NOW)
        assert not await outbox.put_off(session, item.id, slow, NOW + MINUTE, "flood")
        assert not await outbox.give_back(session, item.id, slow)
        await outbox.fail_all_to(session, "telegram", "ana", "blocked", NOW)
        assert await outbox.mark_sent(session, [item.id], owner, NOW)
        assert not await outbox.put_off(session, item.id, owner, NOW + MINUTE, "flood")
        assert await ready(session, NOW + 2 * MINUTE) == []


async def test_which_chats_have_something_to_leave(database: Database) -> None:
    async with database.transaction() as session:
        for number in range(30):
            await say(session, "ana", f"{number}")
        await say(session, "beto", "hola")
        await say(session, "ana", "fire", urgent=True)
        found = await outbox.chats_ready(session, "telegram", NOW, 3)
        assert found == [("ana", True), ("ana", False), ("beto", False)]
        await claimed(session, (await outbox.ready(session, TELEGRAM, NOW, 1, "ana"))[0])
        assert await outbox.chats_ready(session, "telegram", NOW, 9) == [("ana", False), ("beto", False)]
        await claimed(session, (await outbox.ready(session, TELEGRAM, NOW, 1, "ana"))[0])
        assert await outbox.chats_ready(session, "telegram", NOW, 9) == [("beto", False)]
        assert await outbox.chats_ready(session, "terminal", NOW, 9) == []


async def test_only_what_has_left_is_tidied_away(database: Database) -> None:
    async with database.transaction() as session:
        for text in ("sent", "failed", "waiting"):
            await say(session, text, text)
        left, failed, _ = await ready(session)
        await sent(session, left)
        await outbox.mark_failed(session, failed.id, await claimed(session, failed), "refused", NOW)
        await outbox.forget_sent_before(session, NOW + MINUTE)
        assert await texts(session) == ["waiting"]
        assert await outbox.last_replies(session, chat("sent"), 5) == []


async def test_what_was_last_said_somewhere(database: Database) -> None:
    async with database.transaction() as session:
        for number in range(4):
            await say(session, "ana", f"{number}")
        await outbox.post(session, chat("ana"), MenuItem(()), NOW)
        assert [one.text for one in await outbox.last_replies(session, chat("ana"), 2)] == ["3", "2"]


ITEMS: tuple[Item, ...] = (
    ReplyItem(Reply("hola", card="ticket:1")),
    MenuItem((MenuEntry("caso", "Abrir un caso"), MenuEntry("kpi", "Indicadores: metas\ty semáforo"))),
    TopicItem("SAUS-2026-000001 · ñandú", closed=True),
    WebhookItem('{"id": "d1", "event": "ticket.opened"}'),
)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
async def test_an_item_comes_back_as_it_was_posted(database: Database, item: Item) -> None:
    async with database.transaction() as session:
        await outbox.post(session, chat("ana"), item, NOW)
        [waiting] = await ready(session)
    assert waiting.item == item


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("reply", "no json"),
        ("reply", '{"choices": 1}'),
        ("menu", '[{"x": 1}]'),
        ("topic", "{}"),
        ("fax", "{}"),
    ],
)
def test_what_cannot_be_read_says_so_and_raises_nothing(kind: str, body: str) -> None:
    assert isinstance(read_item(kind, body), UnreadableItem)
