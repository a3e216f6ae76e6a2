"""What somebody reads who is given a role at the desk, or loses it: by an invitation, or by an administrator."""

from itgov_bot.domain.people import Role
from itgov_bot.messages import Reply
from itgov_bot.wording.labels import ROLES
from itgov_bot.wording.text import bold


def invitation_accepted(role: Role) -> Reply:
    return Reply(f"👋 Bienvenido: ahora {_has(role)}")


def you_were_granted(role: Role) -> Reply:
    return Reply(f"Ahora {_has(role)}")


def _has(role: Role) -> str:
    return (
        f"tiene el rol {bold(ROLES[role])} en la mesa de servicios. Escriba /ayuda para ver qué puede hacer."
    )


def you_were_revoked(role: Role) -> Reply:
    return Reply(f"Ya no tiene el rol {bold(ROLES[role])} en la mesa de servicios.")


def had_it_already(role: Role) -> Reply:
    return Reply(
        f"Usted ya tiene el rol {bold(ROLES[role])}. La invitación sigue sirviendo para otra persona."
    )


def invitation_refused() -> Reply:
    return Reply(
        "Ese enlace de invitación ya se usó, venció o no existe. Pida uno nuevo al administrador de la mesa."
    )
