"""Two steps that any form may have: the corporate address, and the code that was sent there. The form is not lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.forms import Answer, Step
from itgov_bot.desk import mailbox as deeds
from itgov_bot.desk.mailbox import CodeCheck
from itgov_bot.messages import Reply
from itgov_bot.outbox.posting import mailbox
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import mailbox as words

GoOn = Callable[[Turn], Awaitable[None]]

_TOLD = {
    CodeCheck.WRONG: words.wrong_code,
    CodeCheck.EXPIRED: words.expired,
    CodeCheck.NO_TRIES_LEFT: words.no_tries_left,
    CodeCheck.NONE: words.no_code,
}


def is_missing(turn: Turn) -> bool:
    """The city asks for a corporate mailbox and this person has not shown theirs."""
    return bool(turn.email_domains) and not turn.person.has_verified(turn.email_domains)


def present_step(turn: Turn) -> str:
    """Where the verification stands in the present form."""
    assert turn.talk.form is not None
    return "code" if turn.talk.form.values.get("mailbox") else "email"


def steps(go_on: GoOn) -> dict[str, Step]:
    """The steps `email` and `code` of a form that goes on with `go_on`."""

    async def take_code(turn: Turn, answer: Answer) -> None:
        await _take_code(turn, answer, go_on)

    return {"email": Step(_ask_address, _take_address), "code": Step(_ask_code, take_code)}


async def _ask_address(turn: Turn) -> Reply:
    return words.ask_address(turn.email_domains)


async def _take_address(turn: Turn, answer: Answer) -> None:
    address = deeds.read_address(answer.text, turn.email_domains)
    if not answer.text:
        turn.say(form_words.needs_text())
    elif address is None:
        turn.say(words.not_an_address(turn.email_domains))
    else:
        await _send_code(turn, address)


async def _send_code(turn: Turn, address: str) -> None:
    assert turn.talk.form is not None
    try:
        code, expires_at = await deeds.new_code(turn.desk, turn.person, address)
    except deeds.TooManyMails:
        turn.say(words.too_many_mails())
        return
    await turn.tell(mailbox(address), words.letter(turn.city, code), expires_at=expires_at)
    turn.talk.form.values["mailbox"] = address
    await forms.go(turn, "code")


async def _ask_code(turn: Turn) -> Reply:
    assert turn.talk.form is not None
    return words.ask_code(str(turn.talk.form.values["mailbox"]), turn.choice)


async def _take_code(turn: Turn, answer: Answer, go_on: GoOn) -> None:
    assert turn.talk.form is not None
    if answer.value == "again":
        await _send_code(turn, str(turn.talk.form.values["mailbox"]))
    elif answer.value == "other":
        turn.talk.form.values.pop("mailbox")
        await forms.go(turn, "email")
    elif not answer.text:
        turn.say(form_words.needs_text())
    elif "@" in answer.text:
        await _take_address(turn, answer)
    else:
        await _check(turn, answer.text, go_on)


async def _check(turn: Turn, typed: str, go_on: GoOn) -> None:
    assert turn.talk.form is not None
    found, turn.person = await deeds.check_code(turn.desk, turn.person, typed)
    if found is CodeCheck.RIGHT:
        del turn.talk.form.values["mailbox"]
        turn.say(words.verified(turn.person.email or ""))
        await go_on(turn)
    else:
        turn.say(_TOLD[found]())
