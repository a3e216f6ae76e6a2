"""What somebody reads who is given a role at the desk, or loses it: by an invitation, or by an administrator."""

from itgov_bot.actions import Action
from itgov_bot.domain.facts import RoleRevoked
from itgov_bot.domain.people import Person, Role, may_work_tickets
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.labels import role_name, role_names
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip

INVITATION_REFUSED = Reply(
    "Ese enlace de invitación ya se usó, venció o no existe. Pida uno nuevo a un administrador de la mesa."
)


def invitation_accepted(role: Role, office: str, person: Person) -> Reply:
    """Who works at the desk without a name is asked for it in the next message."""
    told = f"👋 Le damos la bienvenida: ahora {_has(role, office)}"
    if not may_work_tickets(frozenset({role})):
        return Reply(told)
    if person.name:
        return _with_name(told, person)
    return Reply(
        f"{told}\n\nFalta una cosa: el nombre con el que lo van a leer las personas a quienes atienda."
    )


def you_were_granted(role: Role, office: str, person: Person) -> Reply:
    told = f"Ahora {_has(role, office)}"
    return _with_name(told, person) if may_work_tickets(frozenset({role})) else Reply(told)


def ask_name(person: Person) -> Reply:
    """Once, of who already works at the desk."""
    return _with_name("Gracias por atender. Una cosa, y no la vuelvo a preguntar:", person)


def _with_name(told: str, person: Person) -> Reply:
    """How others read them, and the way to change it."""
    change = "Cambiar mi nombre" if person.name else "Decir mi nombre"
    ask = "" if person.name else " ¿Con qué nombre prefiere que lo lean?"
    return Reply(
        f"{told}\n\nLas personas a quienes atienda lo leen como {bold(clip(agent_name(person), 60))}.{ask}",
        (Choice(change, Action.MY_DATA.data("fix", "name")),),
    )


def _has(role: Role, office: str) -> str:
    next_step = (
        "Con /kpi ve sus indicadores y registra sus avances; le aviso cuando falte alguno."
        if role is Role.OWNER
        else "Escriba /ayuda para ver qué puede hacer."
    )
    return f"tiene el rol {bold(role_name(role, office))} en la mesa de servicios. {next_step}"


def you_were_revoked(fact: RoleRevoked) -> Reply:
    lost = f"Ya no tiene el rol {bold(role_name(fact.role, fact.office))} en la mesa de servicios."
    stays = what_stays(fact.kept, fact.had)
    own = (
        "" if fact.kept > {Role.STAFF} else " Puede seguir abriendo sus propios casos y viéndolos con /casos."
    )
    return Reply(f"{lost}{stays}{own}")


def what_stays(kept: frozenset[Role], had: int) -> str:
    """Of somebody who lost a role with so many open tickets; it reads the same to them and to others."""
    name = "el rol" if len(kept - {Role.STAFF}) == 1 else "los roles"
    roles = f" Conserva {name} {bold(role_names(kept))}." if kept > {Role.STAFF} else ""
    if not had:
        return roles
    cases = "El caso abierto que tenía" if had == 1 else f"Los {had} casos abiertos que tenía"
    stay, back = ("sigue", "volvió") if had == 1 else ("siguen", "volvieron")
    return f"{roles} {cases} {f'{stay} a su cargo' if may_work_tickets(kept) else f'{back} a la fila'}."


def had_it_already(role: Role, office: str) -> Reply:
    return Reply(
        f"Usted ya tiene el rol {bold(role_name(role, office))}. La invitación sigue sirviendo para otra persona."
    )


def accepted_already(role: Role) -> Reply:
    return Reply(f"Usted ya aceptó esta invitación: tiene el rol {bold(role_name(role))}. Escriba /ayuda.")
