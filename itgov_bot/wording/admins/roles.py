"""People, roles and personal data in words."""

from collections.abc import Mapping, Sequence
from typing import Literal

from itgov_bot.actions import Action
from itgov_bot.domain.people import GRANTABLE, Person, Role
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.labels import ROLES, role_name, role_names
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.names import identified, name_of
from itgov_bot.wording.staff.oneself.roles import what_stays
from itgov_bot.wording.text import bold, esc, join, on_button, quoted

ROLE_WORDS: dict[str, Role] = {
    **{name: role for role, name in ROLES.items()},
    "jefe": Role.MANAGER,
    "directivo": Role.MANAGER,
    "admin": Role.ADMIN,
    "administradora": Role.ADMIN,
    "coordinadora": Role.COORDINATOR,
    "usuario": Role.STAFF,
}

OWN_ROLES = Choice("Volver a mis roles", Action.ROLE.data("as", ""))

ROLE_USAGE = Reply(
    "Escríbalo así: <code>/rol dar agente @usuario</code> o <code>/rol quitar agente 12345678</code>. "
    f"Los roles son {join([ROLES[role] for role in GRANTABLE], 'y')}."
)
WHO_LEFT = Reply(
    "¿Quién se fue? Escríbalo con su nombre, como lo muestra el bot: «Carla Gómez ya no trabaja aquí»."
)
LAST_ADMIN = Reply("No se puede: quedaría la mesa sin administrador. Nombre primero a otro.")


def own_roles(roles: frozenset[Role], view_as: str | None) -> Reply:
    """For an administrator: what they are, and the door to try every role."""
    trying = f"\nAhora está probando como {bold(ROLES[Role(view_as)])}." if view_as else ""
    buttons = [
        Choice(f"Probar como {ROLES[role]}", Action.ROLE.data("as", role))
        for role in (Role.STAFF, *GRANTABLE[:4])
    ]
    if view_as:
        buttons.append(OWN_ROLES)
    return Reply(
        f"Sus roles: {bold(role_names(roles))}.{trying}\n\n"
        "Para darle un rol a otra persona: <code>/rol dar gerente @usuario</code> (o su número de Telegram); para "
        "quitarlo: <code>/rol quitar gerente @usuario</code>; su historia: <code>/rol @usuario</code>; quién tiene cuál: "
        "<code>/rol lista</code>; para invitar con un enlace: /invitar. "
        f"Roles: {join([ROLES[role] for role in GRANTABLE], 'o')}. Al responsable de unos indicadores se le pregunta "
        "cuáles: <code>/rol dar responsable @usuario</code>.",
        tuple(buttons),
    )


def now_trying(role: Role | None) -> Reply:
    if role is None:
        return Reply("Listo: volvió a sus propios roles.")
    return Reply(
        f"Desde ahora ve lo que ve un {bold(ROLES[role])}. Para volver: /rol",
        (OWN_ROLES,),
    )


def person_not_known(asked: str) -> Reply:
    return Reply(
        f"No conozco a {quoted(asked, 40)}. Esa persona debe escribirle primero al bot, o use "
        "/invitar y mándele el enlace."
    )


def ask_office(
    person: Person, offices: Mapping[str, str], verb: Literal["give", "take"], unknown: str = ""
) -> Reply:
    """Which of the offices somebody is given, or loses; with their number, since names change hands. `unknown`: what was
    said, and is none of them or may be several."""
    names = join([tidy(name).lower() for name in offices.values()], "o")
    missed = f"No sé cuál responsable es {quoted(unknown, 40)}: puede ser {esc(names)}.\n" if unknown else ""
    asked = "¿De qué responde" if verb == "give" else "¿Cuál le quito a"
    lead: tuple[object, ...] = (verb, Role.OWNER, person.id) if verb == "give" else (verb, person.id)
    choices = [
        Choice(on_button(tidy(name)), Action.ROLE.data(*lead, office))
        for office, name in list(offices.items())[:MAX_CHOICES]
    ]
    return Reply(
        f"{missed}{asked} {bold(identified(person))}? Son los responsables de los indicadores.",
        tuple(choices),
    )


def confirm_grant(
    person: Person, roles: Sequence[Role], office: str = "", *, is_for_later: bool = False
) -> Reply:
    """Before roles are given to somebody who was called by a name; `is_for_later`: on a day to come, as it was said."""
    seat = (office,) if office else ()
    named = join([bold(role_name(role, office)) for role in roles])
    later = "⚠️ Lo tendría desde ya: si es para otro día, dígamelo ese día.\n" if is_for_later else ""
    what = f"{'el rol' if len(roles) == 1 else 'los roles'} {named}"
    return Reply(
        f"{later}¿Le doy {what} a {bold(identified(person))}? Un @usuario puede pasar de una "
        "persona a otra: si no está seguro, mándele mejor un enlace de /invitar.",
        yes_or_no("Sí, a esa persona", Action.ROLE.data("give", "+".join(roles), person.id, *seat)),
    )


def ask_drop(person: Person, lost: Sequence[Role]) -> Reply:
    """Before somebody loses one of these, each by its button."""
    if len(lost) == 1:
        asked = f"¿Le quito el rol {bold(ROLES[lost[0]])} a {bold(identified(person))}?"
        return Reply(asked, yes_or_no(f"Sí, quitar {ROLES[lost[0]]}", _drop(person, lost[0])))
    asked = f"{bold(identified(person))} tiene estos roles. ¿Cuál le quito?"
    buttons = [Choice(f"Quitar {ROLES[role]}", _drop_or_ask(person, role)) for role in lost]
    return Reply(asked, (*buttons, Choice("Ninguno", Action.DONE.data(), answers="no")))


def ask_leave(person: Person, held: Sequence[Role], had: int) -> Reply:
    """Of somebody who works here no more: all roles at once, what becomes of their `had` open cases, or one role alone."""
    named = join([bold(ROLES[role]) for role in held])
    cases = {0: "No tiene casos abiertos.", 1: "Su caso abierto vuelve a la cola."}
    turns = " Sale de los turnos de guardia." if Role.ON_CALL in held else ""
    every, none = yes_or_no("Sí, quitarle todo", Action.ROLE.data("leave", person.id))
    one_by_one = (
        [Choice(f"Solo {ROLES[role]}", _drop_or_ask(person, role)) for role in held] if len(held) > 1 else []
    )
    return Reply(
        f"¿{bold(identified(person))} ya no trabaja aquí? Pierde {'el rol' if len(held) == 1 else 'los roles'} {named}. "
        f"{cases.get(had, f'Sus {had} casos abiertos vuelven a la cola.')}{turns}",
        (every, *one_by_one, none),
    )


def left(person: Person, lost: Sequence[Role], had: int) -> Reply:
    named = join([bold(ROLES[role]) for role in lost])
    cases = {0: "", 1: " Su caso volvió a la cola."}.get(had, f" Sus {had} casos volvieron a la cola.")
    told = f"Listo: {bold(name_of(person))} ya no es {named}.{cases}"
    return Reply(told, (undo_loss(person, lost),))


def undo_loss(person: Person, lost: Sequence[Role]) -> Choice:
    """Gives back the roles alone: cases and turns have gone to others since."""
    return Choice("Deshacer: devolverle lo suyo", Action.ROLE.data("back", person.id, "+".join(lost)))


def given_back(person: Person, roles: Sequence[Role]) -> Reply:
    if not roles:
        return Reply(f"{bold(name_of(person))} ya tiene lo que tenía.")
    turns = " Los turnos de guardia se los vuelve a dar con /guardia." if Role.ON_CALL in roles else ""
    cases = (
        " Los casos que tenía quedaron en la mesa: asígneselos si hace falta." if Role.AGENT in roles else ""
    )
    return Reply(
        f"Listo: {bold(name_of(person))} vuelve a ser {join([bold(ROLES[one]) for one in roles])}.{turns}{cases}"
    )


def has_none(person: Person) -> Reply:
    return Reply(f"{bold(identified(person))} no tiene ningún rol que quitarle.")


def ask_role(person: Person, roles: Sequence[Role]) -> Reply:
    """Which one somebody is to have."""
    return Reply(
        f"¿Qué rol le doy a {bold(identified(person))}?",
        (
            *(Choice(ROLES[role].capitalize(), Action.ROLE.data("give", role, person.id)) for role in roles),
            Choice("Ninguno", Action.DONE.data(), answers="no"),
        ),
    )


def yours(roles: frozenset[Role]) -> Reply:
    """To anybody who works at the desk and asks."""
    return Reply(f"Sus roles: {bold(role_names(roles))}. Los da y los quita quien administra.")


def _drop_or_ask(person: Person, role: Role) -> str:
    """An owner loses an office, which is asked for."""
    return (
        Action.COMMAND.data("rol", f"quitar responsable {person.user}")
        if role is Role.OWNER
        else _drop(person, role)
    )


def _drop(person: Person, role: Role) -> str:
    return Action.ROLE.data("drop", role, person.id)


def of_the_installation(person: Person) -> Reply:
    return Reply(
        f"Desde aquí no se le puede quitar: {bold(identified(person))} es administrador porque su número está en "
        "<code>ITGOV_ADMINS</code>, la configuración del programa. Sáquelo de esa lista, reinicie el programa y repita esto."
    )


def granted(person: Person, role: Role, changed: bool, office: str = "", *, is_idle: bool = False) -> Reply:
    """`is_idle`: they may be on duty, and are in no turn."""
    if not changed:
        return Reply(f"{bold(name_of(person))} ya tenía el rol {role_name(role, office)}.")
    number = f" Su número es {esc(person.user)}."
    idle = (
        f" Todavía no está en los turnos: «meta a {esc(name_of(person))} en los turnos»." if is_idle else ""
    )
    return Reply(
        f"Listo: {bold(name_of(person))} ahora tiene el rol {bold(role_name(role, office))}.{number}{idle}"
    )


def not_had(person: Person, role: Role, office: str = "") -> Reply:
    return Reply(f"{bold(name_of(person))} no tenía el rol {role_name(role, office)}.")


def revoked(person: Person, role: Role, office: str, kept: frozenset[Role], had: int) -> Reply:
    """`kept` are the roles that they still have, `had` so many open tickets."""
    lost = f"{bold(name_of(person))} ya no tiene el rol {bold(role_name(role, office))}."
    back = () if role is Role.OWNER else (undo_loss(person, [role]),)
    return Reply(f"Listo: {lost}{what_stays(kept, had)}", back)
