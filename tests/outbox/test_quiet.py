"""What makes no message: the answer to a press waits behind nothing of its chat, a question that is over does not appear."""

from dataclasses import dataclass, field

import pytest

from itgov_bot.channels.contract import RateLimit
from itgov_bot.messages import Address, Incoming, Sender, press_address
from itgov_bot.outbox.posting import answer_press, end_press, is_toast, withdraw
from itgov_bot.replies import Choice, Outgoing, Reply
from tests.outbox.office import Post
from tests.outbox.recording import RecordingChannel
from tests.outbox.test_pace import LimitedChannel

GROUP = Address("telegram", "-100")
PRESS = press_address("telegram", "q1")
PRESSED = Incoming("u1", Sender("telegram", "1", "Ana"), GROUP, pressed="x", press=PRESS, is_group=True)
SAID = Reply("Listo <b>ya</b>")


@dataclass
class QuietChannel(RecordingChannel):
    """Presses in `over` can no longer be answered."""

    toasts: list[tuple[str, str]] = field(default_factory=list)
    over: bool = False
    withdrawn: list[str] = field(default_factory=list)

    async def answer_press(self, press: Address, text: str) -> bool:
        if not self.over:
            self.toasts.append((press.chat, text))
        return not self.over

    async def withdraw(self, address: Address, ref: str, instead: Reply) -> None:
        self.withdrawn.append(ref)


@pytest.fixture
def quiet(office: Post) -> QuietChannel:
    office.channel = channel = QuietChannel()
    office.delivery = office.worker()
    return channel


async def toast(office: Post, said: Reply | None = SAID) -> None:
    async with office.database.transaction() as session:
        await answer_press(session, PRESSED, office.clock(), said)


async def test_a_toast_is_shown_as_the_answer_to_its_press(office: Post, quiet: QuietChannel) -> None:
    await toast(office)
    await office.round()
    assert (quiet.toasts, quiet.sent) == ([("press:q1", "Listo ya")], [])


@pytest.mark.parametrize(("said", "then"), [(SAID, ["Listo <b>ya</b>"]), (None, [])])
async def test_what_a_press_cannot_show_is_said_where_it_was_pressed(
    office: Post, quiet: QuietChannel, said: Reply | None, then: list[str]
) -> None:
    quiet.over = True
    await toast(office, said)
    await office.round()
    assert quiet.texts("-100") == then
    assert await office.waiting() == 0


async def test_a_channel_without_toasts_says_it(office: Post) -> None:
    await toast(office)
    await office.round()
    assert office.channel.texts("-100") == ["Listo <b>ya</b>"]


async def test_a_press_is_answered_though_its_chat_is_at_its_limit(office: Post) -> None:
    class Both(LimitedChannel, QuietChannel):
        pass

    office.channel = channel = Both(chat=RateLimit(messages=2, seconds=600, kept_for_urgent=1))
    office.delivery = office.worker()
    await office.post("-100", "uno", "dos", "tres")
    await toast(office, None)
    await office.delivery.start_ready()
    await office.until_sent("uno")
    await office.until(lambda: channel.toasts == [("press:q1", "")])
    await office.delivery.close(grace_seconds=0)


async def test_a_press_that_took_long_is_ended_and_its_toast_then_said(
    office: Post, quiet: QuietChannel
) -> None:
    async with office.database.transaction() as session:
        await end_press(session, PRESS, office.clock())
    await office.round()
    quiet.over = True  # as with Telegram: a press is answered once
    await toast(office)
    await office.round()
    assert (quiet.toasts, quiet.texts()) == ([("press:q1", "")], ["Listo <b>ya</b>"])


async def test_a_question_that_is_over_before_it_left_does_not_appear(
    office: Post, quiet: QuietChannel
) -> None:
    await office.post("-100", "¿Qué espera?", urgent=True, card="asks:f1:")
    async with office.database.transaction() as session:
        await withdraw(session, GROUP, "asks:f1:", office.clock())
    await office.round()
    assert (quiet.sent, quiet.withdrawn) == ([], [])
    assert await office.waiting() == 0


async def test_of_a_form_every_message_of_a_question_goes(office: Post, quiet: QuietChannel) -> None:
    for step in ("kind", "outcome"):
        await office.say(Reply(step, prompt=f"asks:f1:solve:{step}::", card="asks:f1:"))
    await office.say(Reply("otra", prompt="asks:f2:solve:kind::", card="asks:f2:"))
    async with office.database.transaction() as session:
        await withdraw(session, GROUP, "asks:f1:", office.clock())
    await office.round()
    assert [one.editing for one in quiet.sent] == [None, "101", None]
    assert quiet.withdrawn == ["101"]


@pytest.mark.parametrize(
    ("reply", "is_one"),
    [
        (Reply("<b>" + "x" * 200 + "</b>"), True),
        (Reply("x" * 201), False),
        (Reply("Sí", (Choice("Ver", "x"),)), True),
        (Reply("Indicador", attachment=Outgoing("x.png", "x.png")), False),
    ],
)
def test_a_toast_is_short(reply: Reply, is_one: bool) -> None:
    assert is_toast(reply) is is_one
