"""The delivery: in order, urgent first, as late as it was asked, twice rather than never."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy

from itgov_bot.channels.contract import RateLimit
from itgov_bot.jobs import presence
from itgov_bot.messages import Address
from itgov_bot.outbox import held, marks
from itgov_bot.outbox.delivery import SENDS_AT_ONCE
from itgov_bot.outbox.outcomes import FAULTS_FORGIVEN
from itgov_bot.outbox.posting import post, post_menu
from itgov_bot.replies import (
    Bar,
    Chart,
    ChatMoved,
    MenuEntry,
    NeverDelivered,
    Outgoing,
    Panel,
    Reply,
    TryLater,
)
from itgov_bot.storage import people, workers
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import desk_chats, outbox, sent_messages, topics
from itgov_bot.storage.sending.outbox_items import ReplyItem, WebhookItem
from itgov_bot.storage.sending.topics import Topic
from tests.outbox.office import Post
from tests.outbox.recording import RecordingChannel, Sent
from tests.outbox.test_pace import LimitedChannel
from tests.storage.made import a_ticket


async def test_each_chat_is_read_in_order(office: Post) -> None:
    for number in range(3):
        await office.post("ana", f"ana {number}")
        await office.post("beto", f"beto {number}")
    await office.round()
    assert office.channel.texts("ana") == ["ana 0", "ana 1", "ana 2"]
    assert office.channel.texts("beto") == ["beto 0", "beto 1", "beto 2"]
    await office.round()
    assert len(office.channel.sent) == 6


async def test_urgent_first(office: Post) -> None:
    await office.post("ana", "one", "two")
    await office.post("ana", "fire", urgent=True)
    await office.round()
    assert office.channel.texts() == ["fire", "one", "two"]


async def test_an_urgent_page_overtakes_a_backlog_that_is_leaving(office: Post) -> None:
    office.channel.hold("0")
    await office.post("ana", *(f"{number}" for number in range(50)))
    await office.delivery.start_ready()
    await asyncio.wait_for(office.channel.holding.wait(), 10)
    await office.post("ana", "fire", urgent=True)
    await office.delivery.start_ready()  # also what hangs in its own chat does not hold it up
    await office.until_sent("fire")
    assert office.channel.texts() == ["fire"]
    office.channel.held.set()
    await office.round()
    assert office.channel.texts() == ["fire", *(f"{number}" for number in range(50))]


async def test_nothing_else_leaves_for_a_chat_while_an_urgent_page_is_on_its_way(office: Post) -> None:
    office.channel.hold("fire")
    await office.post("ana", "one")
    await office.post("ana", "fire", urgent=True)
    await office.delivery.start_ready()
    await asyncio.wait_for(office.channel.holding.wait(), 10)
    assert await office.delivery.start_ready() == 0
    office.channel.held.set()
    await office.round()
    assert office.channel.texts() == ["fire", "one"]


async def test_an_urgent_page_leaves_between_two_of_a_backlog(office: Post) -> None:
    async def page() -> None:
        await office.post("ana", "fire", urgent=True)

    office.channel.meanwhile["3"] = page
    office.delivery.open_hands()
    await office.post("ana", *(f"{number}" for number in range(50)))
    await office.round()
    assert office.channel.texts()[:6] == ["0", "1", "2", "3", "fire", "4"]
    assert len(office.channel.sent) == 51


async def test_a_channel_that_hangs_holds_up_no_other_and_no_urgent_page(
    tmp_path: Path, office: Post
) -> None:
    mail = RecordingChannel("email")
    office.delivery = office.worker(mail)
    for channel, text in ((mail, "carta"), (office.channel, "hola")):
        channel.hold(text)
        async with office.database.transaction() as session:
            for number in range(SENDS_AT_ONCE[False] + 6):
                await post(session, Address(channel.name, f"{number}"), Reply(text), office.clock())
        await office.delivery.start_ready()
        await asyncio.wait_for(channel.holding.wait(), 10)
    await office.post("99", "fire", urgent=True)
    await office.delivery.start_ready()
    await office.until_sent("fire")
    assert not mail.sent
    assert len(mail.tried) == len(office.channel.tried) - 1 == SENDS_AT_ONCE[False]
    for channel in (mail, office.channel):
        channel.held.set()
    await office.round()
    assert len(mail.sent) == SENDS_AT_ONCE[False] + 6


async def test_a_chat_with_a_backlog_gives_others_their_turn(
    office: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SENDS_AT_ONCE, False, 1)
    office.delivery = office.worker()
    await office.post("ana", "1", "2", "3")
    await office.post("beto", "hola")
    await office.round()
    assert office.channel.texts().index("hola") == 1


async def test_a_chat_at_its_limit_holds_up_no_other_and_no_page(office: Post) -> None:
    limited = LimitedChannel(chat=RateLimit(messages=4, seconds=600, kept_for_urgent=2))
    office.channel = limited
    office.delivery = office.worker()
    await office.post("ana", *(f"{number}" for number in range(50)))
    await office.delivery.start_ready()
    await office.until_sent("1")  # which uses up their share
    for number in range(SENDS_AT_ONCE[False] + 1):
        await office.post(f"{number}", f"to {number}", urgent=False)
    await office.post("ana", "fire", urgent=True)
    await office.delivery.start_ready()
    await office.until_sent("fire")
    await office.until_sent(f"to {SENDS_AT_ONCE[False]}")
    assert limited.texts("ana") == ["0", "1", "fire"]
    await office.delivery.close(grace_seconds=0)


async def test_a_page_does_not_wait_for_a_rush_to_others(office: Post) -> None:
    limited = LimitedChannel(overall=RateLimit(messages=3, seconds=600, kept_for_urgent=1))
    office.channel = limited
    office.delivery = office.worker()
    for number in range(SENDS_AT_ONCE[False] + 6):
        await office.post(f"{number}", "aviso")
    await office.delivery.start_ready()
    await office.until_sent("aviso")
    await office.post("ana", "fire", urgent=True)
    await office.delivery.start_ready()
    await office.until_sent("fire")
    assert sorted(limited.texts()) == ["aviso", "aviso", "fire"]
    await office.delivery.close(grace_seconds=0)


async def test_what_cannot_be_read_does_not_hold_up_the_chat(office: Post) -> None:
    class OfANewerVersion(WebhookItem):
        kind: ClassVar[str] = "reply"

    async with office.database.transaction() as session:
        where = Address("telegram", "ana")
        await outbox.post(session, where, OfANewerVersion('{"words": "hola"}'), office.clock())
    await office.post("ana", "two")
    await office.round()
    assert office.channel.texts() == ["two"]
    assert await office.waiting() == 0


async def test_a_send_that_never_ends_is_cut_off(office: Post) -> None:
    office.delivery = office.worker(max_send_time=timedelta(seconds=0.05))
    office.channel.hold("one")
    await office.post("ana", "one", "two")
    await office.round()
    assert office.channel.tried == ["one"]
    office.channel.held.set()
    await office.later(seconds=2)
    assert office.channel.texts() == ["one", "two"]


async def test_who_lost_their_claim_changes_nothing_any_more(office: Post) -> None:
    async def another_takes_it() -> None:
        async with office.database.transaction() as session:
            await workers.bury(session, office.clock())
            [item] = await outbox.ready(session, ["telegram"], office.clock(), 9)
            assert await outbox.claim(session, [item.id], "another", office.clock())

    office.channel.meanwhile["one"] = another_takes_it
    office.channel.fail("one", NeverDelivered("bad text"))
    await office.post("ana", "one")
    await office.round()
    async with office.database.transaction() as session:
        await workers.bury(session, office.clock())
    await office.round()
    assert office.channel.texts() == ["one"]


async def test_it_waits_as_long_as_the_channel_asks_and_keeps_the_order(office: Post) -> None:
    office.channel.fail("one", TryLater("flood", wait=30))
    await office.post("ana", "one", "two")
    await office.post("beto", "hola")
    await office.round()
    assert office.channel.texts() == ["hola"]
    await office.later(seconds=29)
    assert office.channel.texts() == ["hola"]
    await office.later(seconds=1)
    assert office.channel.texts("ana") == ["one", "two"]


async def test_what_is_urgent_overtakes_a_delayed_message_and_nothing_else_does(office: Post) -> None:
    office.channel.fail("one", TryLater("flood", wait=30))
    await office.post("ana", "one")
    await office.round()
    await office.post("ana", "two")
    await office.post("ana", "fire", urgent=True)
    await office.round()
    assert office.channel.texts() == ["fire"]
    await office.later(seconds=30)
    assert office.channel.texts() == ["fire", "one", "two"]


async def test_without_a_network_it_tries_less_and_less_often(office: Post) -> None:
    office.channel.fail("hola", *[TryLater("no network")] * 4)
    await office.post("ana", "hola")
    for seconds, tries in ((0, 1), (1, 1), (1, 2), (3.9, 2), (0.1, 3), (8, 4), (16, 5), (600, 5)):
        await office.later(seconds=seconds)
        assert len(office.channel.tried) == tries
    assert office.channel.texts() == ["hola"]


async def test_it_gives_up_in_the_end_and_goes_on_with_the_chat(office: Post) -> None:
    office.channel.fail("one", *[TryLater("no network")] * 60)
    await office.post("ana", "one", "two")
    for _ in range(61):
        await office.later(minutes=10)
    assert office.channel.texts() == ["two"]
    assert office.channel.tried.count("one") == 60


async def test_a_refused_text_does_not_hold_up_the_chat(office: Post) -> None:
    office.channel.fail("one", NeverDelivered("bad text"))
    await office.post("ana", "one", "two")
    ana = await office.person("ana")
    await office.round()
    assert office.channel.texts() == ["two"]
    async with office.database.reading() as session:
        assert (await people.get(session, ana.id)).reachable


async def test_who_blocked_the_bot_is_marked_and_nothing_more_is_tried(office: Post) -> None:
    ana = await office.person("ana")
    office.channel.fail("one", NeverDelivered("blocked", unreachable=True))
    await office.post("ana", "one", "two", "three")
    await office.post("beto", "hola")
    await office.round()
    assert sorted(office.channel.tried) == ["hola", "one"]
    assert await office.waiting() == 0
    async with office.database.reading() as session:
        assert not (await people.get(session, ana.id)).reachable
    await office.person("ana")  # writes again
    await office.post("ana", "welcome back")
    await office.round()
    assert office.channel.texts("ana") == ["welcome back"]


async def test_a_chat_that_moved_is_followed(office: Post) -> None:
    ticket = await a_ticket(office.database, await office.person("ana"))
    async with office.database.transaction() as session:
        await desk_chats.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        group = Address("telegram", "-1")
        await topics.begin(session, ticket.id, group, None, office.clock())
        await topics.set_opened(session, ticket.id, group, office.clock(), "7", "SAUS-1")
    office.channel.fail("chat:-1", ChatMoved("-100"))
    await office.post("-1", "one", "two")
    await office.round()
    assert office.channel.sent == [Sent("-100", "one"), Sent("-100", "two")]
    async with office.database.reading() as session:
        assert await desk_chats.desk_chat(session, "support") == Address("telegram", "-100")
        topic = await topics.find(session, ticket.id, Address("telegram", "-100"))
        assert topic == Topic("7", "SAUS-1")


async def killed_while_sending(office: Post, text: str) -> None:
    """The channel took the message; the worker died before it could mark it."""
    async with office.database.transaction() as session:
        found = await outbox.ready(session, ["telegram"], office.clock(), 9)
        [waiting] = [one for one in found if one.item == ReplyItem(Reply(text))]
        assert await outbox.claim(session, [waiting.id], "killed", office.clock())
    await office.channel.send(waiting.address, Reply(text))


async def test_a_crash_between_send_and_mark_sends_twice_and_never_loses(office: Post) -> None:
    await office.post("ana", "one", "two")
    await office.post("beto", "hola")
    await killed_while_sending(office, "one")
    await office.round()
    assert office.channel.texts() == [
        "one",
        "hola",
    ]  # ana's "two" does not overtake what may still be on its way
    async with office.database.transaction() as session:
        await workers.bury(session, office.clock())
    await office.round()
    assert office.channel.texts("ana") == ["one", "one", "two"]
    await office.later(days=1)
    assert len(office.channel.sent) == 4


async def test_after_a_restart_the_only_process_does_not_wait_for_its_own_claims(office: Post) -> None:
    await office.post("ana", "one", "two")
    await office.later(hours=-1)  # nothing is due yet
    office.clock.forward(hours=2)
    await killed_while_sending(office, "one")
    office.clock.forward(minutes=-30)  # a rehearsal that begins again, before the claim
    await presence.arrive(office.database)
    await office.round()
    assert office.channel.texts("ana") == ["one", "one", "two"]


async def test_two_workers_send_everything_once_and_in_order(office: Post) -> None:
    other = office.worker()
    for number in range(5):
        for chat in ("ana", "beto", "caro"):
            await office.post(chat, f"{number}")
    async with asyncio.timeout(10):
        for _ in range(20):
            await asyncio.gather(office.delivery.run_round(), other.run_round())
    for chat in ("ana", "beto", "caro"):
        assert office.channel.texts(chat) == ["0", "1", "2", "3", "4"]


async def test_a_card_is_edited_and_not_repeated(office: Post) -> None:
    await office.post("-100", "nuevo", card="ticket:1")
    await office.post("-100", "otro", card="ticket:2")
    await office.round()
    await office.post("-100", "tomado", card="ticket:1")
    await office.round()
    assert office.channel.sent == [
        Sent("-100", "nuevo"),
        Sent("-100", "otro"),
        Sent("-100", "tomado", editing="101"),
    ]


async def test_a_card_that_shows_it_already_is_not_sent(office: Post) -> None:
    for text in ("nuevo", "nuevo", "tomado", "nuevo", "nuevo"):
        await office.post("-100", text, card="ticket:1")
        await office.round()
    await office.post("ana", "nuevo", card="ticket:1")
    await office.round()
    assert office.channel.texts("-100") == ["nuevo", "tomado", "nuevo"]
    assert [one.editing for one in office.channel.sent if one.chat == "-100"] == [None, "101", "101"]
    assert office.channel.texts("ana") == ["nuevo"]
    assert await office.waiting() == 0


async def test_what_a_card_says_meanwhile_is_merged_into_the_newest(office: Post) -> None:
    await office.post("-100", "uno", card="ticket:1")
    await office.post("-100", "otro", card="ticket:2")
    await office.post("-100", "dos", "tres", card="ticket:1")
    await office.round()
    assert office.channel.texts() == ["tres", "otro"]
    assert await office.waiting() == 0


async def test_an_older_shape_does_not_come_after_a_newer_one(office: Post) -> None:
    await office.post("-100", "vieja", card="ticket:1")
    await office.post("-100", "nueva", urgent=True, card="ticket:1")
    await office.round()
    assert office.channel.texts() == ["nueva"]


async def test_an_answer_to_a_delivered_message_finds_its_case(office: Post) -> None:
    ticket = await a_ticket(office.database, await office.person("ana"))
    where = Address("telegram", "ana")
    async with office.database.transaction() as session:
        await post(session, where, Reply("abierto"), office.clock(), ticket=ticket.id)
    await office.round()
    async with office.database.reading() as session:
        assert await sent_messages.about(session, where, "101") == (ticket.id, None)


async def test_a_fault_of_ours_is_tried_again_and_then_given_up(office: Post) -> None:
    office.channel.fail("once", ConnectionResetError("the database went away"))
    office.channel.fail("always", *[KeyError("bug")] * 9)
    await office.post("ana", "once")
    await office.post("beto", "always", "next")
    for _ in range(6):
        await office.later(minutes=1)
    assert office.channel.texts("ana") == ["once"]
    assert office.channel.texts("beto") == ["next"]
    assert office.channel.tried.count("always") == FAULTS_FORGIVEN + 1


def is_png(file: Outgoing) -> bool:
    return Path(file.path).read_bytes().startswith(b"\x89PNG")


async def test_menus_files_and_charts_leave_too(office: Post) -> None:
    chart = Chart("Disponibilidad", "kpi.png", (Panel("9", (Bar("ene", 99.5), Bar("feb")), "%", 95),))
    file = Reply("informe", attachment=Outgoing("ab/cd.pdf", "informe.pdf"))
    where = Address("telegram", "ana")
    async with office.database.transaction() as session:
        await post_menu(session, where, [MenuEntry("caso", "Abrir un caso")], office.clock())
        await post(session, where, file, office.clock())
        await post(session, where, Reply("gráfica", chart=chart), office.clock())
    await office.round()
    assert office.channel.menus == [(where, [MenuEntry("caso", "Abrir un caso")])]
    sent, drawn = (one.attachment for one in office.channel.replies)
    assert sent == Outgoing(str(office.folder / "files" / "ab/cd.pdf"), "informe.pdf")
    assert drawn is not None
    assert drawn.name == "kpi.png"
    assert is_png(drawn)


async def test_a_chart_of_an_older_version_leaves_as_words(office: Post) -> None:
    async with office.database.transaction() as session:
        await post(
            session, Address("telegram", "ana"), Reply("ficha", chart=Chart("t", "t.png")), office.clock()
        )
    await office.round()
    assert [(one.text, one.attachment) for one in office.channel.replies] == [("ficha", None)]


async def test_what_is_posted_leaves_at_once_while_the_delivery_runs(office: Post) -> None:
    running = asyncio.create_task(office.delivery.run_forever())
    await office.post("ana", "hola")
    office.delivery.wake()
    async with asyncio.timeout(5):
        while not office.channel.sent:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_closing_lets_a_send_under_way_end_and_leaves_the_others_to_the_next_process(
    office: Post,
) -> None:
    office.channel.hold("one")
    office.delivery.open_hands()
    await office.post("ana", "one", "two")
    await asyncio.wait_for(office.channel.holding.wait(), 10)
    closing = asyncio.create_task(office.delivery.close())
    await asyncio.sleep(0)
    office.channel.held.set()
    await closing
    assert office.channel.texts() == ["one"]
    await presence.leave(office.database)
    assert await office.waiting() == 1


async def test_many_sends_are_marked_together(office: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, transaction = 0, Database.transaction

    def counted(database: Database, *, long: bool = False) -> Any:
        nonlocal begun
        begun += 1
        return transaction(database, long=long)

    monkeypatch.setattr(Database, "transaction", counted)
    office.delivery.open_hands()
    async with office.database.transaction() as session:
        for number in range(20):
            await post(session, Address("telegram", f"{number}"), Reply("hola"), office.clock())
    await office.round()
    assert len(office.channel.sent) == 20
    assert await office.waiting() == 0
    assert begun <= 3


async def test_what_is_posted_waits_behind_what_another_process_sends(office: Post) -> None:
    await office.post("ana", "one")
    async with office.database.transaction() as session:
        [first] = await outbox.ready(session, ["telegram"], office.clock(), 9)
        await outbox.claim(session, [first.id], "another", office.clock())
    office.delivery.open_hands()
    await office.post("ana", "two")
    await office.round()
    assert office.channel.texts() == []
    async with office.database.transaction() as session:
        await outbox.mark_sent(session, [first.id], "another", office.clock())
    await office.round()
    assert office.channel.texts() == ["two"]


async def test_what_is_held_waits_behind_what_is_put_off(office: Post) -> None:
    office.channel.fail("one", TryLater("flood", wait=30))
    office.delivery.open_hands()
    await office.post("ana", "one", "two", "three")
    await office.round()
    assert office.channel.tried == ["one"]
    await office.later(seconds=30)
    assert office.channel.texts() == ["one", "two", "three"]


async def test_what_was_held_for_long_is_looked_at_again_before_it_leaves(
    office: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "FRESH_SECONDS", 0)
    office.channel.hold("one")
    office.delivery.open_hands()
    await office.post("ana", "one", "two", "three")
    await asyncio.wait_for(office.channel.holding.wait(), 10)
    async with office.database.transaction() as session:
        await session.execute(sqlalchemy.text("DELETE FROM outbox WHERE body LIKE '%two%'"))
    office.channel.held.set()
    await office.round()
    assert office.channel.texts() == ["one", "three"]


async def test_a_database_that_is_away_for_a_moment_leaves_nothing_claimed(
    office: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries, transaction = 0, Database.transaction

    def sometimes(database: Database, *, long: bool = False) -> Any:
        nonlocal tries
        tries += 1
        if tries == 2:
            raise ConnectionRefusedError
        return transaction(database, long=long)

    monkeypatch.setattr(Database, "transaction", sometimes)
    monkeypatch.setattr(marks, "AGAIN_AFTER_SECONDS", 0.0)
    office.delivery.open_hands()
    await office.post("ana", "one", "two")
    await office.round()
    assert tries > 2
    assert office.channel.texts() == ["one", "two"]
    assert await office.waiting() == 0
