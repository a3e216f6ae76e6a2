"""What agents are asked and told while they work on a ticket."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.files import Attachment
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE, see_at_desk, told_of, yes_or_no
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.names import agent_name, doer_name, listed, name_of
from itgov_bot.wording.on_ticket import BY_THIS_CHAT
from itgov_bot.wording.text import bold, clip, esc, quoted

WAITS = {
    "requester": "respuesta de quien lo reportó",
    "parts": "un repuesto o una compra",
    "vendor": "respuesta de un proveedor",
    "visit": "la visita en sitio",
}


MAX_OWN = 9
"""Of one's own tickets, as buttons."""

NO_OUTAGE = Reply(
    "No hay ninguna caída abierta, así que no le dije nada a nadie. Para el de un caso, escriba su número: «al del 3 "
    "dígale que ya voy».",
    (SEE_QUEUE,),
)
NOT_YOUR_FORM = Reply("Esas opciones son de quien empezó. Use los botones de la tarjeta del caso.")


def waits_for_requester(ticket: Ticket) -> bool:
    """It stands still until its requester answers; what an agent wrote in other words may be that too."""
    others: set[str | None] = {words for key, words in WAITS.items() if key != "requester"}
    return ticket.state is State.WAITING and ticket.waiting_for not in others


# What happened while somebody was deciding


def overtaken(ticket: Ticket, who: Person | None, me: int) -> Reply:
    """Somebody else was faster, or the ticket stands where this cannot be done any more."""
    by = (
        ""
        if who is None
        else " (lo hizo usted)"
        if who.id == me
        else f" (lo hizo {bold(doer_name(who, ticket))})"
    )
    if ticket.state is State.NEW:
        return told_of(
            ticket,
            f"{bold(ticket.number)} sigue nuevo y no lo tiene nadie: tómelo primero con «Lo tomo», y ahí sí podrá hacerlo.",
        )
    return told_of(
        ticket, f"El caso {bold(ticket.number)} está {STATES[ticket.state]}{by}: eso ya no se puede hacer."
    )


OF_COLLEAGUE = {
    "take": ("¿Lo toma usted?", "Sí, lo tomo yo"),
    "wait": ("¿Lo pone usted en espera?", "Sí, ponerlo en espera"),
    "solve": ("¿Lo resuelve usted?", "Sí, lo resuelvo yo"),
    "assign": ("¿Se lo pasa usted a otra persona?", "Sí, asignarlo"),
    "escalate": ("¿Lo asigna usted?", "Sí, asignarlo"),
    "annul": ("¿Lo cancela usted?", "Sí, cancelarlo"),
    "merge": ("¿Lo junta usted con otro?", "Sí, juntarlo"),
}
"""What is asked before it is done to a ticket that a colleague has, and the yes."""


def colleague_has_it(
    ticket: Ticket, holder: Person | None, what: str, choice: MakeChoice | None = None, draft: str = ""
) -> Reply:
    """`choice`: what was ordered in words is kept until they answer, with the `draft` of what was told."""
    question, yes = OF_COLLEAGUE[what]
    told = f" {quoted(draft, 600)}" if draft else ""
    has_it = f"{bold(ticket.number)} lo tiene {bold(clip(agent_name(holder), 60))}."
    asked = f"{has_it} {question}{told} Le aviso si lo hace."
    if choice or holder is None:
        made = choice or Choice
        return Reply(asked, (made(yes, "yes", "yes"), made("No, dejarlo así", "no", "no")))
    data = (
        Action.TAKE.data(ticket.number, holder.id)
        if what == "take"
        else Action.AGENT.data(ticket.number, what, holder.id)
    )
    return Reply(asked, yes_or_no(yes, data, "No, dejarlo así"))


def reminder() -> str:
    """Of nothing in particular."""
    return "¿Cómo va este caso?"


def which_of_yours(had: Sequence[Ticket], what: str) -> Reply:
    return Reply(
        "¿Cuál de los suyos?",
        tuple(
            Choice(clip(f"{one.number[-6:]} {one.text}", MAX_LABEL), Action.AGENT.data(one.number, what))
            for one in had[:MAX_OWN]
        ),
    )


def unknown_ticket(asked: str) -> Reply:
    if not asked:
        return Reply(
            "¿Cuál caso? Escriba su número después de la orden, por ejemplo «/resolver 12».",
            (SEE_QUEUE,),
        )
    return Reply(
        f"No encuentro el caso {quoted(asked, 40)}.",
        (SEE_QUEUE,),
    )


def no_case_of(name: str) -> Reply:
    return Reply(
        f"No hay ningún caso abierto de {quoted(name, 60)}, así que no le dije nada. Si es de otra persona, escriba el "
        "número del caso, por ejemplo: «al del 3 dígale que ya voy».",
        (SEE_QUEUE,),
    )


def to_which(tickets: Sequence[Ticket], text: str, choice: MakeChoice) -> Reply:
    """Words for somebody who has several of them."""
    return Reply(
        f"¿Por cuál caso le digo {quoted(text, 300)}?",
        (
            *(choice(clip(f"{one.number[-6:]} {one.text}", MAX_LABEL), one.number) for one in tickets),
            choice("No", "no"),
        ),
    )


def not_done(ticket: Ticket | None, parts: Sequence[str]) -> Reply:
    """Of an order of several deeds, what was not understood or waits behind a question."""
    named = " · ".join(f"{quoted(one, 120)}" for one in parts)
    return Reply(
        f"No hice: {named}. Escríbalo aparte, o use los botones del caso.",
        (see_at_desk(ticket) if ticket else SEE_QUEUE,),
    )


def order_not_read(text: str) -> Reply:
    return Reply(
        f"No entendí qué hacer con {quoted(text, 80)}. Diga la orden y el número del caso, por ejemplo «resolver 3: se "
        "cambió el cable».",
        (SEE_QUEUE,),
    )


def own_problem(text: str) -> Reply:
    """Of words that nothing was understood of, and that name no problem."""
    mine = Choice("Sí, es un problema mío", Action.NEW_MATTER.data(), answers="yes")
    return replace(
        order_not_read(text),
        text=f"{order_not_read(text).text} ¿O es un problema suyo?",
        choices=(mine, SEE_QUEUE),
    )


# Questions


def with_readers(question: Reply, readers: Sequence[Person]) -> Reply:
    """Who reads what is answered: whoever writes it must know."""
    read = "Lo leerán" if len(readers) > 1 else "Lo leerá"
    return replace(question, text=f"{question.text}\n👁 {read} {bold(listed(readers))}.")


def ask_answer(ticket: Ticket, reader: Person | None) -> Reply:
    alone = " Solo lo lee esa persona; a todos los afectados les llega con «Avisar avance»."
    return Reply(
        f"¿Qué le digo a {bold(clip(name_of(reader), 60))}, de {bold(ticket.number)}? Puede mandar también un archivo."
        f"{alone if ticket.affected > 1 else ''}"
    )


def ask_note(ticket: Ticket) -> Reply:
    return Reply(f"Nota interna de {bold(ticket.number)}: solo la ve la mesa.")


def ask_wait(ticket: Ticket, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Qué espera {bold(ticket.number)}? Elija, o escríbalo.",
        tuple(choice(f"{words[0].upper()}{words[1:]}", value) for value, words in WAITS.items()),
        columns=2,
    )


def ask_outcome(ticket: Ticket) -> Reply:
    return Reply(f"{bold(ticket.number)}: ¿qué se hizo? Cuéntelo en una frase.")


def not_an_agent(asked: str) -> Reply:
    return Reply(f"{quoted(asked, 40)} no es agente de la mesa. Elija de la lista, o pida que le den el rol.")


def ask_reason(ticket: Ticket) -> Reply:
    return Reply(f"{bold(ticket.number)}: ¿cuál es el motivo para cancelarlo? Lo leerá quien lo abrió.")


def ask_why_reopened(ticket: Ticket, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Por qué reabre {bold(ticket.number)}? Escríbalo en una frase: queda en su historia, que ve quien lo abrió."
        f"",
        (choice("Reabrir sin decir por qué", "skip"),),
    )


def short(ticket: Ticket, length: int = 22) -> str:
    """A ticket as a button: the end of its number says enough."""
    return f"{ticket.number.rpartition('-')[2].lstrip('0')}: {clip(ticket.text, length)}"


def files(ticket: Ticket, found: Sequence[Attachment]) -> Reply:
    if not found:
        return Reply(f"{bold(ticket.number)} no tiene archivos.")
    return Reply(f"📎 Archivos de {bold(ticket.number)}: {len(found)}")


def not_delivered(ticket: Ticket, requester: Person, words: str) -> Reply:
    """What was meant for the requester did not arrive, and has to go another way. `words`: as they would have read them."""
    why = "el chat no lo recibió" if requester.reachable else "bloqueó el chat o lo dejó"
    contact = ticket.contact if requester.id == ticket.requester else requester.contact or ""
    has_other = contact not in ("", BY_THIS_CHAT)
    remedy = (
        f"Dígaselo usted por el contacto que dio: {esc(clip(contact, 120))}"
        if has_other
        else "No dejó otro contacto: búsquelo en su oficina."
    )
    return told_of(
        ticket,
        f"⚠️ A {bold(clip(name_of(requester), 60))} no le llegó lo último de {bold(ticket.number)}: {why}. {remedy}\n"
        f"{quoted(words, 300)}",
    )
