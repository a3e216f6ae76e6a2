"""The questions of the form of planned maintenance, and what is said of an answer that cannot be."""

from collections.abc import Sequence

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.maintenance import MAX_LENGTH, MaintenanceView, SpanProblem
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.maintenance import facts
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.text import on_button, quoted, stop

ASK_WHAT = Reply(
    "🛠 ¿Qué se va a hacer, y qué deja de funcionar mientras tanto? Escríbalo como lo leerá la gente: "
    "<i>cambio del switch del primer piso, sin red en ese piso</i>."
)
ASK_START = Reply(
    "¿Cuándo empieza? Escríbalo con día y hora: <code>sábado 8 pm</code>, o de una vez "
    "<code>sábado 8 pm a 11 pm</code>."
)
NO_SUCH_TIME = Reply(
    "No entendí cuándo. Escriba el día y la hora: <code>sábado 8 pm</code>, <code>15 de noviembre 20:00</code>."
)
NO_SUCH_END = Reply(
    "No entendí hasta cuándo. Escriba la hora (<code>11 pm</code>) o cuánto dura (<code>3 horas</code>)."
)


def ask_end(starts: str) -> Reply:
    return Reply(
        f"Empieza {stop(starts)} ¿Hasta cuándo? Escriba la hora (<code>11 pm</code>, "
        f"<code>domingo 6 am</code>) o cuánto dura (<code>3 horas</code>)."
    )


def ask_service(offered: Sequence[Service], choice: MakeChoice) -> Reply:
    return Reply(
        "¿Qué servicio se afecta? Le aviso a quien tenga un caso abierto de ese servicio. Elija, o escriba el nombre o el "
        "código.",
        (
            *(choice(on_button(one.label), one.id) for one in offered),
            choice("Ninguno en particular", "none"),
        ),
    )


def no_such_service(asked: str) -> Reply:
    return Reply(f"No sé cuál servicio es {quoted(asked, 60)}. Elija uno, o escriba su código como SER-003.")


def confirm(view: MaintenanceView, choice: MakeChoice, *, moves: bool) -> Reply:
    """`view`: as it will be."""
    whom = "a la mesa y a quienes tengan un caso abierto de ese servicio" if view.service else "a la mesa"
    again = "lo cambio y se lo cuento" if moves else "lo anuncio"
    return Reply(
        f"🛠 {facts(view)}\n\n¿Está bien? Si responde que sí, {again} {whom}. Mientras dure, lo que falle por eso no "
        "despierta a la guardia.",
        (
            choice("Sí, cambiarlo" if moves else "Sí, anunciarlo", "yes", answers="yes"),
            choice("Cambiar la hora", "start"),
            *(
                ()
                if moves
                else (choice("Cambiar el texto", "what"), choice("Cambiar el servicio", "service"))
            ),
            choice("Dejarlo", "drop", answers="no"),
        ),
    )


_PROBLEMS: dict[SpanProblem, str] = {
    "past": "Eso ya pasó, y un mantenimiento se anuncia antes. Si algo está caído ahora, abra un caso.",
    "ends_before_start": "Así terminaría antes de empezar.",
    "too_long": f"Son más de {MAX_LENGTH.days} días: anúncielo por partes.",
}


def impossible(problem: SpanProblem) -> Reply:
    return Reply(f"{_PROBLEMS[problem]} Escriba otra vez cuándo es.")
