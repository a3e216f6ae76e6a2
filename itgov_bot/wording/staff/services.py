"""The catalogue in words: the card of a service, the choice between several, the lists."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Catalog, Service
from itgov_bot.domain.city import City
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.choices import PERSON
from itgov_bot.wording.hours import attention, availability, now_open
from itgov_bot.wording.text import bold, capital, clip, esc, join, stop

NONE_OF_THESE = Choice("Ninguna de estas", Action.NOT_THIS_SERVICE.data())
CATALOGUE = Choice("Ver el catálogo", Action.CATEGORY.data())


def card(
    city: City, service: Service, calendar: WorkCalendar, now: datetime, *, report: bool = False
) -> Reply:
    """What it is, when it runs, when people answer and whether that is now, by which channels.

    `report` is a message that plainly reports a fault: the ticket comes first.
    """
    text = (
        f"{bold(service.name)} · {service.id}\n"
        f"{esc(service.description)}\n\n"
        f"⚙️ El servicio funciona: {availability(service.availability)}\n"
        f"👥 Para: {esc(_lower_first(service.users))}\n"
        f"🕘 Atendemos: {attention(calendar)}\n"
        f"{_light(calendar, now)} Ahora: {now_open(calendar, now)}\n"
        f"📨 Canales: {channels(city, service)}, o aquí mismo"
    )
    if report:
        text += "\n\n¿Abrimos el caso con lo que me contó? Se toma un minuto."
    return Reply(
        text,
        (
            Choice("Abrir un caso", Action.NEW_TICKET.data(service.id), answers="yes" if report else None),
            Choice("No es esto", Action.NOT_THIS_SERVICE.data()),
            PERSON,
        ),
    )


def report_card(city: City, service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    """Stub until the cards are merged."""
    return Reply(
        f"{bold(service.label)}.\n{_light(calendar, now)} {stop(now_open(calendar, now))}",
        (
            Choice("Ver ficha", Action.SERVICE.data(service.id)),
            Choice("No es esto", Action.NOT_THIS_SERVICE.data()),
        ),
    )


def channels(city: City, service: Service) -> str:
    return esc(join([city.channel_name(printed) for printed in service.channels], "o"))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _light(calendar: WorkCalendar, now: datetime) -> str:
    return "🟢" if calendar.is_open(now) else "🔴"


def choose(services: Sequence[Service]) -> Reply:
    """Two or three that it may be, each with what tells it apart."""
    return _numbered("¿Cuál de estos se parece más a lo suyo?", services)


def several(services: Sequence[Service]) -> Reply:
    """More than one problem in a message: one after the other."""
    return _numbered(
        "Veo más de una cosa en su mensaje. Empecemos por una; después seguimos con la otra:", services
    )


def _numbered(asked: str, services: Sequence[Service]) -> Reply:
    lines = [f"{number}. {bold(one.name)}: {esc(difference(one))}" for number, one in enumerate(services, 1)]
    picks = [Choice(short_label(one), Action.PICK_SERVICE.data(one.id)) for one in services]
    return Reply("\n".join([asked, *lines]), (*picks, NONE_OF_THESE))


def short_label(service: Service) -> str:
    return clip(service.difference or service.label, 60)


def difference(service: Service) -> str:
    """What tells it apart from its twins; of one that has none, what it is."""
    return service.difference or clip(service.description, 90)


def brief(city: City, service: Service, calendar: WorkCalendar, now: datetime) -> Reply:
    """The service in three lines, for a question asked in the middle of something else."""
    return Reply(
        f"{bold(service.name)} · {service.id}\n{esc(service.description)}\n"
        f"🕘 Atendemos: {stop(attention(calendar))} Ahora: {stop(now_open(calendar, now))}\n"
        f"📨 Canales: {channels(city, service)}"
    )


def not_understood(*, tried: bool = False) -> Reply:
    """An honest no, with the three ways on."""
    opening = (
        "Entonces no es ninguno de esos" if tried else "No estoy seguro de qué servicio de informática es ese"
    )
    return Reply(
        f"{opening}, y prefiero no adivinar. Puede contármelo con otras palabras (qué aparato o programa, y qué pasa), "
        "mirar el catálogo, o abrir un caso y una persona lo clasifica.",
        (Choice("Abrir un caso sin servicio", Action.NEW_TICKET.data()), CATALOGUE, PERSON),
    )


def out_of_scope(city: City) -> Reply:
    return Reply(
        "Eso no lo maneja la mesa de servicios de informática, así que no quiero darle una respuesta equivocada. "
        f"Con /procesos puede buscar quién responde por cada tema en la {esc(city.short_entity)}. "
        "Si sí es un asunto de computadores, red, correo o sistemas, cuéntemelo con otras palabras.",
        (
            Choice("¿Quién responde por eso?", Action.PROCESSES.data()),
            Choice("Sí es de informática: abrir caso", Action.IS_OURS.data(), answers="yes"),
            CATALOGUE,
        ),
    )


def categories(catalog: Catalog) -> Reply:
    groups = catalog.by_category()
    lines = [f"• {bold(_category(name))}: {len(services)}" for name, services in groups.items()]
    return Reply(
        f"📚 {bold('Catálogo de servicios de TI')} ({len(catalog.services)} servicios)\n"
        + "\n".join(lines)
        + "\n\nElija una categoría, o escriba con sus palabras lo que necesita.",
        tuple(Choice(_category(name), Action.CATEGORY.data(number)) for number, name in enumerate(groups))[
            :10
        ],
    )


def category(name: str, services: Sequence[Service]) -> Reply:
    """The services of one category, with a button for each as far as they go."""
    lines = [
        f"• {s.id} {bold(s.name)}" + (f": {esc(s.difference)}" if s.difference else "") for s in services
    ]
    choices = [Choice(f"{s.label} ({s.id})", Action.SERVICE.data(s.id)) for s in services[:9]]
    return Reply(
        f"{bold(_category(name))}\n" + "\n".join(lines),
        (*choices, Choice("Ver las categorías", Action.CATEGORY.data())),
    )


def _category(name: str) -> str:
    return capital(name.lower()).replace(" ti", " TI")


def found(services: Sequence[Service], asked: str) -> Reply:
    lines = [f"• {s.id} {bold(s.name)}" for s in services]
    return Reply(
        f"Esto encontré para «{esc(clip(asked, 60))}»:\n" + "\n".join(lines),
        (*(Choice(short_label(s), Action.SERVICE.data(s.id)) for s in services[:8]), CATALOGUE),
    )


def no_such_service(catalog: Catalog, asked: str) -> Reply:
    return Reply(
        f"No hay un servicio «{esc(clip(asked, 60))}» en el catálogo. Los números van de {numbers(catalog)}. "
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


def any_service_hint() -> Reply:
    return Reply(
        "Si no está entre los que le muestro, escriba el nombre o el número del servicio (los ve con /servicios)."
    )
