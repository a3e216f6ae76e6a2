"""What somebody reads who is given a role at the desk, or loses it: by an invitation, or by an administrator."""

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person, Role, may_work_tickets
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.labels import role_name
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip


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


def you_were_revoked(role: Role, office: str) -> Reply:
    return Reply(f"Ya no tiene el rol {bold(role_name(role, office))} en la mesa de servicios.")


def had_it_already(role: Role, office: str) -> Reply:
    return Reply(
        f"Usted ya tiene el rol {bold(role_name(role, office))}. La invitación sigue sirviendo para otra persona."
    )


def accepted_already(role: Role) -> Reply:
    return Reply(f"Usted ya aceptó esta invitación: tiene el rol {bold(role_name(role))}. Escriba /ayuda.")


def invitation_refused() -> Reply:
    return Reply(
        "Ese enlace de invitación ya se usó, venció o no existe. Pida uno nuevo a un administrador de la mesa."
    )
