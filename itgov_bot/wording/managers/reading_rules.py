"""How each computed indicator is read, in words: the rules of `domain/indicators/rules`, for who asks what counts."""

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import ComputedFrom, Frequency, Indicator
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.indicators import data, tidy
from itgov_bot.wording.text import bold, esc

STRETCHES: dict[Frequency, str] = {
    "MENSUAL": "mes",
    "TRIMESTRAL": "trimestre",
    "SEMESTRAL": "semestre",
    "ANUAL": "año",
}
"""The period of an indicator, as people call it."""

_KINDS = {"software": " de software", "hardware": " de hardware"}
_SOLVED = (
    "Arriba: los casos{kind} que se resolvieron en el {stretch}, también los que habían llegado antes y los que se "
    "arreglaron solos.",
    "Abajo: los casos{kind} que llegaron en el {stretch}.",
    "Por eso puede pasar de 100 %: se resolvió más de lo que llegó, y lo pendiente bajó. Lo que nunca pasa de 100 % "
    "es cuántos de los que llegaron en el {stretch} ya están resueltos; se dice aparte, con lo que queda por resolver.",
)
_BY_KIND = (
    "Un caso es de la clase que dijo quien lo resolvió; mientras nadie la ha dicho, de la de su servicio.",
)
_NEVER_OVER = "Nunca pasa de 100 %: lo de arriba es una parte de lo de abajo."
_RULES: dict[ComputedFrom, tuple[str, ...]] = {
    "requests": _SOLVED,
    "software": _SOLVED + _BY_KIND,
    "hardware": _SOLVED + _BY_KIND,
    "remote": (
        "Arriba: los casos que la mesa resolvió a distancia en el {stretch}.",
        "Abajo: todos los que la mesa resolvió en el {stretch}, a distancia o en sitio. Los que se arreglaron solos no "
        "son una solución de la mesa y no cuentan.",
        _NEVER_OVER,
    ),
    "ratings": (
        "Arriba: las calificaciones de 4 y 5. Abajo: todas las de las soluciones que se dieron en el {stretch}. "
        "La hoja no dice cómo se saca el índice; así lo decidió la mesa.",
        "No cuenta la calificación de quien resolvió su propio caso. Cada solución tiene su nota: si un caso se reabre, la "
        "que ya tenía sigue contando, y la nueva solución se califica otra vez. También cuenta la de un caso que después "
        "se canceló o se juntó con otro.",
        _NEVER_OVER,
        "El {stretch} cierra unos días hábiles después de terminar, cuando ya nadie puede calificar.",
    ),
    "outages": (
        "Arriba: las horas del {stretch} sin caídas de ningún servicio. Abajo: las horas del {stretch}; del que va en "
        "curso, las que van.",
        "Si dos caídas coinciden, ese tiempo se quita una sola vez. Lo que estaba anunciado como mantenimiento no se "
        "quita. Una caída que pasa de un {stretch} a otro quita en cada uno lo suyo.",
        "La que se reabre vuelve a quitar desde que se reabrió, o desde que se diga que falló otra vez: el tiempo en que "
        "estuvo restablecida no se quita.",
        _NEVER_OVER,
    ),
}
_OF_CASES = (
    "Un caso cancelado no cuenta, lo haya cancelado quien lo pidió o la mesa. De los que se juntaron cuenta solo el que "
    "sigue, y una caída que muchos reportaron es un caso. Uno reabierto vuelve a estar sin resolver, y cuenta en el "
    "{stretch} en que se resuelva otra vez.",
)
_ALWAYS = (
    "Cuando no hay nada que contar abajo se dice «sin datos», que no es 0 %.",
    "Al terminar el {stretch} el valor queda fijo. Si después cambia algo que cuenta, se muestra la diferencia y usted "
    "decide si la acepta. El promedio del año no cuenta el {stretch} que va en curso.",
)


def rules(indicator: Indicator) -> tuple[str, ...]:
    """What counts above and below the line, and when; empty of what is not computed."""
    if indicator.computed_from is None:
        return ()
    of_cases = () if indicator.computed_from in ("outages", "ratings") else _OF_CASES
    names = {
        "stretch": STRETCHES[indicator.frequency],
        "kind": _KINDS.get(indicator.computed_from, ""),
    }
    return tuple(one.format(**names) for one in (*_RULES[indicator.computed_from], *of_cases, *_ALWAYS))


def explained(indicator: Indicator) -> Reply:
    """All of them, for who asks."""
    head = bold(f"📐 Cómo se cuenta el indicador {indicator.number} · {tidy(indicator.name)}")
    lines = [f"• {one}" for one in rules(indicator)]
    formula = f"Fórmula de la hoja: <code>{esc(indicator.formula)}</code>"
    return Reply("\n".join([head, formula, "", *lines]), (back(indicator),))


def back(indicator: Indicator) -> Choice:
    return Choice(f"📈 Indicador {indicator.number}", data(indicator.number))


def how(indicator: Indicator) -> Choice:
    return Choice("📐 Cómo se cuenta", Action.COUNTED.data("how", indicator.number))
