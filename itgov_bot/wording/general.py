"""Greetings, help, refusals and apologies."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.city import City
from itgov_bot.domain.people import (
    GRANTABLE,
    Gate,
    Role,
    may_administer,
    may_record_indicators,
    may_see_agenda,
    may_see_indicators,
    may_see_outages,
    may_see_plans,
    may_see_summaries,
    may_work_tickets,
)
from itgov_bot.domain.tickets.files import FileProblem
from itgov_bot.replies import MAX_DATA, Choice, Reply
from itgov_bot.understanding import Smalltalk
from itgov_bot.wording.choices import OPEN_TICKET, PERSON
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.labels import ROLES
from itgov_bot.wording.text import bold, clip, esc, join

START_CHOICES = (
    Choice("Ver el catálogo", Action.CATEGORY.data()),
    OPEN_TICKET,
    Choice("Horario", Action.HOURS.data()),
)


def greeting(now: datetime) -> str:
    return "Buenos días" if now.hour < 12 else "Buenas tardes" if now.hour < 18 else "Buenas noches"


def welcome(city: City, now: datetime) -> Reply:
    return Reply(
        f"{greeting(now)} 👋 Soy {esc(city.assistant)} de la {bold(city.desk)} de la {esc(city.entity)}.\n\n"
        "Cuénteme con sus palabras qué necesita o qué falla, por ejemplo: "
        "<i>no me abre el correo</i>. Le digo qué servicio es, cuándo atienden y le abro el caso.",
        START_CHOICES,
    )


def too_fast() -> Reply:
    return Reply(
        "🐢 Más despacio, por favor: me llegaron muchos mensajes seguidos. Respondo los primeros y <b>no leo los demás</b>. "
        "Cuando termine, escríbame lo que falte en un solo mensaje."
    )


def help_text(city: City, roles: frozenset[Role]) -> Reply:
    lines = [
        "Escríbame con sus palabras lo que pasa: <i>la impresora no imprime</i>. También puede usar:",
        "/servicios el catálogo · /servicio uno en particular",
        "/horario cuándo atendemos · /canales por dónde",
        "/caso abrir un caso · /casos los suyos · /estado 123 cómo va",
        f"/urgente servicio caído para muchos, o {mayors_event(city)}, fuera de horario",
        "/procesos quién responde por cada tema",
        "/misdatos ver o borrar sus datos · /cancelar dejar lo que está llenando",
    ]
    lines += [line.format(office=esc(city.mayors_office)) for gate, line in _HELP_BY_ROLE if gate(roles)]
    return Reply("\n".join(lines), START_CHOICES)


_HELP_BY_ROLE: tuple[tuple[Gate, str], ...] = (
    (may_see_indicators, "/kpi indicadores · <code>/kpi 8</code> uno con su gráfica"),
    (may_record_indicators, "/kpi sus indicadores · <code>/kpi registrar</code> registrar un avance"),
    (may_see_plans, "/plan mantenimientos, licencias e inventarios por hacer: se marcan con un toque"),
    (
        may_see_summaries,
        "/resumen cómo va la mesa, y cada caso · /exportar casos a un archivo · /urgentes los de la noche "
        "· /avisos lo que le aviso sin que lo pida",
    ),
    (
        may_work_tickets,
        "/mesa casos por atender · /guardia quién está de guardia · /mantenimiento lo programado\n"
        "/caso_para abrir un caso por otra persona · /respuestas las respuestas guardadas",
    ),
    (may_see_outages, "/caidas las de ahora y las últimas, con sus afectados"),
    (may_see_agenda, "/agenda los eventos del {office} que se acompañan"),
    (may_administer, "/rol roles · /invitar dar un rol · /aprender enseñarme · /salud estado del sistema"),
)


_SMALLTALK: dict[Smalltalk, str] = {
    Smalltalk.THANKS: "Con mucho gusto. Aquí estoy para lo que necesite.",
    Smalltalk.GOODBYE: "Que le vaya muy bien. Aquí me encuentra cuando me necesite.",
    Smalltalk.HOW_ARE_YOU: "Todo bien por aquí, gracias por preguntar. ¿En qué le ayudo?",
    Smalltalk.ABILITIES: (
        "Le digo qué servicio de informática necesita, cuándo atienden y por dónde, le abro el caso y le cuento cómo "
        "va. Solo escríbame lo que pasa."
    ),
    Smalltalk.YES: "Listo. ¿En qué más le ayudo?",
    Smalltalk.NO: "Está bien. Si necesita algo, escríbame.",
    Smalltalk.LAUGH: "😄 ¿En qué le ayudo?",
    Smalltalk.PRESENCE: "Aquí estoy. Cuénteme qué necesita o qué falla.",
    Smalltalk.OTHER: "Aquí estoy para lo de informática: cuénteme qué necesita o qué falla.",
}


def smalltalk(city: City, kind: Smalltalk | None, now: datetime) -> Reply:
    """A short human reply; never a card."""
    if kind is Smalltalk.GREETING:
        return Reply(f"{greeting(now)} 👋 Cuénteme qué necesita o qué falla, con sus palabras.")
    if kind is Smalltalk.WHO_ARE_YOU:
        return _who_am_i(city)
    return Reply(_SMALLTALK.get(kind or Smalltalk.OTHER, _SMALLTALK[Smalltalk.OTHER]))


def _who_am_i(city: City) -> Reply:
    return Reply(
        f"Soy {esc(city.assistant_in_full)} de la {esc(city.desk)}: un programa, no una persona. "
        "Si prefiere a alguien de carne y hueso, con gusto lo paso.",
        (PERSON,),
    )


def unknown_command(word: str, alike: str | None, rest: str) -> Reply:
    """`alike` is the command that it comes near to; its button carries what stood behind it, if it is short."""
    unknown = f"No conozco el comando /{esc(clip(word, 40))}."
    if alike is None:
        return Reply(
            f"{unknown} Escriba /ayuda para ver los que hay, o cuénteme con sus palabras lo que necesita."
        )
    data = Action.COMMAND.data(alike, rest)
    fits = len(data.encode()) <= MAX_DATA
    return Reply(
        f"{unknown} ¿Quiso decir /{alike}?",
        (Choice(f"Sí, /{alike}", data if fits else Action.COMMAND.data(alike), answers="yes"),),
    )


def not_for_your_role(gate: Gate) -> Reply:
    """Which roles open it, and who gives them; short enough to be the answer to a press."""
    open_to = join([ROLES[role] for role in GRANTABLE if gate(frozenset({role}))], "o")
    return Reply(
        f"Eso es solo para quienes tienen el rol {open_to}. Lo da un administrador de la mesa: pídaselo si lo necesita. "
        "Para lo demás: /ayuda"
    )


def in_private(word: str, bot_name: str) -> Reply:
    """Of a command that is not for groups."""
    bot = f", @{esc(bot_name)}" if bot_name else ""
    return Reply(f"/{esc(word.lower())} se escribe en privado, en el chat conmigo{bot}.")


def nothing_readable() -> Reply:
    return Reply(
        "No pude leer ese mensaje. Entiendo texto, fotos, documentos y notas de voz (las notas de voz se guardan en su "
        "caso, pero no las escucho). Cuénteme por escrito qué necesita."
    )


def our_fault() -> Reply:
    return Reply(
        "Algo falló de nuestro lado y no pude atender ese mensaje; quedó registrado para revisarlo. Lo que tenía a "
        "medio llenar sigue guardado. Intente de nuevo, o escriba /canales para llamarnos."
    )


_FILE_PROBLEMS: dict[FileProblem, str] = {  # nothing is said of what is `unsaid`
    "no_file": "no lo recibo, y no le llega a nadie. Cuéntelo por escrito, o mande una foto, un video o una nota de voz",
    "too_big": "pesa demasiado: recibo archivos de hasta {limit} MB. Puede mandarlo más liviano, comprimido o por partes",
    "not_taken": "es un programa, y por seguridad no recibo programas. Si es un error, mande una foto de la pantalla",
    "empty": "llegó vacío. Revíselo y mándelo de nuevo",
    "gone": "ya no se puede descargar. Mándelo de nuevo, por favor",
    "unnamed": "¿cuál es? Escriba su ruta completa: /adjuntar /ruta/del/archivo.pdf",
    "missing": "no está en esa ruta: revísela y escríbala completa, por ejemplo /adjuntar /home/ana/foto.png",
    "folder": "es una carpeta: escriba la ruta de un archivo que esté dentro, uno por mensaje",
    "no_room": "no cabe: por ahora no tengo espacio para guardar archivos. Su mensaje sí llega: cuénteme por escrito",
    "over_quota": "pasa de lo que recibo de una persona en un día. Su mensaje sí llega: cuénteme por escrito, y mañana me "
    "puede mandar más archivos",
    "unavailable": "no se pudo descargar por la red. Mándelo de nuevo en un momento, por favor",
}


_NO_FILES = {
    "poll": "encuesta",
    "dice": "dado",
    "game": "juego",
    "story": "historia",
    "checklist": "lista de tareas",
    "paid_media": "contenido de pago",
}
"""What is no file, by its name in Telegram; a sticker is one here too."""


def file_refused(name: str, problem: FileProblem, limit_mb: int) -> Reply:
    called = _NO_FILES.get(name, name) if problem == "no_file" else name
    return Reply(f"📎 «{esc(clip(called, 60))}» {_FILE_PROBLEMS[problem].format(limit=limit_mb)}.")
