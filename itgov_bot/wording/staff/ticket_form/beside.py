"""What is said to words beside a draft that no frame reads: what they are, what counts as urgent, who may ask for it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import AgreementException
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.likely import Beside
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.staff.asked.wishes import at_any_hour
from itgov_bot.wording.text import capital, quoted

MAX_QUOTED = 60
ASK_IT, TEXT, SERVICE, INSTEAD = "ask", "text", "service", "instead"


ASK_WHETHER_TO_ASK = Reply(
    "Eso no lo sé yo; lo sabe quien atienda su caso. ¿Lo dejo preguntado ahí?",
    yes_or_no("Sí, dejarlo preguntado", Action.DRAFT.data(ASK_IT), "No hace falta", Action.DRAFT.data("no")),
)
"""What nobody here can tell."""
QUESTION_ADDED = Reply("Queda preguntado en su caso; le responden cuando lo atiendan.")


LEFT_FOR_THIS = Reply("Listo, dejé lo otro sin enviar. Vamos con esto:")
WHAT_TO_ANSWER = Reply(
    "Es fácil: solo conteste con sus palabras la pregunta que sigue. Después le muestro todo y usted decide si lo envío. Si "
    "no sabe qué poner, escriba «no sé»."
)
WHAT_TO_PRESS = Reply(
    "Es fácil: lea lo que sigue. Si está bien, toque el primer botón o escriba 1, y con eso queda enviado. Si algo está "
    "mal, escríbame qué es y lo cambio."
)
"""To who is lost, at a question and at the summary."""


WHAT_IS_MEANT: Mapping[str, Reply] = {
    "place": Reply(
        "La dependencia es la secretaría u oficina donde usted trabaja (por ejemplo, Hacienda o DADIS); el lugar, la sede "
        "y el piso. Con eso lo ubican para atenderlo."
    ),
    "contact": Reply(
        "Es el teléfono, la extensión o el correo donde lo ubican. Si no tiene, le avisan por este chat."
    ),
    "confirm": WHAT_TO_PRESS,
}
"""To who asks what is meant by the question of a step."""


class _Meant(NamedTuple):
    question: str
    yes: str


_MEANT: Mapping[Beside, _Meant] = {
    Beside.SEND: _Meant("¿lo envío así?", "envíelo"),
    Beside.WITHDRAW: _Meant("¿lo dejo sin enviar?", "no lo envíe"),
    Beside.PLACE: _Meant("¿cambio el lugar?", "cambie el lugar"),
    Beside.CONTACT: _Meant("¿cambio el contacto?", "cambie el contacto"),
    Beside.FIX: _Meant("¿corregimos algo?", "corregir algo"),
    Beside.ASKS: _Meant("¿es una pregunta?", "es una pregunta"),
    Beside.OTHER: _Meant("¿es otro problema?", "es otro problema"),
    Beside.URGENT: _Meant("¿me dice que es urgente?", "es urgente"),
    Beside.LOST: _Meant("¿le explico qué hacer?", "explíqueme"),
    Beside.PAUSE: _Meant("¿lo dejo por fuera del caso?", "por fuera"),
}


def ask_what_is_said(text: str, kinds: Sequence[Beside], *, may_be_instead: bool) -> Reply:
    """`kinds`: what it may be, the likeliest first, if it is not more about the problem. `may_be_instead`: or what it is
    about after all."""
    first, *others = kinds
    question, yes = _MEANT[first]
    return Reply(
        f"{quoted(text, MAX_QUOTED)}: {question}",
        (
            Choice(f"Sí, {yes}", Action.DRAFT.data(first), answers="yes"),
            *(Choice(capital(_MEANT[kind].yes), Action.DRAFT.data(kind)) for kind in others),
            *([Choice("Cambiarlo por eso", Action.DRAFT.data(INSTEAD))] if may_be_instead else []),
            Choice("No, agréguelo a lo que pasa", Action.DRAFT.data(Beside.MORE), answers="no"),
        ),
    )


def ask_what_to_fix(text: str) -> Reply:
    return Reply(
        f"{quoted(text, MAX_QUOTED)}: ¿qué corregimos?",
        (
            Choice("Lo que pasa", Action.DRAFT.data(TEXT)),
            Choice("El servicio", Action.DRAFT.data(SERVICE)),
            Choice("El lugar", Action.DRAFT.data(Beside.PLACE)),
            Choice("El contacto", Action.DRAFT.data(Beside.CONTACT)),
            Choice("Solo agréguelo a lo que pasa", Action.DRAFT.data(Beside.MORE)),
        ),
    )


def as_question(text: str) -> str:
    """As it stands in the case."""
    return f"Pregunta: {text}"


def what_is_urgent(exceptions: Sequence[AgreementException]) -> Reply:
    """The draft stands, so nothing else is offered."""
    return Reply(
        f"{at_any_hour(exceptions)}\nSi es una de estas, dígame qué pasa y a quiénes. Lo demás entra a la fila apenas lo "
        "envíe."
    )
