"""`itgov role …` and `itgov invite`: roles without the chat, for the first administrator and for emergencies."""

import re
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any, TypeVar

import typer

from itgov_bot.cli.inputs import read_reference
from itgov_bot.cli.lines import Json, refuse, write_object
from itgov_bot.cli.storage import in_database, look_up
from itgov_bot.clock import clock_from
from itgov_bot.conversation.commands import entries_of
from itgov_bot.desk import invitations
from itgov_bot.desk import people as actions
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.installation import Installation
from itgov_bot.domain.people import GRANTABLE, Grant, Person, Role
from itgov_bot.outbox.posting import post_menu
from itgov_bot.settings import load_settings
from itgov_bot.storage import roles as audit
from itgov_bot.storage.database import Database
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.unit_of_work import UnitOfWork
from itgov_bot.wording import names
from itgov_bot.wording.admins import roles as words
from itgov_bot.wording.labels import CHANNELS, ROLES, role_name
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.text import join

_CHANNELS = ("telegram", "terminal")
_ROLES = join([ROLES[one] for one in GRANTABLE], "o")
Got = TypeVar("Got")
Seat = tuple[Role, str]
"""A role and, of an owner, the office."""
RoleWord = Annotated[str, typer.Argument(help=f"{_ROLES}.", metavar="ROL")]
Office = Annotated[
    str | None, typer.Option("--office", help="De qué responde un responsable: «gestor desarrollo».")
]
Who = Annotated[str, typer.Argument(help="@usuario, o su número en el canal.", metavar="PERSONA")]
Of = Annotated[str, typer.Option("--channel", help="El canal del número: telegram o terminal.")]

role = typer.Typer(help="Roles: quién tiene cuál, darlos y quitarlos.", no_args_is_help=True)


def _do(action: Callable[[Desk], Awaitable[Got]]) -> Got:
    """An action in one transaction of the city's database, which is made when there is none."""
    settings, reference = read_reference()
    clock = clock_from(settings.itgov_clock)

    async def work(database: Database) -> Got:
        await database.migrate()
        installation = Installation(admins=settings.admin_users)
        calendars = Calendars.of(reference)
        async with UnitOfWork(database, reference, calendars, clock, None, installation).begin() as desk:
            return await action(desk)

    return in_database(settings, work)


def invite(
    role_word: RoleWord,
    bot: Annotated[str | None, typer.Option("--bot", help="El usuario del bot, para dar el enlace.")] = None,
    office: Office = None,
    json: Json = False,
) -> None:
    """Crea una invitación de un solo uso, que vence en 48 horas."""
    seat, name = _seat(role_word, office), _bot_name(bot)
    code, expires_at = _do(lambda desk: _invite(desk, seat))
    link = f"https://t.me/{name}?start={code}" if name else None
    if json:
        write_object(_seat_json(seat) | {"code": code, "link": link, "expires_at": expires_at})
    else:
        typer.echo(f"Invitación para {role_name(*seat)}: una persona, un solo uso, vence el {expires_at}.")
        typer.echo(link or f"Que esa persona le escriba esto al bot: /start {code}")


def _bot_name(told: str | None) -> str | None:
    """As Telegram spells it, of a name with or without @, or of a link."""
    name = (told or "").strip().rstrip("/").rpartition("/")[2].lstrip("@")
    if told and not re.fullmatch(r"[A-Za-z]\w{3,31}", name, re.ASCII):
        refuse(f"«{told}» no es el usuario de un bot: escríbalo como en @mi_mesa_bot")
    return name or None


async def _invite(desk: Desk, seat: Seat) -> tuple[str, str]:
    code = await invitations.invite(desk, seat[0], None, seat[1])
    ends = desk.calendars.general.local(desk.now + invitations.INVITATION_LASTS)
    return code, ends.isoformat(timespec="minutes")


@role.command("list")
def list_roles(json: Json = False) -> None:
    """Muestra quién tiene qué rol, quién lo dio y cuándo."""
    grants = look_up(load_settings(), audit.in_force)
    if json:
        write_object({"roles": [_as_json(one) for one in grants]})
        return
    for one in grants:
        given = f"desde {one.given_at:%Y-%m-%d}, lo dio {names.giver(one.given_by)}"
        typer.echo(
            f"{role_name(one.role, one.office)}\t{names.name_of(one.person)}\t{one.person.user}\t{given}"
        )
    if not grants:
        typer.echo("Nadie tiene un rol todavía.")


@role.command("grant")
def grant_role(
    role_word: RoleWord, who: Who, channel: Of = "telegram", office: Office = None, json: Json = False
) -> None:
    """Le da un rol a alguien que ya le escribió al bot; el bot se lo avisa."""
    seat = _seat(role_word, office)
    person, changed = _do(lambda desk: _change(desk, channel, who, seat, actions.grant_role))
    _tell(person, seat, changed, json, "ahora tiene el rol" if changed else "ya tenía el rol")


@role.command("revoke")
def revoke_role(
    role_word: RoleWord, who: Who, channel: Of = "telegram", office: Office = None, json: Json = False
) -> None:
    """Le quita un rol a alguien; el bot se lo avisa. El último administrador no se puede quitar."""
    seat = _seat(role_word, office)
    try:
        person, changed = _do(lambda desk: _change(desk, channel, who, seat, actions.revoke_role))
    except actions.LastAdministrator:
        refuse("es el último administrador: nombre primero a otro")
    except actions.OfTheInstallation:
        refuse("su número está en ITGOV_ADMINS: sáquelo de esa lista y repita esto")
    _tell(person, seat, changed, json, "ya no tiene el rol" if changed else "no tenía el rol")


Change = Callable[[Desk, Person, Role, None, str], Awaitable[bool]]


async def _change(desk: Desk, channel: str, who: str, seat: Seat, change: Change) -> tuple[Person, bool]:
    person = await actions.find_person(desk, channel, who)
    if person is None:
        other = await _other_channel(desk, channel, who)
        refuse(
            f"«{who}» es de {CHANNELS[other]}: agregue --channel {other}"
            if other
            else f"«{who}»: no le ha escrito al bot; pídale que escriba /start, o use `itgov invite`"
        )
    if change is actions.grant_role and not _is_meant(person, who):
        refuse("no se cambió nada; por el número no hay duda de quién es")
    changed = await change(desk, person, seat[0], None, seat[1])
    if changed:
        own = await audit.of(desk.session, person.id)
        await post_menu(desk.session, person.address, entries_of(own), desk.now)
    return person, changed


async def _other_channel(desk: Desk, channel: str, who: str) -> str | None:
    """Where somebody is known by that name or number."""
    for other in _CHANNELS:
        if other != channel and await actions.find_person(desk, other, who):
            return other
    return None


def _is_meant(person: Person, who: str) -> bool:
    """A user name may have been another's: at a keyboard it is asked, elsewhere the answer shows who it was."""
    if who.strip() == person.user or not sys.stdin.isatty():
        return True
    return typer.confirm(f"¿Es {names.identified(person)}?", err=True)


def _tell(person: Person, seat: Seat, changed: bool, json: bool, done: str) -> None:
    if json:
        write_object({"person": _person(person)} | _seat_json(seat) | {"changed": changed})
    else:
        typer.echo(f"{names.name_of(person)} {done} {role_name(*seat)}. Su número es {person.user}.")


def _seat(word: str, office: str | None) -> Seat:
    """A role, and of an owner the key of the office."""
    wanted = _role(word)
    if wanted is not Role.OWNER:
        return (wanted, "") if office is None else refuse("--office es solo para el rol responsable")
    offices = read_reference()[1].offices()
    name = closest(office or "", offices.values()) if office else None
    found = next((key for key, known in offices.items() if known == name), None)
    return (wanted, found) if found else refuse(f"diga de qué responde con --office: {_listed(offices)}")


def _listed(offices: Mapping[str, str]) -> str:
    return join([f"«{tidy(name).lower()}»" for name in offices.values()], "o")


def _seat_json(seat: Seat) -> dict[str, Any]:
    return {"role": seat[0]} | ({"office": seat[1]} if seat[1] else {})


def _role(word: str) -> Role:
    """In Spanish as people say it, or as programs do (`agent`, `on_call`, `manager`, `admin`)."""
    asked = word.strip().lower()
    found = Role(asked) if asked in set(Role) else words.ROLE_WORDS.get(asked)
    if found not in GRANTABLE:
        refuse(f"«{word}» no es un rol: use {_ROLES}")
    return found


def _as_json(one: Grant) -> dict[str, Any]:
    return {
        **_seat_json((one.role, one.office)),
        "person": _person(one.person),
        "given_by": _person(one.given_by) if one.given_by else None,
        "given_at": one.given_at.isoformat(),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "channel": person.channel,
        "user": person.user,
        "username": person.username,
        "name": person.name or None,
    }
