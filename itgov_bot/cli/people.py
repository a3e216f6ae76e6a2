"""`itgov role …` and `itgov invite`: roles without the chat, for the first administrator and for emergencies."""

import sys
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import typer

from itgov_bot.cli.inputs import read_reference
from itgov_bot.cli.lines import refuse, write_object
from itgov_bot.cli.storage import in_database, look_up
from itgov_bot.clock import clock_from
from itgov_bot.conversation.commands import menu_for
from itgov_bot.desk import invitations
from itgov_bot.desk import people as actions
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.installation import Installation
from itgov_bot.domain.people import GRANTABLE, Grant, Person, Role
from itgov_bot.notices.unit_of_work import UnitOfWork
from itgov_bot.outbox.posting import post_menu
from itgov_bot.settings import load_settings
from itgov_bot.storage import people
from itgov_bot.storage import roles as audit
from itgov_bot.storage.database import Database
from itgov_bot.wording import names
from itgov_bot.wording.admins import roles as words
from itgov_bot.wording.labels import ROLES

Got = TypeVar("Got")
Json = Annotated[bool, typer.Option("--json", help="Un objeto JSON, para otro programa.")]
RoleWord = Annotated[str, typer.Argument(help="agente, guardia, gerente o administrador.", metavar="ROL")]
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
    json: Json = False,
) -> None:
    """Crea una invitación de un solo uso, que vence en 48 horas."""
    wanted = _role(role_word)
    code, expires_at = _do(lambda desk: _invite(desk, wanted))
    link = f"https://t.me/{bot.lstrip('@')}?start={code}" if bot else None
    if json:
        write_object({"role": wanted, "code": code, "link": link, "expires_at": expires_at})
    else:
        typer.echo(f"Invitación para {ROLES[wanted]}: una persona, un solo uso, vence el {expires_at}.")
        typer.echo(link or f"/start {code}")


async def _invite(desk: Desk, wanted: Role) -> tuple[str, str]:
    code = await invitations.invite(desk, wanted, None)
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
        typer.echo(f"{ROLES[one.role]}\t{names.name_of(one.person)}\t{one.person.user}\t{given}")
    if not grants:
        typer.echo("Nadie tiene un rol todavía.")


@role.command("grant")
def grant_role(role_word: RoleWord, who: Who, channel: Of = "telegram", json: Json = False) -> None:
    """Le da un rol a alguien que ya le escribió al bot; el bot se lo avisa."""
    wanted = _role(role_word)
    person, changed = _do(lambda desk: _change(desk, channel, who, wanted, actions.grant_role))
    _tell(person, wanted, changed, json, "ahora tiene el rol" if changed else "ya tenía el rol")


@role.command("revoke")
def revoke_role(role_word: RoleWord, who: Who, channel: Of = "telegram", json: Json = False) -> None:
    """Le quita un rol a alguien; el bot se lo avisa. El último administrador no se puede quitar."""
    wanted = _role(role_word)
    try:
        person, changed = _do(lambda desk: _change(desk, channel, who, wanted, actions.revoke_role))
    except actions.LastAdministrator:
        refuse("es el último administrador: nombre primero a otro")
    except actions.OfTheInstallation:
        refuse("su número está en ITGOV_ADMINS: sáquelo de esa lista y repita esto")
    _tell(person, wanted, changed, json, "ya no tiene el rol" if changed else "no tenía el rol")


Change = Callable[[Desk, Person, Role, None], Awaitable[bool]]


async def _change(desk: Desk, channel: str, who: str, wanted: Role, change: Change) -> tuple[Person, bool]:
    person = await actions.find_person(desk, channel, who)
    if person is None:
        refuse(f"«{who}»: no le ha escrito al bot; pídale que escriba /start, o use `itgov invite`")
    if change is actions.grant_role and not _is_meant(person, who):
        refuse("no se cambió nada; por el número no hay duda de quién es")
    changed = await change(desk, person, wanted, None)
    if changed:
        own = await people.roles_of(desk.session, person.id)
        await post_menu(desk.session, person.address, menu_for(own), desk.now)
    return person, changed


def _is_meant(person: Person, who: str) -> bool:
    """A user name may have been another's: at a keyboard it is asked, elsewhere the answer shows who it was."""
    if who.strip().isdecimal() or not sys.stdin.isatty():
        return True
    return typer.confirm(f"¿Es {names.identified(person)}?", err=True)


def _tell(person: Person, wanted: Role, changed: bool, json: bool, done: str) -> None:
    if json:
        write_object({"person": _person(person), "role": wanted, "changed": changed})
    else:
        typer.echo(f"{names.name_of(person)} {done} {ROLES[wanted]}. Su número es {person.user}.")


def _role(word: str) -> Role:
    """In Spanish as people say it, or as programs do (`agent`, `on_call`, `manager`, `admin`)."""
    asked = word.strip().lower()
    found = Role(asked) if asked in set(Role) else words.ROLE_WORDS.get(asked)
    if found not in GRANTABLE:
        refuse(f"«{word}» no es un rol: use agente, guardia, gerente o administrador")
    return found


def _as_json(one: Grant) -> dict[str, Any]:
    return {
        "role": one.role,
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
