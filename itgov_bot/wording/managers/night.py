"""The urgent cases of a night, and of this moment, as managers and coordinators read them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import Span, WorkCalendar
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.night import Called, NightCase
from itgov_bot.domain.people import Person, UrgentNews
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.on_ticket import people_count
from itgov_bot.wording.periods import stretch
from itgov_bot.wording.text import bold, clip, duration, esc, full_day, join, number_of, stop, when

MAX_CASES = 8
MAX_CALLS = 4
MAX_WORDS = 120
"""Characters of what people wrote, so that one message holds all cases."""

SEE = Choice("Ver los de la noche", Action.NIGHT.data())
_NEWS: dict[UrgentNews, tuple[str, str]] = {
    UrgentNews.MORNING: (
        "Un resumen al abrir",
        "al abrir le mando un solo resumen de la noche, si hubo algo",
    ),
    UrgentNews.AT_ONCE: (
        "Avisarme en el momento",
        "le aviso en el momento cuando se llame a la guardia, cuando alguien lo tome y cuando quede resuelto",
    ),
    UrgentNews.OFF: ("No avisarme", "no le aviso; puede verlos cuando quiera con /urgentes"),
}


def morning(span: Span, cases: Sequence[NightCase], calendar: WorkCalendar, now: datetime) -> Reply:
    return Reply(_report(span, cases, calendar, now), _choices(UrgentNews.MORNING))


def listing(
    span: Span, cases: Sequence[NightCase], news: UrgentNews, calendar: WorkCalendar, now: datetime
) -> Reply:
    """`news`: how the reader hears of them now."""
    how = f"\n\n<i>Ahora {told_how(news)}.</i>"
    if cases:
        return Reply(f"{_report(span, cases, calendar, now)}{how}", _choices(news))
    since, until = (when(calendar.local(one), calendar.local(now)) for one in span)
    return Reply(
        f"🌙 Noche tranquila: desde {since} hasta {until} no se llamó a la guardia.{how}", _choices(news)
    )


def called(span: Span, cases: Sequence[NightCase], calendar: WorkCalendar, now: datetime) -> Reply:
    """For what it was called then."""
    return Reply(_report(span, cases, calendar, now), _opening(cases))


def calls_in(of: Stretch, cases: Sequence[NightCase], calendar: WorkCalendar, now: datetime) -> Reply:
    head = f"🌙 {bold(f'Llamadas a la guardia · {stretch(of)}')}"
    if not cases:
        return Reply(f"{head}: ninguna.")
    shown = cases[:MAX_CASES]
    more = [f"…y {len(cases) - MAX_CASES} más."] if len(cases) > MAX_CASES else []
    count = number_of(len(cases), "caso", "casos")
    return Reply(
        "\n\n".join([f"{head}: {count}", *_how_often(cases), *map(_case, shown), *more]), _opening(cases)
    )


def on_duty_most(of: Stretch, hours: Sequence[tuple[Person, int]], since: datetime | None) -> Reply:
    """By the hours of who is called first. `since`: before it, within the stretch, it is not known any more."""
    lines = [f"• {esc(name_of(person))}: {bold(f'{many} horas')}" for person, many in hours]
    head = f"🌙 {bold(f'Guardia, de primero · {stretch(of)}')}"
    lines = lines or ["No hubo nadie en la guardia."]
    if since:
        lines.append(
            f"Cuento desde el {full_day(since.date(), since.date())}, cuando se pusieron los turnos de ahora."
        )
    return Reply("\n".join([head, *lines]))


def _opening(cases: Sequence[NightCase]) -> tuple[Choice, ...]:
    numbers = [one.view.ticket.number for one in cases[:MAX_CASES]]
    return tuple(Choice(number, Action.LOOK.data(number)) for number in numbers)


def told_how(news: UrgentNews) -> str:
    """«no le aviso; …», «al abrir le mando …»."""
    return _NEWS[news][1]


def chosen(news: UrgentNews) -> Reply:
    return Reply(f"👍 Listo: de los casos urgentes {told_how(news)}.", (SEE,))


def _choices(news: UrgentNews) -> tuple[Choice, ...]:
    return tuple(
        Choice(label, Action.NIGHT.data(one)) for one, (label, _) in _NEWS.items() if one is not news
    )


def _report(span: Span, cases: Sequence[NightCase], calendar: WorkCalendar, now: datetime) -> str:
    since = when(calendar.local(span[0]), calendar.local(now))
    count = number_of(len(cases), "caso urgente", "casos urgentes")
    untaken = sum(case.is_untaken for case in cases)
    alarm = f" ⚠️ {bold(f'Nadie ha tomado {untaken}')}." if untaken else ""
    until = "" if span[1] >= now else f" hasta {when(calendar.local(span[1]), calendar.local(now))}"
    lines = [
        f"🌙 {bold(f'{count} fuera de horario')}, desde {stop(since + until)}{alarm}",
        *_how_often(cases),
    ]
    lines += [_case(case) for case in cases[:MAX_CASES]]
    if len(cases) > MAX_CASES:
        lines.append(f"…y {len(cases) - MAX_CASES} más.")
    return "\n\n".join(lines)


def _how_often(cases: Sequence[NightCase]) -> list[str]:
    """Each person as often as they were called."""
    called = Counter(
        clip(agent_name(one), 40) for case in cases for call in case.calls for one in call.people
    )
    many = number_of(sum(len(case.calls) for case in cases), "llamada", "llamadas")
    each = ", ".join(f"{esc(name)} {count}" for name, count in called.most_common())
    false = sum(case.was_none for case in cases)
    alarms = [f"✖️ {bold(number_of(false, 'falsa alarma', 'falsas alarmas'))}"] if false else []
    return ["\n".join([f"📞 {bold(many)}: {each}", *alarms])] if called else []


def own_calls(
    span: Span, cases: Sequence[NightCase], person: Person, calendar: WorkCalendar, now: datetime
) -> Reply:
    """For which `person`, who asks, was called, and when."""
    since, until = (when(calendar.local(one), calendar.local(now)) for one in span)
    at = [(case, one.at) for case in cases for one in case.calls if person in one.people]
    if not at:
        return Reply(f"🌙 Desde {since} hasta {until} no se le llamó.")
    lines = [
        f"• {when(calendar.local(one), calendar.local(now))}: {bold(case.view.ticket.number)}"
        for case, one in at
    ]
    head = f"🌙 Desde {since} se le llamó {bold(number_of(len(at), 'vez', 'veces'))}:"
    return Reply(
        "\n".join([head, *lines]), _opening([case for case in cases if any(case is one for one, _ in at)])
    )


def _case(case: NightCase) -> str:
    view = case.view
    ticket = view.ticket
    affected = f" · {people_count(ticket.affected)}" if ticket.is_outage else ""
    return (
        f"{'⚠️ ' if case.is_untaken else ''}{bold(ticket.number)}{affected}\n"
        f"📝 {esc(clip(view.public_text, MAX_WORDS))}\n"
        f"🙋 Lo contaron {when(view.local(ticket.opened_at), view.local_now)}\n"
        f"{called_for(case)}👤 {_taken(case)}\n{_ended(view)}"
    )


def called_for(case: NightCase) -> str:
    """Who was called and when; who said no is marked, and of many calls the first ones are told."""
    if not case.calls:
        return ""
    told = [_call(case, one) for one in case.calls[:MAX_CALLS]]
    more = f" y {len(case.calls) - MAX_CALLS} veces más" if len(case.calls) > MAX_CALLS else ""
    return f"📞 Se llamó a {'; a '.join(told)}{more}\n"


def _call(case: NightCase, one: Called) -> str:
    refused = {each.id for each in one.declined}
    named = [
        bold(clip(agent_name(each), 40)) + (" (no podía)" if each.id in refused else "")
        for each in one.people
    ]
    return f"{join(named)} {when(case.view.local(one.at), case.view.local_now)}"


def _taken(case: NightCase) -> str:
    if case.taken_by is None:
        return "Nadie lo tomó"
    after, holder = case.taken_after, case.view.holder
    how = f", {duration(after)} después de llamar a la guardia" if after is not None else ""
    is_others = case.view.ticket.is_live and (holder is None or holder.id != case.taken_by.id)
    has_it = (
        f"; ahora lo tiene {bold(clip(agent_name(holder), 60))}" if holder else "; ahora no lo tiene nadie"
    )
    return f"Lo tomó {bold(clip(agent_name(case.taken_by), 60))}{how}{has_it if is_others else ''}"


def _ended(view: TicketView) -> str:
    ticket = view.ticket
    if ticket.merged_into is not None:
        return "🔗 Se juntó con otro caso"
    if ticket.state in (State.RESOLVED, State.CLOSED):
        solved = when(view.local(ticket.solved_at), view.local_now)
        return f"✅ Resuelto {solved}: {esc(clip(ticket.outcome or 'sin detalle', MAX_WORDS))}"
    if ticket.state is State.CANCELLED:
        return f"✖️ Cancelado: {esc(clip(ticket.outcome or 'sin detalle', MAX_WORDS))}"
    return f"⏳ Sigue {STATES[ticket.state]}"


# At once


def paged(view: TicketView, _event: EventView) -> Reply:
    return _news(view, "🚨 Se llamó a la guardia por")


def taken(view: TicketView, event: EventView) -> Reply:
    after = duration(event.at - view.ticket.opened_at)
    return _news(view, f"🙌 {bold(clip(agent_name(event.by), 60))} tomó, {after} después de contarlo,")


def resolved(view: TicketView, event: EventView) -> Reply:
    return _news(view, "✅ Quedó resuelto", f"\n🔧 {esc(clip(event.words(), 400))}")


def _news(view: TicketView, what: str, more: str = "") -> Reply:
    ticket = view.ticket
    affected = f" ({people_count(ticket.affected)})" if ticket.is_outage else ""
    return Reply(
        f"{what} el caso urgente {bold(ticket.number)}{affected}: «{esc(clip(view.public_text, 300))}».{more}",
        (SEE,),
    )
