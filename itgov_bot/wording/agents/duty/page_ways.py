"""By which other ways people on duty are called, and how that is set."""

from collections.abc import Sequence

from itgov_bot.domain.installation import Installation
from itgov_bot.domain.people import Person
from itgov_bot.domain.ways import Way, WayKind
from itgov_bot.replies import Reply
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, esc

WAY_NAMES = {WayKind.MAIL: "correo", WayKind.WEBHOOK: "webhook"}

_SETTINGS = {
    WayKind.MAIL: "SMTP_HOST y SMTP_FROM",
    WayKind.WEBHOOK: "ITGOV_PAGE_SECRET o ITGOV_WEBHOOK_SECRET",
}
_WHEN = "Por ahí se le avisa de un caso urgente si el chat no lo recibe, o si pasan unos minutos sin que nadie lo tome."
_REMOVE = "Para quitarlas: <code>/guardia avisos quitar</code>."

USAGE = Reply(
    "Escríbalo así: <code>/guardia correo nombre@dominio</code> para su propio correo (le llega un código), "
    "<code>/guardia avisos</code> para ver sus vías o <code>/guardia avisos quitar</code>.\nQuien administra: "
    "<code>/guardia correo @usuario nombre@dominio</code> o <code>/guardia webhook @usuario https://…</code> "
    "(la dirección completa, con https)."
)
IN_PRIVATE = Reply("Eso lleva direcciones de personas: escríbamelo en privado, no en el grupo.")
CONSENT_FIRST = Reply(
    "Antes de guardar su correo necesito su autorización (Ley 1581 de 2012). Regístrese una vez con /registro y "
    "vuelva a escribirlo."
)


def own_ways(person: Person, ways: Sequence[Way], installation: Installation, *, admin: bool) -> Reply:
    head = f"📟 {bold('Otras vías para los avisos de guardia')} de {esc(name_of(person))}"
    listed = "\n".join(f"• {WAY_NAMES[way.kind]}: {esc(way.address)}" for way in ways)
    if ways:
        return Reply(f"{head}\n{listed}\n\n{_WHEN} {_REMOVE}")
    return Reply(f"{head}\nNinguna: solo este chat.\n\n{_WHEN}\n{_how(installation, admin=admin)}")


def _how(installation: Installation, *, admin: bool) -> str:
    mail = "Para poner su correo: <code>/guardia correo nombre@dominio</code>."
    webhook = "Para ponerle un webhook a alguien: <code>/guardia webhook @usuario https://…</code>."
    ways = [mail] if WayKind.MAIL in installation.ways else []
    ways += [webhook] if admin and WayKind.WEBHOOK in installation.ways else []
    return (
        "\n".join(ways)
        or "Aquí todavía no hay otras vías: pídale a quien administra que configure el correo."
    )


def not_installed(kind: WayKind) -> Reply:
    return Reply(
        f"Aquí no se puede avisar por {WAY_NAMES[kind]} todavía: pídale a quien instala el programa que configure "
        f"{_SETTINGS[kind]}."
    )


def is_set(person: Person, kind: WayKind, address: str) -> Reply:
    return Reply(
        f"✅ Los avisos de guardia de {bold(name_of(person))} salen también por {WAY_NAMES[kind]}: {esc(address)}. {_WHEN}"
    )


def was_set_for_you(kind: WayKind, address: str, by: Person) -> Reply:
    return Reply(
        f"📟 {esc(name_of(by))} puso otra vía para sus avisos de guardia, {WAY_NAMES[kind]}: {esc(address)}. {_WHEN} Si "
        f"no es suya, quítela. {_REMOVE}"
    )


def were_forgotten_for_you(by: Person) -> Reply:
    return Reply(
        f"📟 {esc(name_of(by))} quitó las otras vías de sus avisos de guardia: le llegan solo por este chat. Puede poner "
        "una con <code>/guardia correo nombre@dominio</code>."
    )


def forgotten(person: Person, is_gone: bool, *, own: bool) -> Reply:
    whose = "usted" if own else bold(name_of(person))
    if not is_gone:
        return Reply(f"No había otras vías guardadas para {whose}.")
    return Reply(f"Listo: los avisos de guardia para {whose} salen solo por este chat.")
