"""What is said when words go to a ticket that is going on: to whom they went, who comes, and what is asked first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_ticket, yes_or_no
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import MAX_ABOUT_CHARS
from itgov_bot.wording.staff.tickets.rating import QUESTION, STARS, question, reopening, scale
from itgov_bot.wording.text import bold, esc, on_button, quoted, stop, when

NEW = "No, es algo nuevo"
WORKS_AGAIN = "Ya funciona, según quien lo reportó."

LastWords = tuple[Person, str, datetime]
"""Who wrote last, what, and when."""


NOTHING_TO_TAKE_BACK = Reply(
    "Eso ya no lo puedo devolver. Cuénteme lo otro con sus palabras y lo vemos aparte."
)


def passed(ticket: Ticket, to: str | None, city: City, *, count: int = 0, to_resolve: bool = False) -> Reply:
    """`to`: who reads it, None while nobody does; `count`: of how many files, where there were no words; `to_resolve`:
    they may end it now."""
    what = "lo" if count < 2 else "los"
    told = f"Se {what} pasé a {bold(to)} ({ticket.number})." if to else _kept_unread(ticket, city)
    resolve = (Choice("Resolver", Action.AGENT.data(ticket.number, "solve")),) if to_resolve else ()
    return Reply(
        told,
        (*resolve, Choice("¿Era otra cosa?", Action.TAKE_BACK.data(ticket.number))),
        awaits_words=True,
    )


def asks_if_fails(passed: Reply, ticket: Ticket) -> Reply:
    """Of a ticket that is over: whoever works on nothing hears it, and it is opened again where that is wanted."""
    over = "cerrado" if ticket.state is State.CLOSED else "resuelto"
    text = f"{passed.text} El caso está {over}: si sigue fallando, reábralo."
    return replace(passed, text=text, choices=(*passed.choices, reopening(ticket)))


def asks_if_done(passed: Reply, ticket: Ticket) -> Reply:
    """Whoever tells an agent that it works may end it."""
    done = Choice("Sí, darlo por resuelto", Action.WORKS.data(ticket.number), answers="yes")
    return replace(
        passed,
        text=f"{passed.text} ¿Lo doy ya por resuelto?",
        choices=(done, *passed.choices),
        awaits_words=False,
    )


def _kept_unread(ticket: Ticket, city: City) -> str:
    return f"Quedó anotado en {bold(ticket.number)}, pero {_no_guard(city)}"


def _no_guard(city: City) -> str:
    """Nothing is promised; the telephone is what is left."""
    line = call_the_line(city)
    return "todavía no hay nadie de la guardia registrado en este chat" + (f": {line}." if line else ".")


def details_kept(
    ticket: Ticket, to: str | None, city: City, *, place: str | None, contact: str | None
) -> Reply:
    """What was read is shown, so that a mistake is seen."""
    lines = [f"📍 {esc(place)}"] if place else []
    lines += [f"☎️ {esc(contact)}"] if contact else []
    told = passed(ticket, to, city)
    return Reply("\n".join([told.text, *lines]), told.choices, awaits_words=True)


def reader_of(view: TicketView) -> str:
    """Who reads what its requester writes now."""
    if view.holder and view.holder.id != view.requester.id:
        return agent_name(view.holder)
    return "la guardia" if view.ticket.urgent and not view.calendar.is_open(view.now) else "la mesa"


def taken_back(ticket: Ticket) -> Reply:
    return Reply(f"Listo: dejé dicho en {bold(ticket.number)} que no era para ese caso.")


def still_untold(said: str) -> Reply:
    """Before what was told in the middle of a form is offered again."""
    return Reply(f"Quedaba lo otro que me contó: {_what(said)}.")


def which(tickets: Sequence[tuple[Ticket, str | None]], said: str) -> Reply:
    """Only the person knows; of a ticket of somebody else's, whose it is."""
    choices = _to_one_of(tickets)
    asked = "de su caso" if len(tickets) == 1 else "de alguno de estos casos"
    if len(tickets) == 1 and tickets[0][1]:
        asked = f"para {bold(tickets[0][1])}"
    return Reply(
        f"{_what(said)} ¿es {asked}, o es algo nuevo?" if said else f"📎 ¿Es {asked}, o es algo nuevo?",
        (*choices, Choice(NEW, Action.NEW_MATTER.data(), answers="no")),
    )


def which_in_form(tickets: Sequence[tuple[Ticket, str | None]], said: str, called: str) -> Reply:
    """In the middle of a form, words may be the answer to its question."""
    return Reply(
        f"{_what(said)} ¿es para {bold(tickets[0][0].number)}, que está en curso, o para {esc(called)}?",
        (
            *_to_one_of(tickets),
            Choice(on_button(f"Para {called}"), Action.FORM.data("take")),
        ),
    )


def which_first(choices: tuple[Choice, ...]) -> Reply:
    """To who answers «envíelo» or «sí»: the same buttons once more."""
    return Reply("Me falta saber para qué es. Elija:", choices)


def gone_already(choices: tuple[Choice, ...]) -> Reply:
    """To who writes «enviar» after their words went: they may still be taken back."""
    return Reply("Eso ya lo pasé: no falta enviar nada.", choices, awaits_words=True)


def _to_one_of(tickets: Sequence[tuple[Ticket, str | None]]) -> tuple[Choice, ...]:
    """A yes means the only one, and none of several."""
    made = tuple(_goes_to(ticket, whose) for ticket, whose in tickets)
    return tuple(replace(one, answers="yes") for one in made) if len(made) == 1 else made


def _goes_to(ticket: Ticket, whose: str | None) -> Choice:
    about = f"para {whose}" if whose else ticket.text
    return Choice(on_button(f"{ticket.number}: {about}"), Action.GOES_TO.data(ticket.number))


def _what(said: str) -> str:
    return f"{quoted(said, 80)}"


# Who comes


def who_comes(view: TicketView, taken_at: datetime | None, last_words: LastWords | None) -> Reply:
    """Somebody has it: since when, and what they wrote last."""
    ticket = view.ticket
    since = f" desde {when(view.local(taken_at), view.local_now)}" if taken_at else ""
    lines = [stop(f"🙋 {bold(ticket.number)} lo tiene {bold(agent_name(view.holder))}{since}")]
    if last_words:
        by, text, at = last_words
        told = when(view.local(at), view.local_now)
        lines.append(f"💬 {esc(agent_name(by))}, {told}: {quoted(text, 300)}")
    lines.append("Ya le pasé su pregunta.")
    return Reply("\n".join(lines), (see_ticket(ticket),), awaits_words=True)


def nobody_yet(view: TicketView, called_since: datetime | None, called_last: datetime | None) -> Reply:
    """The desk says what it does, and promises nothing."""
    ticket, now = view.ticket, view.local_now
    if called_since is None:
        told = f"Todavía nadie ha tomado {bold(ticket.number)}. Está de primero en la fila."
    else:
        again = ""
        if called_last and called_last != called_since:
            again = f" (la última llamada, {when(view.local(called_last), now)})"
        since = when(view.local(called_since), now)
        told = f"Todavía nadie ha tomado {bold(ticket.number)}. " + stop(
            f"Estoy llamando a la guardia desde {since}{again}"
        )
    return Reply(
        f"{told} Apenas alguien lo tome le escribo aquí quién es.", (see_ticket(ticket),), awaits_words=True
    )


STILL_NOBODY = "Todavía nadie lo ha tomado: sigo llamando."


def with_line(said: Reply, city: City) -> Reply:
    """The telephone, for who cannot wait."""
    line = call_the_line(city)
    return replace(said, text=f"{said.text} Si no puede esperar, {line}.") if line else said


def nobody_registered(view: TicketView) -> Reply:
    """Nobody is called, because nobody of the guard is known."""
    number = bold(view.ticket.number)
    return Reply(
        f"Nadie ha tomado {number}, y {_no_guard(view.city)} Quedó marcado como urgente.",
        (see_ticket(view.ticket),),
        awaits_words=True,
    )


# Solved, or not


def ask_close(view: TicketView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"¡Qué bueno! ¿Doy por resuelto {bold(ticket.number)} y se lo cuento a {bold(reader_of(view))}?",
        (
            Choice("Sí, ya quedó", Action.WORKS.data(ticket.number), answers="yes"),
            Choice("No, solo cuénteles", Action.GOES_TO.data(ticket.number, "pass"), answers="no"),
        ),
    )


def ask_withdraw(view: TicketView) -> Reply:
    number = view.ticket.number
    told = f"le aviso a {bold(agent_name(view.holder))}" if view.holder else "dejo de llamar a la guardia"
    return Reply(
        f"¿Ya no es urgente {bold(number)} ({quoted(view.ticket.text, 60)})? Si me dice que sí, {told}.",
        (
            Choice("Sí, no era nada: cancelarlo", Action.TICKET.data(number, "drop")),
            Choice("Sí, solo es lo mío", Action.TICKET.data(number, "calm"), answers="yes"),
            Choice("No, sigue urgente", Action.GOES_TO.data(number, "pass"), answers="no"),
        ),
    )


def works(view: TicketView, *, is_rated: bool = False) -> Reply:
    """It is solved because they said so; whoever worked on it may still be rated, unless they did it in the same breath."""
    ticket = view.ticket
    closing = stop(when(view.closes_at, view.local_now))
    if is_rated:
        return Reply(
            f"✅ {bold(ticket.number)} quedó resuelto, porque usted dice que ya funciona. Si vuelve a fallar, reábralo. "
            f"Se cierra solo {closing}"
        )
    return Reply(
        f"✅ {bold(ticket.number)} quedó resuelto, porque usted dice que ya funciona. Si vuelve a fallar, reábralo. "
        f"Se cierra solo {closing}\n\n{question(ticket)}".rstrip(),
        scale(ticket),
        columns=len(STARS),
    )


def ask_reopen(ticket: Ticket, said: str) -> Reply:
    return Reply(
        f"Lo reabro: ¿qué sigue fallando en {bold(ticket.number)} ({quoted(ticket.text, 60)})? Con un toque vuelve "
        f"a manos de la mesa, con lo que acaba de escribir: {_what(said)}.",
        yes_or_no("Sí, reabrirlo", Action.FAILS.data(ticket.number), NEW, Action.NEW_MATTER.data()),
    )


def welcome(ticket: Ticket) -> Reply:
    """Of what is not over yet."""
    return Reply(f"Con gusto. Sigo pendiente de {bold(ticket.number)}: apenas haya novedad le escribo aquí.")


def glad(ticket: Ticket) -> Reply:
    """Of an outage that is over."""
    return Reply(f"¡Qué bueno! {bold(ticket.number)} quedó resuelto. Si vuelve a fallarle, escríbame.")


def uncounted(ticket: Ticket) -> Reply:
    return Reply(
        f"¡Gracias! La calificación de {bold(ticket.number)} la pone quien lo abrió, así que la suya no se cuenta. Si le "
        "sigue fallando, escríbalo aquí."
    )


def ask_rating(ticket: Ticket, said: str = "") -> Reply:
    """`said`: what is kept as the comment beside the number."""
    heard = f"Gracias por decirlo: {_what(said)}." if said else "¡Con gusto!"
    return Reply(
        f"{heard} De {bold(ticket.number)} ({quoted(ticket.text, 60)}): {QUESTION}",
        scale(ticket),
        columns=len(STARS),
    )


def ask_still_fails(ticket: Ticket, public_text: str) -> Reply:
    others = " para los demás" if ticket.is_outage else ""
    return Reply(
        f"Lo de {quoted(public_text, MAX_ABOUT_CHARS)} ({bold(ticket.number)}) ya quedó{others}. ¿Le abro su "
        "propio caso, con lo que acaba de escribir?",
        yes_or_no("Sí, sigue fallando", Action.FAILS.data(ticket.number), NEW, Action.NEW_MATTER.data()),
    )
