"""What a desk still needs, step by step: what there is, what is missing, and what to do next about it."""

from collections.abc import Iterator
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.setup import Setup
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.names import identified
from itgov_bot.wording.text import bold, clock, esc, join, long_date, quoted

TEST_PAGE = Choice("Probar un aviso de guardia", Action.DUTY.data("test"))


@dataclass(frozen=True, slots=True)
class Step:
    """What there is (`missing` is "") or what to do about what is not there. `button` does it."""

    about: str
    missing: str = ""
    button: Choice | None = None

    def __str__(self) -> str:
        return f"⬜ {self.about}: {self.missing}" if self.missing else f"✅ {self.about}"


def steps(setup: Setup, calendar: WorkCalendar) -> list[Step]:
    """In the order in which they are done."""
    return [
        _reader(setup.reader),
        _second(setup),
        *_group(setup),
        _agents(setup),
        _coordinator(setup),
        *_guard(setup),
        _test_page(setup, calendar),
        *_names(setup),
    ]


def listed(found: list[Step]) -> list[str]:
    """As lines of a message, those that are missing with what to do."""
    missing = sum(bool(one.missing) for one in found)
    standing = f"faltan {missing}" if missing > 1 else "falta una cosa" if missing else "está completa"
    return [bold(f"Puesta en marcha: {standing}"), *(str(one) for one in found)]


def buttons(found: list[Step]) -> tuple[Choice, ...]:
    return tuple(one.button for one in found if one.missing and one.button)


def welcome_administrator(welcome: Reply, missing: int) -> Reply:
    """Who administers a desk that is not complete reads so where they begin."""
    what = "falta una cosa" if missing == 1 else f"faltan {missing} cosas"
    return replace(
        welcome,
        text=f"{welcome.text}\n\n🔧 Usted administra esta mesa y {what} para ponerla en marcha: /salud",
        choices=(Choice("Qué falta", Action.COMMAND.data("salud")), *welcome.choices),
    )


def nobody_administers(reply: Reply, user: str) -> Reply:
    """To whoever asks, while nobody does: one of them is who installs it."""
    return replace(
        reply,
        text=f"{reply.text}\n\n🔧 Esta mesa todavía no tiene administrador. Si usted la instala: su número de Telegram es "
        f"<code>{esc(user)}</code>; escríbalo en el archivo .env, así: <code>ITGOV_ADMINS={esc(user)}</code>, y reinicie el "
        "programa.",
    )


def no_administrator(bot_name: str) -> str:
    """At the start of the program, for who installs it."""
    return (
        "🔧 Esta mesa no tiene administrador: nadie puede dar roles ni ver /salud. Escríbale /start a "
        f"@{bot_name} desde su Telegram: le dice su número. Escriba en .env ITGOV_ADMINS=ese_número y reinicie; o use "
        f"`python -m itgov_bot invite administrador --bot {bot_name}` y abra el enlace."
    )


def _reader(person: Person) -> Step:
    number = f"; su número de Telegram es {bold(person.user)}" if person.channel == "telegram" else ""
    return Step(f"Usted administra la mesa{number}")


def _second(setup: Setup) -> Step:
    if setup.administrators > 1:
        return Step(f"Administradores: {setup.administrators}")
    return Step(
        "Otro administrador",
        "si usted falta, nadie da roles. Invítelo.",
        _invite(Role.ADMIN, "Invitar administrador"),
    )


def _group(setup: Setup) -> Iterator[Step]:
    if setup.group is None:
        yield Step("Grupo de la mesa", "agregue el bot al grupo de los agentes, escriba allí /mesa y acepte.")
        return
    yield Step(f"Grupo de la mesa: {quoted(setup.group, 60)}")
    if setup.rights is None:
        yield Step("Permisos del bot en el grupo", "todavía no los he mirado; vuelva a /salud en un minuto.")
        return
    wanted = {"fijar mensajes": setup.rights.pin, "eliminar mensajes": setup.rights.delete}
    if setup.has_topics:
        wanted = {"gestionar temas": setup.rights.topics, **wanted}
    lacking = [name for name, has in wanted.items() if not has]
    if not lacking:
        yield Step(f"Permisos del bot en el grupo: {join(list(wanted))}")
        return
    how = f"en el grupo, abra Administradores, agregue el bot y actívele {join(lacking)}."
    lost = " Sin gestionar temas, los casos no abren el suyo." if "gestionar temas" in lacking else ""
    yield Step("Permisos del bot en el grupo", how + lost)


def _agents(setup: Setup) -> Step:
    if setup.agents:
        return Step(f"Agentes: {setup.agents}")
    return Step("Agentes", "no hay. Invite a cada uno con su enlace.", _invite(Role.AGENT, "Invitar agente"))


def _coordinator(setup: Setup) -> Step:
    """Nobody must be one."""
    if setup.coordinators:
        return Step(f"Quien coordina: {setup.coordinators}")
    return Step(
        "Quien coordina: nadie en especial, lo suyo les llega a los administradores (/invitar coordinador)"
    )


def _guard(setup: Setup) -> Iterator[Step]:
    if not setup.guard:
        yield Step(
            "Guardia",
            "no hay nadie a quien llamar fuera de horario. Escriba <code>/guardia orden @ana @beto</code>.",
        )
        return
    yield Step("Guardia: hay a quien llamar fuera de horario (/guardia)")
    if setup.unreachable:
        who = join([identified(one) for one in setup.unreachable])
        yield Step("Guardia que no recibe", f"a {esc(who)} no le llega el bot: pídale que le escriba /start.")


def _test_page(setup: Setup, calendar: WorkCalendar) -> Step:
    if setup.page_heard is None:
        return Step("Aviso de prueba", "nadie ha probado cómo suena. Solo le llega a usted.", TEST_PAGE)
    at = calendar.local(setup.page_heard)
    return Step(f"Aviso de prueba: llegó el {long_date(at.date())}, {clock(at)}")


def _names(setup: Setup) -> Iterator[Step]:
    if not setup.nameless:
        return
    who = join([identified(one) for one in setup.nameless[:5]])
    more = f" y {len(setup.nameless) - 5} más" if len(setup.nameless) > 5 else ""
    yield Step(
        "Nombres de quienes atienden",
        f"falta el de {esc(who)}{more}: que lo digan con /misdatos, Corregir.",
        Choice("Decir mi nombre", Action.MY_DATA.data("fix", "name"))
        if setup.reader in setup.nameless
        else None,
    )


def _invite(role: Role, label: str) -> Choice:
    return Choice(label, Action.INVITATION.data("make", role))
