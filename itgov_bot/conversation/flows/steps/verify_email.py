"""Two steps that any form may have: the corporate address, and the code that was sent there. The form is not lost."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import MailboxForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import mailbox
from itgov_bot.desk.mailbox import CodeCheck
from itgov_bot.messages import mailbox as mailbox_at
from itgov_bot.replies import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.steps import mailbox as words

M = TypeVar("M", bound=MailboxForm)

TOLD: Mapping[CodeCheck, Reply] = {
    CodeCheck.WRONG: words.WRONG_CODE,
    CodeCheck.EXPIRED: words.EXPIRED,
    CodeCheck.NO_TRIES_LEFT: words.NO_TRIES_LEFT,
    CodeCheck.NONE: words.NO_CODE,
}
"""What is said of a code that was not right."""


def is_missing(turn: Turn) -> bool:
    """The city asks for a corporate mailbox and this person has not shown theirs."""
    domains = turn.parts.email_domains
    return bool(domains) and not turn.person.has_verified(domains)


def present_step(form: MailboxForm) -> str:
    """Where the verification stands."""
    return "code" if form.mailbox else "email"


def steps(go_on: Callable[[Turn, M], Awaitable[None]]) -> dict[str, Step[M]]:
    """The steps `email` and `code` of a form that goes on with `go_on`."""

    async def take_code(turn: Turn, form: M, answer: Answer) -> None:
        if answer.value == "again":
            await send_code(turn, form, form.mailbox or "")
        elif answer.value == "other":
            await forms.go(turn, replace(form, mailbox=None), "email")
        elif not answer.text:
            turn.say(form_words.needs_text())
        elif "@" in answer.text:
            await _take_address(turn, form, answer)
        elif await _is_right(turn, answer.text):
            await go_on(turn, replace(form, mailbox=None))

    return {
        "email": Step(lambda turn, _form: words.ask_address(turn.parts.email_domains), _take_address),
        "code": Step(lambda _turn, form: words.ask_code(form.mailbox or "", form.choice), take_code),
    }


async def _take_address(turn: Turn, form: MailboxForm, answer: Answer) -> None:
    domains = turn.parts.email_domains
    address = mailbox.read_address(answer.text, domains)
    if not answer.text:
        turn.say(form_words.needs_text())
    elif address is None:
        turn.say(words.not_an_address(domains))
    else:
        await send_code(turn, form, address)


async def send_code(turn: Turn, form: MailboxForm, address: str) -> bool:
    """Mails a code to the address and asks for it. False when they had as many as they get, which is said."""
    try:
        code, expires_at = await mailbox.new_code(turn.desk, turn.person, address)
    except mailbox.TooManyMails:
        turn.say(words.TOO_MANY_MAILS)
        return False
    await turn.tell(mailbox_at(address), words.letter(turn.city, code), expires_at=expires_at)
    await forms.go(turn, replace(form, mailbox=address), "code")
    return True


async def _is_right(turn: Turn, typed: str) -> bool:
    found, turn.person = await mailbox.check_code(turn.desk, turn.person, typed)
    is_right = found is CodeCheck.RIGHT
    turn.say(words.verified(turn.person.email or "") if is_right else TOLD[found])
    return is_right
