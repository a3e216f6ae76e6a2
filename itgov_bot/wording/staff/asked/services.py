"""The catalogue in words: the card of a service, the choice between several, the lists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar, openness
from itgov_bot.domain.catalog import Catalog, Service
from itgov_bot.domain.city import City
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.asked_of_service import ServiceAsked
from itgov_bot.wording.choices import PERSON
from itgov_bot.wording.city import reached_by
from itgov_bot.wording.hours import attention, availability, now_open, why_not_sooner
from itgov_bot.wording.text import bold, capital, clock, esc, join, on_button, quoted, stop, when

SIGN = "🧩"
"""Of a service that has none of its own."""
NOT_THIS = Choice("No es esto", Action.NOT_THIS_SERVICE.data())
NONE_OF_THESE = Choice("Ninguna de estas", Action.NOT_THIS_SERVICE.data(), "no")
CATALOGUE = Choice("Ver el catálogo", Action.CATEGORY.data())


ANY_SERVICE_HINT = Reply(
    "Si no está entre los que le muestro, escriba el nombre o el número del servicio (los ve con /servicios)."
)


def card_lines(service: Service, calendar: WorkCalendar, now: datetime) -> str:
    """Which service it is, and whether people answer now. When the service itself runs is in its sheet alone: the two
    are easily taken for each other."""
    state = openness(calendar, now)
    if state.closes_at:
        people = f"🟢 Atienden hasta las {clock(state.closes_at)}"
    else:
        assert state.opens_at is not None
        opening = when(state.opens_at, calendar.local(now))
        people = f"🔴 Ahora no atienden; vuelven {opening}{why_not_sooner(calendar, now, state.opens_at)}"
    return f"{service.sign or SIGN} {bold(service.label)}\n{stop(people)}"


def report_card(
    service: Service, calendar: WorkCalendar, now: datetime, asked: ServiceAsked | None = None
) -> Reply:
    """What stands above the question with which the form of a report begins; `asked` how it is done, this is how."""
    lead = _THIS_IS_HOW if asked is ServiceAsked.HOW else ""
    return Reply(f"{lead}{card_lines(service, calendar, now)}", (_sheet(service), NOT_THIS))


_THIS_IS_HOW = "Se pide aquí mismo: conteste lo que sigue, lo revisa y lo envía, y la mesa le responde por este chat.\n\n"


_ASKED = {
    ServiceAsked.DOES: "Sí, eso se le pide a la mesa. ",
    ServiceAsked.HAS: "Eso se le pide a la mesa; si hay, se lo dice en el caso. ",
    ServiceAsked.HOW: "Eso lo ve la mesa con usted: abra un caso y le dice cómo. ",
}


def answer_card(
    service: Service, calendar: WorkCalendar, now: datetime, asked: ServiceAsked | None = None
) -> Reply:
    """To a question about a service: what was asked, and what it is, come first."""
    lead = _ASKED[asked] if asked else ""
    return Reply(
        f"{lead}{esc(what_it_is(service))}\n\n{card_lines(service, calendar, now)}",
        (_open(service), _sheet(service), NOT_THIS),
    )


def sheet(
    city: City, service: Service, calendar: WorkCalendar, now: datetime, *, in_form: bool = False
) -> Reply:
    """All that is known of a service, in our words and in those of the print. `in_form`: what is asked there goes on."""
    printed = f"\n<i>En el catálogo: {esc(stop(service.description))}</i>" if service.plain else ""
    return Reply(
        f"{service.sign or SIGN} {bold(service.name)} · {service.id}\n"
        f"{esc(what_it_is(service))}{printed}\n\n"
        f"👥 Quién lo puede pedir: {esc(stop(_lower_first(service.users)))}\n"
        f"🕘 Las personas atienden: {stop(attention(calendar))} Ahora: {stop(now_open(calendar, now))}\n"
        f"⚙️ El servicio funciona: {stop(availability(service.availability))}\n"
        f"📨 Por dónde se pide: aquí mismo, {stop(reached_by(city, service.channels))}",
        () if in_form else (_open(service), PERSON),
    )


def _open(service: Service) -> Choice:
    return Choice("Abrir un caso", Action.NEW_TICKET.data(service.id), answers="yes")


def _sheet(service: Service) -> Choice:
    return Choice("Ver ficha", Action.SHEET.data(service.id))


def what_it_is(service: Service) -> str:
    """In a sentence for anybody, or else as it is printed."""
    return service.plain or stop(service.description)


def _lower_first(text: str) -> str:
    """«SAUS, el programa …» begins with a name in capitals, which stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def noted(asked: Reply) -> Reply:
    """What was written to a choice is kept, and it is asked again."""
    return replace(asked, text=f"Lo anoté con lo que me contó. {asked.text}")


def explained(services: Sequence[Service]) -> Reply:
    """The same choice, with what each is."""
    told = (f"• {bold(one.label)}: {esc(_lower_first(what_it_is(one)))}" for one in services)
    lines = ["Le explico cuál es cada una:", *told, "Si no sabe cuál, no importa: dígame «no sé» y seguimos."]
    return replace(choose(services), text="\n".join(lines))


def choose(services: Sequence[Service], *, is_more: bool = False) -> Reply:
    """Which one it may be, as buttons."""
    asked = _choose(services)
    return noted(asked) if is_more else asked


def _choose(services: Sequence[Service]) -> Reply:
    if len(services) == 1:
        return Reply("¿Es esto?", (replace(pick(services[0]), answers="yes"), NONE_OF_THESE))
    unsure = Choice(
        "No sé cuál" if len(services) > 2 else "No sé, o las dos", Action.PICK_SERVICE.data(), "any"
    )
    return Reply(
        "\n".join(["¿Cuál de estos se parece más a lo suyo?", *apart(services)]),
        (*map(pick, services), unsure, NONE_OF_THESE),
    )


def several(services: Sequence[Service]) -> Reply:
    """More than one problem in a message: one after the other. Who says «las dos» begins with the first."""
    first, *others = map(pick, services)
    return Reply(
        "Veo más de una cosa en su mensaje. ¿Por cuál empezamos? Después seguimos con lo demás.",
        (replace(first, answers="any"), *others, NONE_OF_THESE),
    )


def pick(service: Service) -> Choice:
    return Choice(service.label, Action.PICK_SERVICE.data(service.id))


def apart(services: Sequence[Service]) -> list[str]:
    """A line for each of near-twins whose labels do not suffice; none where the buttons tell all."""
    told = [f"• {bold(one.label)}: {esc(_lower_first(one.difference))}" for one in services if one.difference]
    return told if len(told) > 1 else []


def brief(city: City, service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    """For a question asked in the middle of something else."""
    return Reply(f"{esc(what_it_is(service))}\n{card_lines(service, calendar, now)}")


def categories(catalog: Catalog) -> Reply:
    groups = catalog.by_category()
    return Reply(
        f"📚 {bold('Catálogo de servicios de TI')} ({len(catalog.services)} servicios)\n"
        "Elija una categoría, o escriba con sus palabras lo que necesita.",
        tuple(
            Choice(on_button(f"{_category(name)}: {len(services)}"), Action.CATEGORY.data(number))
            for number, (name, services) in enumerate(groups.items())
        )[:10],
    )


def category(name: str, services: Sequence[Service]) -> Reply:
    """The services of one category, each with what it is, and a button for each as far as they go."""
    lines = [f"• {s.id} {bold(s.label)}: {esc(_lower_first(what_it_is(s)))}" for s in services]
    choices = [Choice(s.label, Action.SERVICE.data(s.id)) for s in services[:9]]
    return Reply(
        f"{bold(_category(name))}\n" + "\n".join(lines),
        (*choices, Choice("Ver las categorías", Action.CATEGORY.data())),
    )


def _category(name: str) -> str:
    return capital(name.lower()).replace(" ti", " TI")


def found(services: Sequence[Service], asked: str) -> Reply:
    return Reply(
        f"Esto encontré para {quoted(asked, 60)}:",
        (*(Choice(s.label, Action.SERVICE.data(s.id)) for s in services[:8]), CATALOGUE),
    )


def no_such_service(catalog: Catalog, asked: str) -> Reply:
    return Reply(
        f"No hay un servicio {quoted(asked, 60)} en el catálogo. Los números van de {numbers(catalog)}. "
        f"También puede escribir su nombre: <code>/servicio {_example(catalog)}</code>.",
        (CATALOGUE,),
    )


def numbers(catalog: Catalog) -> str:
    """«SER-001 a SER-034 (SER-028 no existe)»."""
    missing = catalog.missing_ids
    gap = f" ({join(missing)} no existe{'n' if len(missing) > 1 else ''})" if missing else ""
    return f"{catalog.services[0].id} a {catalog.services[-1].id}{gap}"


def _example(catalog: Catalog) -> str:
    return esc(catalog.services[0].label.lower())


def which_service(catalog: Catalog) -> Reply:
    return Reply(
        f"¿Qué servicio quiere ver? Escriba su número o su nombre, por ejemplo "
        f"<code>/servicio {catalog.services[0].id}</code> o "
        f"<code>/servicio {_example(catalog)}</code>.",
        (CATALOGUE,),
    )
