"""`/respuestas`: answers that the desk's people keep from the chat to use them again; listed, kept, reworded and dropped."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.ready import marks
from itgov_bot.conversation.flows.at_ticket import instead
from itgov_bot.conversation.form_types import CannedForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import canned as desk_canned
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.canned import MAX_TEXT, Canned, Use, emptied, unknown_marks
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import MAX_LABEL, Reply
from itgov_bot.understanding.language.cases.kept_words import text_to_keep
from itgov_bot.understanding.language.orders import Order, order_in
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import canned as words
from itgov_bot.wording.text import on_button

_OF_A_SENTENCE = frozenset("{,.\n")
"""No name of a button: «Hola, {nombre}: ya quedó»."""
_USES = {EventKind.ANSWERED: Use.ANSWER, EventKind.RESOLVED: Use.SOLVE}


async def show(turn: Turn, _rest: str) -> None:
    turn.say(await _listing(turn, 0))


async def press(turn: Turn, rest: str) -> None:
    """`canned:list:0`, `canned:see:7`, `canned:new` …"""
    what, _, which = rest.partition(":")
    if what == "list":
        await instead(turn, await _listing(turn, number_in(which) or 0))
    elif what == "new":
        await forms.start(turn, CannedForm(step="text", canned=None))
    elif (found := await desk_canned.find(turn.desk, which)) is None or not found.is_own:
        await instead(turn, words.GONE)
    else:
        await _press_one(turn, what, found)


async def _press_one(turn: Turn, what: str, found: Canned) -> None:
    if what == "edit":
        await forms.start(turn, CannedForm(step="text", canned=found.key))
    elif what == "drop":
        await instead(turn, words.ask_drop(found, await _keeper(turn, found)))
    elif what == "erase":
        await desk_canned.drop(turn.desk, found)
        await instead(turn, words.dropped(found))
    else:
        service = found.services[0] if found.services else None
        await instead(turn, words.one(found, turn.desk.service(service), await _keeper(turn, found)))


async def _keeper(turn: Turn, found: Canned) -> Person | None:
    """The colleague who kept it or reworded it last; None of one's own."""
    return await people.get(turn.desk, found.kept_by) if found.kept_by != turn.person.id else None


async def _listing(turn: Turn, page: int) -> Reply:
    return words.listing(await desk_canned.own(turn.desk), page, len(turn.desk.reference.canned))


async def keep_last(turn: Turn, ticket: Ticket) -> None:
    """What they wrote last to its requester is shown without the names, and kept for tickets of the same service."""
    events = reversed(await lookup.timeline(turn.desk, ticket))
    last = next((one for one in events if one.is_by(turn.person) and one.kind in _USES and one.words()), None)
    if last is None:
        turn.say(words.NOTHING_TO_KEEP, ticket=ticket.id)
        return
    draft = emptied(last.words(), await marks(turn, ticket))[:MAX_TEXT]
    use = next(use for kind, use in _USES.items() if kind is last.kind)
    form = CannedForm(step="text", canned=None, draft=draft, use=use, service=ticket.service)
    await forms.start(turn, form)


async def asked_to_keep(turn: Turn) -> bool:
    """A reader: «guardar respuesta: …», in an agent's own chat."""
    ordered = order_in(turn.text)
    if ordered is None or ordered.order is not Order.KEEP:
        return False
    await keep_ordered(turn, ordered.text, None)
    return True


async def keep_ordered(turn: Turn, text: str, service: str | None) -> None:
    """What stands apart in the order is kept to the letter, its greeting as well."""
    await keep_words(turn, text_to_keep(turn.text) or text, service)


async def keep_words(turn: Turn, text: str, service: str | None) -> None:
    """What was said is kept at once, unless something is wrong with it; without words they are asked for."""
    form = CannedForm(step="text", canned=None, service=service)
    if text:
        turn.state.start(form)
        await _take(turn, form, Answer(text=text))
    else:
        await forms.start(turn, form)


async def drop_named(turn: Turn) -> None:
    """«Borre la del tóner»: of those that are kept, the one that has most of these words; in doubt it is asked which."""
    own = await desk_canned.own(turn.desk)
    meant = desk_canned.likest(own, turn.text)
    if len(meant) == 1:
        turn.say(words.ask_drop(meant[0], await _keeper(turn, meant[0])))
    elif own:
        turn.say(words.which_to_drop(meant or own))
    else:
        await show(turn, "")


async def _take(turn: Turn, form: CannedForm, answer: Answer) -> None:
    """Other words than those that were shown are shown in their turn."""
    text = form.draft if answer.value == "yes" else answer.text
    if answer.value == "no":
        forms.finish(turn)
        turn.say(words.NOT_KEPT)
    elif not text:
        turn.say(form_words.needs_text())
    elif len(text) > MAX_TEXT:
        turn.say(words.TOO_LONG)
    elif unknown := unknown_marks(text):
        turn.say(words.unknown_mark(unknown[0]))
    else:
        forms.finish(turn)
        await _keep(turn, form, *_labelled(text, is_for_keeping=not answer.value))


async def _keep(turn: Turn, form: CannedForm, label: str, text: str) -> None:
    if form.canned is None:
        kept = await desk_canned.keep(turn.desk, label, text, form.use, form.service, turn.person)
        turn.say(words.kept(kept))
        return
    known = await desk_canned.find(turn.desk, form.canned)
    if known and await desk_canned.reword(turn.desk, known, turn.person, label, text):
        turn.say(words.kept(replace(known, label=label, text=text)))
    else:
        turn.say(words.GONE)


def _labelled(text: str, *, is_for_keeping: bool) -> tuple[str, str]:
    """A short first line above others names it, or what was written `is_for_keeping` before a colon; otherwise its first
    words do."""
    first, _, below = text.partition("\n")
    if below.strip() and len(first) <= MAX_LABEL:
        return first.strip(" :"), below.strip()
    title, _, behind = text.partition(":")
    is_title = is_for_keeping and len(title) <= MAX_LABEL and not set(title) & _OF_A_SENTENCE
    return (title.strip(), behind.strip()) if is_title and behind.strip() else (on_button(first), text)


CANNED = Flow(
    "canned",
    CannedForm,
    "la respuesta que guarda",
    {"text": Step(lambda _turn, form: words.ask_text(form.draft, form.choice), _take, verbatim=True)},
    gate=may_work_tickets,
)
