"""What is offered when words of the desk's people may be several things, and what cannot be done from the chat."""

from collections.abc import Mapping, Sequence

from itgov_bot.actions import Action
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.forms import which_is_meant

_LABELS: Mapping[TeamSays, str] = {
    TeamSays.DUTY_WHO: "Quién está de guardia",
    TeamSays.DUTY_ORDER: "Cambiar la guardia",
    TeamSays.SWAP: "Pedir un cambio de turno",
    TeamSays.SWAP_BACK: "Ya no quiero el cambio",
    TeamSays.DUTY_MINE: "Cuándo me toca la guardia",
    TeamSays.DUTY_HOLES: "Si hay noches sin nadie",
    TeamSays.DUTY_IN: "Meter a alguien a la guardia",
    TeamSays.DUTY_OUT: "Sacar de la guardia",
    TeamSays.SWAP_OFFER: "Hacerle el turno a alguien",
    TeamSays.SWAP_STATE: "Qué pasó con un cambio",
    TeamSays.SWAP_OTHER: "Pedirle el turno a otro",
    TeamSays.AWAY: "Alguien no estará",
    TeamSays.BACK: "Alguien ya volvió",
    TeamSays.ROLE_GIVE: "Darle un rol a alguien",
    TeamSays.ROLE_TAKE: "Quitarle un rol a alguien",
    TeamSays.LEAVES: "Alguien ya no trabaja aquí",
    TeamSays.INVITE: "Invitar a alguien",
    TeamSays.ROLES_WHO: "Quién tiene qué rol",
    TeamSays.NIGHT: "Qué pasó en la noche",
    TeamSays.AGENDA: "Los eventos que vienen",
    TeamSays.CANNED_ADD: "Guardar una respuesta",
    TeamSays.CANNED_REMOVE: "Borrar una respuesta",
    TeamSays.CANNED_LIST: "Ver las respuestas",
    TeamSays.CLOSED_HOURS: "La mesa no atiende",
    TeamSays.WATCH: "Que le avise de algo",
    TeamSays.REMIND: "Recordarle a un colega",
    TeamSays.SHARE_OUT: "Repartir casos",
    TeamSays.EXPORT: "Los casos en un archivo",
    TeamSays.QUEUE: "Ver los casos",
    TeamSays.WORKLOAD: "Quién tiene cuántos",
    TeamSays.SUMMARY: "El resumen de la mesa",
    TeamSays.COMPLAINTS: "Las quejas",
    TeamSays.RATINGS: "Qué dijeron al calificar",
    TeamSays.ESCALATED: "Los casos escalados",
    TeamSays.OUTAGE_LIST: "Qué está caído",
    TeamSays.AWAY_WHO: "Quién no está",
    TeamSays.PLAN_NEW: "Anunciar un mantenimiento",
    TeamSays.PLAN_MOVE: "Mover un mantenimiento",
    TeamSays.PLAN_CANCEL: "Cancelar un mantenimiento",
    TeamSays.PLAN_OVER: "Ya terminó un mantenimiento",
    TeamSays.PLAN_ASK: "Los mantenimientos que hay",
    TeamSays.EVENT_NEW: "Agendar un evento",
    TeamSays.EVENT_GIVE: "Quién va a un evento",
    TeamSays.EVENT_TAKE: "Yo voy a un evento",
    TeamSays.EVENT_DECLINE: "No puedo ir a un evento",
    TeamSays.EVENT_MOVE: "Cambiar un evento",
    TeamSays.EVENT_CANCEL: "Cancelar un evento",
    TeamSays.OUTAGE_END: "Ya volvió el servicio",
    TeamSays.OUTAGE_START: "Desde cuándo está caído",
    TeamSays.OUTAGE_WHERE: "Dónde es el daño",
    TeamSays.OUTAGE_LONG: "Cuánto lleva o duró",
    TeamSays.OUTAGE_HIT: "A quiénes afecta",
    TeamSays.OUTAGE_SPLIT: "Separar dos caídas",
    TeamSays.OUTAGE_JOIN: "Juntar dos caídas",
    TeamSays.HANDOVER: "Entregar la guardia",
    TeamSays.OUTAGE_NEWS: "Avisar a los afectados",
    TeamSays.FALSE_ALARM: "Fue falsa alarma",
}

HOURS_ARE_THE_CITYS = Reply(
    "🕘 No puedo cambiar el horario desde aquí: lo fija la ciudad en el archivo <code>data/hours.yaml</code>. Pídale a "
    "quien administra el programa que ponga ese día en <code>closed_days</code>, o las horas; mientras tanto sigo "
    "diciendo el horario de siempre. A las personas con casos abiertos escríbales por su caso.",
)
ASK_WHAT_TO_REMIND = Reply(
    "🔔 ¿A quién le recuerdo qué caso? Escríbalo con el número y la persona: «recuérdele a Ana el 12».",
    (SEE_QUEUE,),
)
ASK_HOW_TO_SHARE = Reply(
    "📥 ¿Cuáles reparto, y entre quiénes? Por ejemplo: «reparta los casos sin asignar entre Ana y Beto».",
    (SEE_QUEUE, Choice("Quién tiene cuántos", Action.DESK.data("load", 0))),
)


def ask(text: str, says: Sequence[TeamSays]) -> Reply:
    """`says`: what the words are likeliest."""
    return which_is_meant(text, [Choice(_LABELS[one], Action.TEAM.data(one)) for one in says])


def cannot_watch(*, may_choose: bool) -> Reply:
    """What is told without asking, and what is not."""
    own = " Lo que sí puedo avisarle, y cuándo, lo elige en /avisos." if may_choose else ""
    return Reply(
        "🔔 No sé avisarle de eso en particular. Quien tiene un caso se entera de cada cambio, y lo que está por vencerse "
        f"se avisa en el grupo.{own}"
    )
