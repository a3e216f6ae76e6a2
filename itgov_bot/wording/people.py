"""People, roles and personal data in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.domain.people import GRANTABLE, Person, Role
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.text import bold, clip, esc, join, long_date

ROLES: dict[Role, str] = {
    Role.STAFF: "funcionario",
    Role.AGENT: "agente",
    Role.ON_CALL: "guardia",
    Role.MANAGER: "gerente",
    Role.ADMIN: "administrador",
}
ROLE_WORDS: dict[str, Role] = {
    **{name: role for role, name in ROLES.items()},
    "jefe": Role.MANAGER,
    "directivo": Role.MANAGER,
    "admin": Role.ADMIN,
    "usuario": Role.STAFF,
}


def name_of(person: Person | None) -> str:
    """How somebody is called; people who gave no name have their user name or number."""
    if person is None:
        return "La mesa"
    return person.name or (f"@{person.username}" if person.username else f"Usuario {person.user}")


def role_names(roles: frozenset[Role]) -> str:
    named = [ROLES[role] for role in GRANTABLE if role in roles]
    return join(named) if named else ROLES[Role.STAFF]


def own_roles(roles: frozenset[Role], view_as: str | None) -> Reply:
    """For an administrator: what they are, and the door to try every role."""
    trying = f"\nAhora está probando como {bold(ROLES[Role(view_as)])}." if view_as else ""
    buttons = [
        Choice(f"Probar como {ROLES[role]}", f"role:as:{role}") for role in (Role.STAFF, *GRANTABLE[:3])
    ]
    if view_as:
        buttons.append(Choice("Volver a mis roles", "role:as:"))
    return Reply(
        f"Sus roles: {bold(role_names(roles))}.{trying}\n\n"
        "Para darle un rol a otra persona: <code>/rol dar gerente @usuario</code> (o su número de Telegram); para "
        "quitarlo: <code>/rol quitar gerente @usuario</code>; para invitar con un enlace: /invitar. "
        f"Roles: {join([ROLES[role] for role in GRANTABLE], 'o')}.",
        tuple(buttons),
    )


def now_trying(role: Role | None) -> Reply:
    if role is None:
        return Reply("Listo: volvió a sus propios roles.")
    return Reply(
        f"Desde ahora ve lo que ve un {bold(ROLES[role])}. Para volver: /rol",
        (Choice("Volver a mis roles", "role:as:"),),
    )


def role_usage() -> Reply:
    return Reply(
        "Escríbalo así: <code>/rol dar agente @usuario</code> o <code>/rol quitar agente 12345678</code>. "
        f"Los roles son {join([ROLES[role] for role in GRANTABLE], 'y')}."
    )


def person_not_known(asked: str) -> Reply:
    return Reply(
        f"No conozco a «{esc(clip(asked, 40))}». Esa persona debe escribirle primero al bot, o use "
        "/invitar y mándele el enlace."
    )


def granted(person: Person, role: Role, changed: bool) -> Reply:
    if not changed:
        return Reply(f"{bold(name_of(person))} ya tenía el rol {ROLES[role]}.")
    return Reply(f"Listo: {bold(name_of(person))} ahora tiene el rol {bold(ROLES[role])}.")


def revoked(person: Person, role: Role, changed: bool) -> Reply:
    if not changed:
        return Reply(f"{bold(name_of(person))} no tenía el rol {ROLES[role]}.")
    return Reply(f"Listo: {bold(name_of(person))} ya no tiene el rol {bold(ROLES[role])}.")


def last_admin() -> Reply:
    return Reply("No se puede: quedaría la mesa sin administrador. Nombre primero a otro.")


def you_were_granted(role: Role) -> Reply:
    return Reply(
        f"Ahora tiene el rol {bold(ROLES[role])} en la mesa de servicio. Escriba /ayuda para ver qué puede hacer."
    )


def you_were_revoked(role: Role) -> Reply:
    return Reply(f"Ya no tiene el rol {bold(ROLES[role])} en la mesa de servicio.")


def choose_role_to_invite() -> Reply:
    return Reply(
        "¿Para qué rol es la invitación? El enlace sirve una sola vez y vence en 48 horas.",
        tuple(Choice(ROLES[role].capitalize(), f"role:invite:{role}") for role in GRANTABLE),
    )


def invitation(role: Role, link: str, hours: int) -> Reply:
    return Reply(
        f"Invitación para {bold(ROLES[role])}, para una sola persona, vence en {hours} horas. Mándele esto:\n{esc(link)}"
    )


def invitation_accepted(role: Role) -> Reply:
    return Reply(
        f"👋 Bienvenido: ahora tiene el rol {bold(ROLES[role])} en la mesa de servicio. Escriba /ayuda "
        "para ver qué puede hacer."
    )


def invitation_refused() -> Reply:
    return Reply(
        "Ese enlace de invitación ya se usó, venció o no existe. Pida uno nuevo al administrador de la mesa."
    )


def my_data(person: Person, cases: int, now: datetime) -> Reply:
    if not person.has_consented:
        return Reply(
            "No tengo guardados su nombre ni su contacto: no los ha autorizado. Solo guardo el número de este chat, para "
            f"poder responderle{f', y {_cases(cases)}' if cases else ''}."
        )
    since = f" desde el {long_date(person.consent_at)}" if person.consent_at else ""
    return Reply(
        f"{bold('Sus datos')} (autorizados{since}, aviso {esc(person.consent_version or '')})\n"
        f"• Nombre: {esc(person.name or 'sin nombre')}\n"
        f"• Dependencia o lugar: {esc(person.dependencia or 'sin indicar')}\n"
        f"• Contacto: {esc(person.contact or 'sin indicar')}\n"
        f"• Casos: {cases}",
        (Choice("Borrar mis datos", "me:forget"),),
    )


def _cases(count: int) -> str:
    return "un caso" if count == 1 else f"{count} casos"


def ask_forget(live: int) -> Reply:
    warning = (
        f" Tiene {_cases(live)} por atender: al borrar su contacto, solo se le podrá responder por este chat."
        if live
        else ""
    )
    return Reply(
        f"¿Borro su nombre, dependencia y contacto?{warning} Los casos quedan para la estadística, sin sus datos.",
        (Choice("Sí, borrarlos", "me:forget-yes"), Choice("No", "me:keep")),
    )


def forgotten() -> Reply:
    return Reply("Listo: borré su nombre, dependencia y contacto, también de sus casos.")


def kept() -> Reply:
    return Reply("Está bien, no borré nada.")


def health(facts: Sequence[tuple[str, str]]) -> Reply:
    return Reply(
        f"{bold('Estado del sistema')}\n" + "\n".join(f"• {esc(name)}: {esc(value)}" for name, value in facts)
    )
