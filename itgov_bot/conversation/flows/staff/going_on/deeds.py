"""What is done with words at the ticket where they belong: a table of deeds."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.agents.card import assigning, holding
from itgov_bot.conversation.flows.agents.card import buttons as ticket_buttons
from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.steps import is_shown_first
from itgov_bot.conversation.flows.agents.card.tickets import keep_note
from itgov_bot.conversation.flows.agents.orders import table as orders
from itgov_bot.conversation.flows.agents.orders import under_card as said
from itgov_bot.conversation.flows.staff import outages, rating
from itgov_bot.conversation.flows.staff.going_on.heard import Heard, Message
from itgov_bot.conversation.flows.staff.going_on.table import Deed
from itgov_bot.conversation.flows.staff.wishes import of_tickets, waiting
from itgov_bot.conversation.form_types import new_token
from itgov_bot.conversation.state import PassedOn
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.paging import reach_of
from itgov_bot.desk.tickets.requesting import (
    add_files,
    add_message,
    add_of_affected,
    others_count_on,
    tell_details,
)
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import answer_requester
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import EventView, held_since
from itgov_bot.understanding.language.cases.notes import is_remark, noted
from itgov_bot.understanding.language.duty.asked_of_case import asked_at_duty
from itgov_bot.understanding.language.duty.call_answered import gives_up
from itgov_bot.understanding.language.orders import Order
from itgov_bot.wording.agents.duty import told as duty_words
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import going_on as words


@dataclass(frozen=True, slots=True)
class Told:
    """A message and its files, at one of the matters."""

    matter: Matter
    message: Message
    files: tuple[StoredFile, ...] = ()

    @property
    def ticket(self) -> Ticket:
        return self.matter.ticket

    @property
    def text(self) -> str:
        return self.message.text


async def do(turn: Turn, deed: Deed, told: Told) -> None:
    await DEEDS[deed](turn, told)


async def _pass_on(turn: Turn, told: Told) -> None:
    """To whoever is at the other end, with the way out."""
    ticket, to = told.ticket, await _reader(turn, told.matter)
    if told.matter.is_of_desk and (inside := noted(told.text)) is not None:
        await keep_note(turn, ticket, inside, told.files)
        return
    is_chosen = turn.pressed is not None  # «Preguntárselo a Ana»
    if told.matter.is_of_desk and not (is_chosen or told.files) and await obeyed(turn, told):
        return
    if (
        told.matter.is_of_desk
        and not is_chosen
        and await is_shown_first(turn, told.text, ticket.requester, with_files=bool(told.files))
    ):
        await begin_answer(turn, ticket, told.text, told.files)
        return
    if told.matter.is_of_desk:
        await answer_requester(turn.desk, ticket, turn.person, told.text, told.files, private=True)
    elif _is_of_another(turn, told.matter):
        await add_of_affected(turn.desk, ticket, turn.person, told.text, told.files)
    else:
        await _add(turn, told)
    token = await _remember(turn, told)
    count, is_over = 0 if told.text else len(told.files), Heard.FIXED in told.message.says
    to_resolve = told.matter.is_of_desk and is_over
    said = words.passed(ticket, to, turn.city, count=count, to_resolve=to_resolve).carrying(token)
    if ticket.may_reopen and not is_over and not _is_of_another(turn, told.matter):
        said = words.asks_if_fails(said, ticket)
    if ticket.is_outage and _is_of_another(
        turn, told.matter
    ):  # what answers it is for the desk, also of who belongs to it
        said = replace(said, addressee=str(Addressee(Whom.AFFECTED)))
    turn.say(said, ticket=ticket.id)


async def obeyed(turn: Turn, told: Told) -> bool:
    """«Darío lo sigue», «déjelo en espera de Claro»: an order of the ticket is for nobody outside."""
    if await said.obeyed_in_parts(turn, told.ticket, told.text):
        return True
    ordered = await orders.ordered_of(turn, told.ticket, told.text)
    if ordered is None or not ordered.is_sure:
        return False
    if ordered.order is Order.ASSIGN:
        await _hand_to(turn, told, ordered.named)
        return True
    return await said.obeyed(turn, told.ticket, told.text)


async def _add(turn: Turn, told: Told) -> None:
    if told.text:
        await add_message(turn.desk, told.ticket, turn.person, told.text)
    await add_files(turn.desk, await lookup.get(turn.desk, told.ticket.id), turn.person, told.files)


async def _keep_details(turn: Turn, told: Told) -> None:
    ticket, found, to = told.ticket, told.message.details, await _reader(turn, told.matter)
    await tell_details(turn.desk, ticket, turn.person, told.text, place=found.place, contact=found.contact)
    await add_files(turn.desk, await lookup.get(turn.desk, ticket.id), turn.person, told.files)
    token = await _remember(turn, told)
    said = words.details_kept(ticket, to, turn.city, place=found.place, contact=found.contact)
    turn.say(said.carrying(token), ticket=ticket.id)


async def _remember(turn: Turn, told: Told) -> str:
    """So that the words can be taken back, by a button with this token, and that a later edit of the message is known to
    belong to the ticket."""
    ticket, found = told.ticket, told.message.details
    passed = PassedOn(
        ticket.number,
        told.text,
        told.files,
        token=new_token(),
        waiting_for=ticket.waiting_for if ticket.state is State.WAITING else None,
        place=ticket.place if found.place else None,
        contact=ticket.contact if found.contact else None,
    )
    turn.state.passes_on(passed)
    await lookup.remember(
        turn.desk, turn.incoming.address, turn.incoming.message_ref, ticket, _to(turn, told.matter)
    )
    return passed.token


def _is_of_another(turn: Turn, matter: Matter) -> bool:
    """Somebody else's ticket, to which they are no agent: what they say is for the desk, and no part of what its requester
    reads."""
    return not matter.is_of_desk and matter.ticket.requester != turn.person.id


def _to(turn: Turn, matter: Matter) -> Addressee | None:
    """Where another shape of the message goes; None for its requester's own words."""
    if _is_of_another(turn, matter):
        return Addressee(Whom.AFFECTED)
    return Addressee(Whom.TOLD, matter.ticket.requester) if matter.is_of_desk else None


async def _reader(turn: Turn, matter: Matter) -> str | None:
    """Who reads the words; None when nobody of the guard is known who could."""
    if matter.kind is MatterKind.URGENT and await _nobody_is_called(turn, matter.ticket):
        return None
    whole = await view(turn.desk, matter.ticket)
    if matter.is_of_desk:
        return name_of(whole.requester)
    return words.reader_of(whole)


async def _nobody_is_called(turn: Turn, ticket: Ticket) -> bool:
    return ticket.assignee is None and await reach_of(turn.desk, ticket) is Reach.NOBODY


async def _say_who_comes(turn: Turn, told: Told) -> None:
    """Answered from the ticket; whoever has it hears the question too."""
    whole = await view(turn.desk, told.ticket)
    events = await lookup.timeline(turn.desk, told.ticket)
    if await _nobody_is_called(turn, told.ticket):
        turn.say(words.nobody_registered(whole), ticket=told.ticket.id)
        return
    if whole.holder is None:
        called = [event.at for event in events if event.kind is EventKind.PAGED]
        since, last = (called[0], called[-1]) if called else (None, None)
        turn.say(words.nobody_yet(whole, since, last), ticket=told.ticket.id)
        return
    said = [event for event in events if event.kind is EventKind.ANSWERED]
    await _add(turn, told)
    await _remember(turn, told)
    turn.say(words.who_comes(whole, held_since(events), _last_words(said)), ticket=told.ticket.id)


def _last_words(said: list[EventView]) -> words.LastWords | None:
    return (said[-1].by, said[-1].words(), said[-1].at) if said and said[-1].by else None


async def _show_state(turn: Turn, told: Told) -> None:
    """Of one that is asked after by its number alone; whoever has several of their own sees them all."""
    if _is_of_another(turn, told.matter):
        await outages.show_if_affected(turn, told.ticket.number)
    else:
        await of_tickets.show_mine(turn)


async def _remind(turn: Turn, told: Told) -> None:
    await waiting.press_remind(turn, told.ticket.number)


async def _say_when(turn: Turn, _told: Told) -> None:
    await waiting.say_when(turn)


async def _ask_close(turn: Turn, told: Told) -> None:
    """One person alone does not end an outage that others count on: the desk hears of it and sees."""
    ticket = await lookup.get(turn.desk, told.ticket.id)
    if others_count_on(ticket):
        await _pass_on(turn, told)
    else:
        turn.ask_about(words.ask_close(await view(turn.desk, ticket)), told.text, told.files)


async def _ask_reopen(turn: Turn, told: Told) -> None:
    turn.ask_about(words.ask_reopen(told.ticket, told.text), told.text, told.files)


async def _thank(turn: Turn, told: Told) -> None:
    said = words.welcome if told.ticket.is_live else words.glad
    turn.say(said(told.ticket), ticket=told.ticket.id)


async def _ask_rating(turn: Turn, told: Told) -> None:
    if Heard.OPINION in told.message.says:  # what they wrote is the comment beside the number
        turn.ask_about(words.ask_rating(told.ticket, told.text), told.text, ticket=told.ticket.id)
    else:
        turn.say(words.ask_rating(told.ticket), ticket=told.ticket.id)


async def _rate(turn: Turn, told: Told) -> None:
    stars, said = told.message.stars or (0, "")
    await rating.rate_in_words(turn, told.ticket, stars, said)


async def _say_uncounted(turn: Turn, told: Told) -> None:
    turn.say(words.uncounted(told.ticket), ticket=told.ticket.id)


async def _ask_if_still_fails(turn: Turn, told: Told) -> None:
    own = None if told.ticket.is_outage else await lookup.own_in(turn.desk, turn.person, told.ticket)
    text = own.text if own else turn.desk.public_text(told.ticket)  # nobody reads another's words
    turn.ask_about(words.ask_still_fails(told.ticket, text), told.text, told.files)


# Who sees to it: each is the button of that name, which asks for the role


async def _take(turn: Turn, told: Told) -> None:
    """«Llego en 10 minutos» takes it, and whoever waits reads when; what may be no words for them is shown first."""
    await ticket_buttons.press_take(turn, told.ticket.number)
    taken, says = await lookup.get(turn.desk, told.ticket.id), told.message.says
    is_news = Heard.COMES in says and Heard.TAKES not in says and not is_remark(told.text)
    if not is_news or taken.event_at or taken.assignee != turn.person.id:
        return
    if await is_shown_first(turn, told.text, taken.requester):
        await begin_answer(turn, taken, told.text)
    else:
        await answer_requester(turn.desk, taken, turn.person, told.text, (), private=True)


async def _decline(turn: Turn, told: Told) -> None:
    await ticket_buttons.press_act(
        turn, f"{told.ticket.number}:{'not_going' if told.ticket.event_at else 'decline'}"
    )


async def _hand_over(turn: Turn, told: Told) -> None:
    """To whoever is next, or is named; in hours back to the queue. Of an event, they do not go."""
    given = gives_up(told.text)
    if told.ticket.event_at:
        await _decline(turn, told)
    elif given:
        await _hand_to(turn, told, given.to)
    else:
        await holding.hand_to(turn, told.ticket, None)


async def _hand_to(turn: Turn, told: Told, to: str) -> None:
    wanted = await duty.colleague_named(turn, to) if to else None
    if to and wanted is None:
        await _ask_hand_over(turn, told)
    elif turn.desk.calendar(told.ticket.service).is_open(turn.now):
        await _give_up_in_hours(turn, told, to)
    else:
        await holding.hand_to(turn, told.ticket, wanted)


async def _give_up_in_hours(turn: Turn, told: Told, to: str) -> None:
    assign = await assigning.handing(turn, told.ticket, to) if to else None
    if assign:
        await assign()
    else:
        await ticket_buttons.press_act(turn, f"{told.ticket.number}:release")


async def _ask_hand_over(turn: Turn, told: Told) -> None:
    asked = duty_words.ask_hand_over(await view(turn.desk, told.ticket))
    turn.ask_about(asked, told.text, told.files, ticket=told.ticket.id)


async def _tell(turn: Turn, told: Told) -> None:
    """Whoever has it may ask it of its requester all the same."""
    asked = asked_at_duty(told.text)
    if asked is None:
        return
    said = await duty.answer(turn, told.ticket, asked.about)
    if told.matter.kind in (MatterKind.GUARD, MatterKind.HELD):
        said = duty_words.may_be_asked(said, await view(turn.desk, told.ticket))
        turn.ask_about(said, told.text, told.files, ticket=told.ticket.id)
    else:
        turn.say(said, ticket=told.ticket.id)


async def _go_on(turn: Turn, told: Told) -> None:
    await ticket_buttons.press_act(turn, f"{told.ticket.number}:mine")


DEEDS: Mapping[Deed, Callable[[Turn, Told], Awaitable[None]]] = {
    Deed.PASS: _pass_on,
    Deed.DETAILS: _keep_details,
    Deed.WHO: _say_who_comes,
    Deed.STATE: _show_state,
    Deed.WHEN: _say_when,
    Deed.REMIND: _remind,
    Deed.CLOSE: _ask_close,
    Deed.REOPEN: _ask_reopen,
    Deed.THANK: _thank,
    Deed.RATE: _ask_rating,
    Deed.STARS: _rate,
    Deed.UNCOUNTED: _say_uncounted,
    Deed.STILL_FAILS: _ask_if_still_fails,
    Deed.TAKE: _take,
    Deed.DECLINE: _decline,
    Deed.HAND_OVER: _hand_over,
    Deed.KEEP: _go_on,
    Deed.ASK_HAND_OVER: _ask_hand_over,
    Deed.TELL: _tell,
}
