"""`/guardia avisos`, `/guardia correo`, `/guardia webhook`: by which other ways somebody on duty is called.

A mailbox is one's own when its code was typed here; administrators set whatever they answer for.
"""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.known_people import known_person
from itgov_bot.conversation.flows.steps import verify_email
from itgov_bot.conversation.form_types import PageMailboxForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import mailbox
from itgov_bot.desk import page_ways as ways
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.domain.ways import WayKind
from itgov_bot.urls import is_safe_url
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents.duty import page_ways as words
from itgov_bot.wording.staff.steps import mailbox as mailbox_words


async def answered(turn: Turn, given: list[str]) -> bool:
    """What is written after `/guardia`, if it is about the ways to be called."""
    take = _TAKES.get(given[0].lower()) if given else None
    if take is None:
        return False
    if turn.incoming.is_group:
        turn.say(words.IN_PRIVATE)  # addresses are for nobody else's eyes
    else:
        await take(turn, given[1:])
    return True


async def _notices(turn: Turn, given: list[str]) -> None:
    """`avisos` shows them and `avisos quitar` takes them away; with `@usuario`, for administrators, another's."""
    removes = bool(given) and given[0].lower() == "quitar"
    person = await _meant(turn, given[1:] if removes else given)
    if person and removes:
        is_gone = await ways.forget_ways(turn.desk, person, turn.person)
        turn.say(words.forgotten(person, is_gone, own=person.id == turn.person.id))
    elif person:
        found = (await ways.ways_of(turn.desk, [person.id])).get(person.id, [])
        turn.say(words.own_ways(person, found, turn.desk.installation, admin=may_administer(turn.roles)))


async def _mail(turn: Turn, given: list[str]) -> None:
    """`correo nombre@dominio` for oneself, by a code; `correo @usuario nombre@dominio` for administrators."""
    address = mailbox.read_address(given[-1]) if given else None
    person = await _meant(turn, given[:-1]) if address else None
    if WayKind.MAIL not in turn.desk.installation.ways:
        turn.say(words.not_installed(WayKind.MAIL))
    elif address is None:
        turn.say(words.USAGE)
    elif person and person.id != turn.person.id:
        await _set(turn, person, WayKind.MAIL, address)
    elif person and not turn.has_consented:
        turn.say(words.CONSENT_FIRST)
    elif person:
        await _prove(turn, person, address)


async def _webhook(turn: Turn, given: list[str]) -> None:
    """`webhook @usuario https://…`, for administrators alone: it makes the desk call whatever address it is given."""
    if not may_administer(turn.roles):
        turn.say(general.not_for_your_role(may_administer))
    elif WayKind.WEBHOOK not in turn.desk.installation.ways:
        turn.say(words.not_installed(WayKind.WEBHOOK))
    elif len(given) != 2 or len(given[1]) > ways.MAX_URL or not is_safe_url(given[1]):
        turn.say(words.USAGE)
    elif person := await known_person(turn, given[0]):
        await _set(turn, person, WayKind.WEBHOOK, given[1])


_TAKES: Mapping[str, Callable[[Turn, list[str]], Awaitable[None]]] = {
    "avisos": _notices,
    "correo": _mail,
    "webhook": _webhook,
}


async def _meant(turn: Turn, given: list[str]) -> Person | None:
    """Oneself, or for administrators whom they name; None when that is nobody, or not theirs to ask, which is said."""
    if not given:
        return turn.person
    if not may_administer(turn.roles):
        turn.say(general.not_for_your_role(may_administer))
        return None
    return await known_person(turn, given[0])


async def _set(turn: Turn, person: Person, kind: WayKind, address: str) -> None:
    await ways.set_way(turn.desk, person, kind, address, turn.person)
    turn.say(words.is_set(person, kind, address))


async def _prove(turn: Turn, person: Person, address: str) -> None:
    """A mailbox that they have shown to be theirs before needs no second code."""
    if person.email == address and person.email_verified_at:
        await _set(turn, person, WayKind.MAIL, address)
        return
    form = PageMailboxForm(step="code")
    turn.state.start(form)
    if not await verify_email.send_code(turn, form, address):
        forms.finish(turn)


async def _take_code(turn: Turn, form: PageMailboxForm, answer: Answer) -> None:
    if answer.value == "again":
        await verify_email.send_code(turn, form, form.mailbox or "")
    elif answer.value == "other":
        forms.finish(turn)
        turn.say(words.USAGE)
    elif not answer.text:
        turn.say(form_words.needs_text())
    else:
        found, email = await mailbox.prove(turn.desk, turn.person, answer.text)
        if email:
            forms.finish(turn)
            await _set(turn, turn.person, WayKind.MAIL, email)
        else:
            turn.say(verify_email.TOLD[found])


PAGE_MAILBOX = Flow(
    "page_mailbox",
    PageMailboxForm,
    "el código de su correo de guardia",
    {"code": Step(lambda _turn, form: mailbox_words.ask_code(form.mailbox or "", form.choice), _take_code)},
)
