"""What somebody reads who is given a role at the desk, or loses it: by an invitation, or by an administrator."""

from itgov_bot.domain.people import Role
from itgov_bot.messages import Reply
from itgov_bot.wording.labels import role_name
from itgov_bot.wording.text import bold


def invitation_accepted(role: Role, office: str) -> Reply:
    return Reply(f"👋 Bienvenido: ahora {_has(role, office)}")


def you_were_granted(role: Role, office: str) -> Reply:
    return Reply(f"Ahora {_has(role, office)}")


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


def invitation_refused() -> Reply:
    return Reply(
        "Ese enlace de invitación ya se usó, venció o no existe. Pida uno nuevo al administrador de la mesa."
    )
