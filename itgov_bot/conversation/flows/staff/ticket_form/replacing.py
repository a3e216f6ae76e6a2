"""What it really is, told while the report is open: the words are put right and the service is decided again. Read by
`in_form`; in doubt it is one of the choices of `heard`."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.staff.ticket_form.form import TELLING, go_next, of_draft
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.understanding.language.cases.instead import (
    Instead,
    in_place_of,
    said_instead,
    things_told,
    with_instead,
)
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.message.pieces import put_first
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.services.names import told_apart
from itgov_bot.wording.staff.ticket_form import questions as words

MAX_CANDIDATES = 3


@of_draft(*TELLING, "service", "same")
async def said_otherwise(turn: Turn, form: TicketForm) -> bool:
    """A reader in a form: «no, mejor un monitor», «no es del SIGOB, es del correo»."""
    said = said_instead(turn.text) if form.text and not form.is_idle(turn.now) else None
    if said is None or _is_about_another(turn, said) or _comes_first(turn, form, said):
        return False
    put_right = _put_right(turn, form, said)
    if put_right is None:
        return False
    turn.say(words.put_right(put_right.text))
    await go_next(turn, put_right)
    return True


async def put_instead(turn: Turn, form: TicketForm) -> None:
    """A press: the words that waited are what it is about, whatever was told before."""
    said = said_instead(turn.text) or Instead(turn.text)
    new = _put_right(turn, form, said) or replace(form, text=said.what, before=form.text)
    turn.say(words.put_right(new.text))
    await go_next(turn, new)


def may_be_instead(turn: Turn, form: TicketForm) -> bool:
    """Whether words may be what it is instead, though nobody here knows such a thing, or no frame reads them."""
    told = turn.sure_service(turn.text)
    return said_instead(turn.text) is not None or told not in (None, form.service)


def _is_about_another(turn: Turn, said: Instead) -> bool:
    """Where they are or how to reach them, or a fault of it, which is more about what happens."""
    told = reaching.told_in(turn, turn.text)
    is_contact = told.contact or reaching.told_in(turn, said.what, Asked.REACH).contact
    return bool(is_contact or told.name or floor_said(turn.text) or tells_a_fault(said.what))


def _comes_first(turn: Turn, form: TicketForm, said: Instead) -> bool:
    """«Mejor necesito un tóner», where the mail was told: another wish, before which that one waits."""
    is_another = turn.sure_service(said.what) not in (None, form.service)
    return is_another and not said.old and put_first(turn.text) is not None


def _put_right(turn: Turn, form: TicketForm, said: Instead) -> TicketForm | None:
    """None where nothing that was told is corrected by it: «mejor el lunes» is no thing."""
    if not (said.old or _is_known(turn, said.what)):
        return None
    text, service = _text(turn, form, said), _service(turn, form, said.what)
    if text is None and service in (None, form.service):
        return None
    new = replace(form, text=text, before=form.text) if text else with_words(form, said.what)
    new = replace(new, ordinary=False, exception=None, same_as=None)
    if service is None and text:
        service = turn.sure_service(text)
    if service is None and not (offered := _offered(turn, text or said.what)):
        return new
    if service is None:
        return replace(new, service=None, is_sorted=False, offered=offered)
    return replace(new, service=service, is_sorted=True)


def _text(turn: Turn, form: TicketForm, said: Instead) -> str | None:
    if said.old:
        return with_instead(form.text, said)
    things = (at for thing, at in things_told(form.text) if _is_known(turn, thing))
    at = next(things, None)
    return None if at is None else in_place_of(form.text, at, said.what)


def _is_known(turn: Turn, thing: str) -> bool:
    return turn.interpret(thing).decision != "none"


def _service(turn: Turn, form: TicketForm, what: str) -> str | None:
    """One of those that were offered, or the one that is surely meant."""
    ids = dict.fromkeys([*form.offered, *turn.state.subject.candidates])
    offered = [one for one in map(turn.desk.service, ids) if one]
    chosen = told_apart(offered, what) if _names_one(turn, offered, what) else None
    return chosen.id if chosen else turn.sure_service(what)


def _names_one(turn: Turn, offered: Sequence[Service], what: str) -> bool:
    best = turn.interpret(what).candidates[:MAX_CANDIDATES]
    return any(one.service == service.id for one in best for service in offered)


def _offered(turn: Turn, text: str) -> tuple[str, ...]:
    read = turn.interpret(text)
    return tuple(one.service for one in read.candidates[:MAX_CANDIDATES]) if read.decision == "choose" else ()
