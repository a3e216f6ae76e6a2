"""`/misdatos` in words: what is kept, what forgetting takes and what it leaves."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.city import City
from itgov_bot.domain.people import ConsentEvent, Person, Role
from itgov_bot.replies import Choice, Outgoing, Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.city import notice
from itgov_bot.wording.labels import role_names
from itgov_bot.wording.staff.oneself.registration import REGISTER, facts
from itgov_bot.wording.text import bold, esc, long_date

_EXPORT = Choice("Descargar todo", Action.MY_DATA.data("export"))
_FORGET = Choice("Borrar mis datos", Action.MY_DATA.data("forget"))

FORGET_ROLES = "Borrar y dejar mis roles"
"""What somebody with a role presses, or writes in so many words."""
_HOW_SURE = f"toque o escriba «{FORGET_ROLES}»; un «sí» no basta."


KEPT = Reply("Está bien, no borré nada.")
LAST_ADMIN = Reply(
    "No puedo borrarlo: usted es el único administrador y la mesa quedaría sin quien dé los roles. Nombre primero a "
    "otro con /invitar."
)


def my_data(
    city: City,
    person: Person,
    roles: frozenset[Role],
    count: int,
    consents: Sequence[ConsentEvent],
    calendar: WorkCalendar,
) -> Reply:
    if not city.notice.is_accepted_by(person):
        return _without_consent(city, person, roles, count)
    since = f" desde el {long_date(calendar.local(person.consent_at).date())}" if person.consent_at else ""
    earlier = f"\n• Autorizaciones anotadas: {len(consents)}" if len(consents) > 1 else ""
    register = () if person.registered_at else (REGISTER,)
    return Reply(
        f"{bold('Sus datos')} (autorizados{since}, aviso {esc(person.consent_version or '')})\n"
        f"{facts(person)}\n• Casos: {count}{_roles(roles)}{earlier}\n\n{notice(city)}",
        (*register, Choice("Corregir", Action.MY_DATA.data("fix")), _EXPORT, _FORGET),
    )


def _without_consent(city: City, person: Person, roles: frozenset[Role], count: int) -> Reply:
    handle = " y su usuario" if person.username else ""
    forget = (_FORGET,) if person.username or roles != {Role.STAFF} else ()
    return Reply(
        "No tengo guardados su nombre ni su contacto: no los ha autorizado. Solo guardo el número de este chat"
        f"{handle}, para poder responderle{f', y {_cases(count)}' if count else ''}.{_roles(roles)}\n\n{notice(city)}",
        (REGISTER, _EXPORT, *forget),
    )


def _roles(roles: frozenset[Role]) -> str:
    return f"\n• Roles: {role_names(roles)}" if roles != {Role.STAFF} else ""


def _cases(count: int) -> str:
    return "un caso" if count == 1 else f"{count} casos"


def exported(file: Outgoing) -> Reply:
    return Reply("Aquí está todo lo que guardo de usted, en un archivo de texto.", attachment=file)


def ask_forget(
    live: int, roles: frozenset[Role], in_hand: int, *, of_installation: bool = False, on_call: bool = False
) -> Reply:
    """Says honestly what goes, what stays, and what it costs. `of_installation`: ITGOV_ADMINS makes them an
    administrator. `on_call`: they have turns of the guard."""
    lines = [
        "¿Borro su nombre, dependencia, contacto, correo y usuario, lo que tenga a medio llenar y los mensajes por "
        "enviarle? No se puede deshacer.",
        "Sus casos quedan para la estadística sin sus datos. Lo que usted escribió o adjuntó en ellos no se borra: si ahí "
        "puso su nombre, ahí sigue. También queda el número de este chat, porque los casos cuelgan de él.",
    ]
    if live:
        lines.append(
            f"⚠️ Tiene {_cases(live)} por atender: al borrar su contacto, solo se le podrá responder por este chat."
        )
    if roles != {Role.STAFF}:
        lines.append(
            f"⚠️ Pierde sus roles en la mesa ({role_names(roles)}); otro administrador tendría que dárselos."
        )
    if of_installation:
        lines.append(
            "⚠️ Sigue siendo administrador mientras su número esté en ITGOV_ADMINS, la configuración del programa."
        )
    if on_call:
        lines.append(
            "⚠️ Está en los turnos de la guardia: sale de ellos, sigue quien esté detrás, y se lo cuento a la mesa."
        )
    if in_hand:
        back = "vuelve" if in_hand == 1 else "vuelven"
        lines.append(f"⚠️ Tiene {_cases(in_hand)} a su cargo: {back} a la fila, y se lo cuento a la mesa.")
    sure = f"Si es lo que quiere, {_HOW_SURE}" if roles != {Role.STAFF} else ""
    return Reply(
        "\n\n".join([*lines, *([sure] if sure else [])]), _sure(FORGET_ROLES if sure else "Sí, borrarlos")
    )


def ask_word() -> Reply:
    """A «sí» is too little to leave the desk by: it may have been meant for something else."""
    return Reply(
        f"Aún no borré nada: con eso perdería sus roles. Si es lo que quiere, {_HOW_SURE}",
        _sure(FORGET_ROLES),
    )


def _sure(label: str) -> tuple[Choice, ...]:
    return yes_or_no(label, Action.MY_DATA.data("forget-yes"), "No", Action.MY_DATA.data("keep"))


def forgotten(*, worked: bool) -> Reply:
    """`worked`: at the desk, until now."""
    left = " Ya no atiende casos ni está de guardia: se lo conté a la mesa." if worked else ""
    return Reply(f"Listo: borré su nombre, dependencia y contacto, también de sus casos.{left}")
