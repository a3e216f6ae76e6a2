"""Invitations in words: the link, the open ones, and what became of one. Who is invited reads `staff/roles`."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.city import City
from itgov_bot.domain.people import GRANTABLE, Invitation, Person, Role
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.labels import ROLES, role_name
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.names import giver, name_of
from itgov_bot.wording.text import bold, clock, esc, full_day, on_button, quoted, stop, when

SHOWN = MAX_CHOICES - len(GRANTABLE)

REVOKED = Reply("Invitación revocada: ese enlace ya no sirve.")
NO_LONGER_OPEN = Reply(
    "Esa invitación ya no estaba abierta: se usó, venció o se revocó. Las que quedan: /invitar"
)


def overview(open_ones: Sequence[Invitation], calendar: WorkCalendar, now: datetime) -> Reply:
    """The roles to invite to, and under them the open invitations, each with its button."""
    lines = ["¿Para qué rol es la invitación? El enlace sirve una sola vez y vence en 48 horas."]
    if open_ones:
        lines += [f"\n{bold('Invitaciones abiertas')}", *_listed(open_ones, calendar, now)]
    roles = [Choice(ROLES[role].capitalize(), Action.INVITATION.data("make", role)) for role in GRANTABLE]
    return Reply("\n".join(lines), (*roles, *_revoking(open_ones)))


def which_to_revoke(open_ones: Sequence[Invitation], calendar: WorkCalendar, now: datetime) -> Reply:
    if not open_ones:
        return Reply("No hay invitaciones abiertas: ningún enlace sirve ya.")
    lines = ["¿Cuál invitación anulo? Su enlace deja de servir.", *_listed(open_ones, calendar, now)]
    return Reply(
        "\n".join(lines), (*_revoking(open_ones), Choice("Ninguna", Action.DONE.data(), answers="no"))
    )


def _listed(open_ones: Sequence[Invitation], calendar: WorkCalendar, now: datetime) -> list[str]:
    lines = [f"{number}. {_told(one, calendar, now)}" for number, one in enumerate(open_ones[:SHOWN], 1)]
    more = len(open_ones) - SHOWN
    return [*lines, f"…y {more} más, que se ven al cerrar estas."] if more > 0 else lines


def _revoking(open_ones: Sequence[Invitation]) -> list[Choice]:
    return [
        Choice(on_button(f"Revocar la {number} ({ROLES[one.role]})"), Action.INVITATION.data("off", one.ref))
        for number, one in enumerate(open_ones[:SHOWN], 1)
    ]


def _told(one: Invitation, calendar: WorkCalendar, now: datetime) -> str:
    ends = when(calendar.local(one.expires_at), calendar.local(now))
    return stop(
        f"{role_name(one.role, one.office).capitalize()}, de {esc(giver(one.created_by))}; vence {ends}"
    )


def ask_if_meant(said: str, role: Role) -> Reply:
    """By another word than the role is called."""
    return Reply(
        f"«{esc(said)}» es aquí el rol {bold(ROLES[role])}. ¿Hago una invitación de {ROLES[role]}?",
        _make_one(role),
    )


def ask_link(role: Role, to: str = "") -> Reply:
    """In words it was said whom to invite: `to`, who is not known; nobody, when none was named."""
    unknown = f"No conozco todavía a {quoted(to, 40)}. " if to else ""
    return Reply(
        f"{unknown}¿Hago una invitación de {bold(ROLES[role])}, para que usted la reenvíe? Otro rol: /invitar",
        _make_one(role),
    )


def _make_one(role: Role) -> tuple[Choice, ...]:
    return yes_or_no(f"Sí, de {ROLES[role]}", Action.INVITATION.data("make", role))


def forward_this(role: Role, office: str, to: str = "") -> Reply:
    """The administrator's part. The invitation itself is a message of its own. `to`: who was named, and is not known."""
    unknown = f"No conozco todavía a {quoted(to, 40)}, y el enlace no queda a nombre de nadie. " if to else ""
    return Reply(
        f"{unknown}Reenvíe el mensaje que sigue a quien va a ser {bold(role_name(role, office))}: sirve para una sola "
        "persona, la primera que lo abra. Le aviso cuando lo acepte; para revocarlo, /invitar"
    )


def for_somebody_else(opened: Invitation, person: Person) -> Reply:
    """To an administrator who opened one."""
    role = role_name(opened.role, opened.office)
    office = f" {esc(opened.office.replace('-', ' '))}" if opened.office else ""
    return Reply(
        f"Esa invitación es para quien va a ser {bold(role)}, y sigue sirviendo: reenvíele el mensaje. Usted administra y "
        f"no la necesita: si el rol es para usted, <code>/rol dar {ROLES[opened.role]} {esc(person.user)}{office}</code>"
    )


def invitation(city: City, role: Role, link: str, until: datetime, office: str = "") -> Reply:
    """Forwarded as it is: it speaks to who is invited. `until` is local time."""
    is_link = link.startswith("https://")
    how = "abra este enlace y toque «Iniciar»" if is_link else "escríbale esto al bot"
    return Reply(
        f"👋 Invitación para {bold(role_name(role, office))} de la {esc(city.desk)} de la {esc(city.entity)}. Para "
        f"aceptarla, {how}:\n{esc(link)}\n\n"
        f"Es solo para usted, sirve una vez y vence el {full_day(until.date(), until.date())} a las {stop(clock(until))}"
    )


def ask_office(offices: Mapping[str, str]) -> Reply:
    """Of which office the invited person becomes the owner."""
    return Reply(
        "¿De cuál responsable de indicadores es la invitación?",
        tuple(
            Choice(on_button(tidy(name)), Action.INVITATION.data("make", Role.OWNER, office))
            for office, name in list(offices.items())[:MAX_CHOICES]
        ),
    )


def was_accepted(person: Person, role: Role, office: str) -> Reply:
    return Reply(
        f"✅ {bold(name_of(person))} aceptó su invitación y ahora tiene el rol "
        f"{bold(role_name(role, office))}."
    )
