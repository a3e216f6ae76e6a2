"""The questions of the form by which a reading is recorded, and what is said of an answer that cannot be."""

from collections.abc import Sequence
from datetime import timedelta

from itgov_bot.domain.indicators import Count, Evidence, Indicator, Period, Reading
from itgov_bot.replies import MAX_CHOICES, Reply
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.managers.recording.pieces import (
    came_to,
    change,
    kind,
    named,
    rests_on,
    title,
    written,
)
from itgov_bot.wording.periods import number, percent, period
from itgov_bot.wording.text import bold, clip, esc, long_date, on_button

OFFERED, CORRECTED = 4, 2
"""Periods that are offered: those that are missing, and those that were recorded."""


def which(indicators: Sequence[Indicator], choice: MakeChoice) -> Reply:
    return Reply(
        "📝 ¿De cuál indicador registra el avance? Toque uno, o escriba su número o su nombre.",
        tuple(choice(named(one), str(one.number)) for one in indicators[:MAX_CHOICES]),
        awaits_words=True,
    )


def no_such_own(asked: str) -> Reply:
    return Reply(f"No es claro cuál de los suyos es «{esc(clip(asked, 60))}». Escriba su número.")


def which_period(
    indicator: Indicator,
    missing: Sequence[Period],
    recorded: Sequence[Period],
    last: Period,
    choice: MakeChoice,
    *,
    offered: Period | None = None,
) -> Reply:
    """The last one that is over and has no reading comes first; what was `recorded` may be corrected. `offered`: which one
    may be meant."""
    if offered:
        others = [choice(on_button(period(one).capitalize()), str(one)) for one in missing[: OFFERED - 1]]
        asked = f"📝 {title(indicator)}\n¿Es de {bold(period(offered))}, o de cuál?"
        return Reply(asked, (choice(on_button(f"Sí, {period(offered)}"), str(offered), "yes"), *others))
    open_ones = [choice(on_button(period(one).capitalize()), str(one)) for one in missing[:OFFERED]]
    known = [one for one in recorded if one not in missing][:CORRECTED] or ([] if missing else [last])
    again = [choice(on_button(f"✏️ Corregir {period(one)}"), str(one)) for one in known]
    state = "Toque uno de los que faltan" if missing else "No falta ninguno: corrija el último"
    return Reply(
        f"📝 {title(indicator)}\n¿De qué {kind(indicator)}? {state}, o escriba otro que ya haya terminado, por ejemplo "
        f"<code>{written(last)}</code>.",
        (*open_ones, *again),
    )


def no_such_period(indicator: Indicator, asked: str, last: Period) -> Reply:
    return Reply(
        f"No entendí «{esc(clip(asked, 40))}». Este indicador se mide por {kind(indicator)}: escríbalo como "
        f"<code>{written(last)}</code>."
    )


def other_frequency(indicator: Indicator, told: Period, last: Period) -> Reply:
    return Reply(
        f"{period(told).capitalize()} no se puede: este indicador se mide por {kind(indicator)}, por ejemplo "
        f"<code>{written(last)}</code>."
    )


def not_over(told: Period) -> Reply:
    begins = long_date(told.last_day + timedelta(days=1))
    return Reply(f"{period(told).capitalize()} todavía no termina: se registra desde el {begins}.")


def is_planned(indicator: Indicator, plan: Reading) -> Reply:
    return Reply(
        f"{period(plan.period).capitalize()} tiene un plan, y se cuenta de lo marcado en él: {came_to(plan, indicator)}. "
        "Para cambiarlo marque o quite filas en /plan."
    )


def how_much(indicator: Indicator, of: Period, choice: MakeChoice) -> Reply:
    """A number that is typed is a value, and no number of the button."""
    return Reply(
        f"📝 {title(indicator, of)}\n{_formula(indicator)}",
        (choice("No hubo nada que medir", "none"),),
        awaits_words=True,
    )


def _formula(indicator: Indicator) -> str:
    if indicator.parts is None:
        return f"Fórmula: <code>{esc(indicator.formula)}</code>\n¿Cuánto dio? Por ejemplo <code>90 %</code>."
    above, below = (tidy(part) for part in indicator.parts)
    ways = "«540 de 6», o los cumplidos del total" if indicator.sums_percentages else "«45 de 50»"
    return (
        f"¿Cuánto dio?\n• {esc(above)}\n• de: {esc(below)}\n"
        f"Escriba los dos números, por ejemplo {ways}, o el porcentaje: «90 %»."
    )


def not_a_value(asked: str) -> Reply:
    return Reply(
        f"No entendí cuánto es «{esc(clip(asked, 60))}». Escríbalo como <code>45 de 50</code> o <code>90 %</code>; "
        "los decimales con coma: <code>90,5 %</code>."
    )


def of_nothing() -> Reply:
    return Reply(
        "No puede haber hechos si no había ninguno previsto: el segundo número no puede ser 0. Si no hubo nada que "
        "medir, toque el botón y queda «sin datos», que no es lo mismo que 0 %."
    )


def too_much(value: float, indicator: Indicator, most: float) -> Reply:
    return Reply(
        f"Da {percent(value, indicator.unit)}, y se registra hasta {percent(most, indicator.unit)}. Revise si sobra algún "
        "número o si van al revés, y escríbalo otra vez."
    )


def what_is(figure: float, indicator: Indicator, of: Period, choice: MakeChoice) -> Reply:
    """A number alone is per cent, or the first of two; a part of one is per cent, or a share."""
    told = number(figure)
    if 0 < figure < 1:
        told, share = f"{figure:g}".replace(".", ","), percent(100 * figure, indicator.unit)
        return Reply(
            f"📝 {title(indicator, of)}\n¿{told} {indicator.unit} o {share}?",
            (choice(f"Es {told} {indicator.unit}", "percent"), choice(f"Es {share}", "share")),
        )
    above = tidy(indicator.parts[0]) if indicator.parts else "Los cumplidos"
    return Reply(
        f"📝 {title(indicator, of)}\n¿{told} es el porcentaje, o es «{esc(clip(above, 80))}» y falta el total?",
        (
            choice(on_button(f"Es {told} %"), "percent"),
            choice(on_button(f"Son {told}, falta el total"), "part"),
        ),
    )


def of_how_many(figure: float, indicator: Indicator) -> Reply:
    below = f" ({esc(tidy(indicator.parts[1]))})" if indicator.parts else ""
    return Reply(f"{number(figure)}, ¿de cuántos{below}?")


def which_way(
    count: Count, values: Sequence[float], indicator: Indicator, of: Period, choice: MakeChoice
) -> Reply:
    """`values`: as things that were counted, and as a sum of percentages."""
    counted, summed = (percent(one) for one in values)
    above, below = number(count.numerator), number(count.denominator)
    return Reply(
        f"📝 {title(indicator, of)}\n¿{above} cumplidos de {below} ({counted}), o porcentajes que suman {above} "
        f"entre {below} ({summed})?",
        (
            choice(on_button(f"Cumplidos: {counted}"), "count"),
            choice(on_button(f"Suma: {summed}"), "sum"),
        ),
    )


def is_it_right(value: float, indicator: Indicator, of: Period, choice: MakeChoice) -> Reply:
    return Reply(
        f"📝 {title(indicator, of)}\nDa {bold(percent(value, indicator.unit))}, más de 100 %. ¿Está bien?",
        (choice("Sí, es así", "yes", "yes"), choice("No, lo corrijo", "no", "no")),
    )


def why_correct(present: Reading, indicator: Indicator) -> Reply:
    return Reply(
        f"📝 {title(indicator, present.period)}\nYa hay un dato: {came_to(present, indicator)}{_by(present)}. El suyo lo "
        "reemplaza y el anterior queda en la historia. ¿Por qué se corrige?"
    )


def _by(present: Reading) -> str:
    if present.source == "sheet":
        return ", impreso en la hoja de la ciudad"
    return f", registrado por {esc(present.recorded_by)}" if present.recorded_by else ""


def needs_reason() -> Reply:
    return Reply("Escriba el motivo con unas palabras: quien lea la historia debe entender el cambio.")


def what_shows_it(
    reading: Reading, before: Reading | None, indicator: Indicator, choice: MakeChoice
) -> Reply:
    """With what it came to, as soon as that is known."""
    return Reply(
        f"📝 {title(indicator, reading.period)}\n{came_to(reading, indicator)} · {change(reading, before, indicator)}\n"
        "¿Con qué se soporta? Mande un archivo o una foto, o pegue un enlace.",
        (choice("No tengo soporte", "none"),),
    )


def is_it_why(told: str, indicator: Indicator, of: Period, choice: MakeChoice) -> Reply:
    """Words that name neither what shows a value nor why nothing does."""
    return Reply(
        f"📝 {title(indicator, of)}\n¿«{esc(clip(told, 100))}» es por qué no hay soporte? Si no, mande el archivo o el "
        "enlace, o dígame qué corregir.",
        (choice("Sí, esa es la razón", "why", "yes"), choice("No tengo soporte", "none")),
    )


def no_evidence_in(asked: str) -> Reply:
    return Reply(
        f"«{esc(clip(asked, 60))}» no es un archivo ni un enlace (que empieza por https://): mándelo aquí."
    )


def why_none() -> Reply:
    return Reply("¿Por qué no hay soporte? Queda escrito junto al dato.")


def any_note(evidence: Evidence, choice: MakeChoice) -> Reply:
    kept = f"Soporte: {rests_on(evidence, evidence.files)}.\n" if evidence.files else ""
    return Reply(
        f"{kept}¿Quiere dejar una nota? Escríbala, o siga sin nota.", (choice("Sin nota", "none", "no"),)
    )


def confirm(
    reading: Reading,
    before: Reading | None,
    corrected: Reading | None,
    indicator: Indicator,
    choice: MakeChoice,
) -> Reply:
    evidence = reading.evidence or Evidence()
    lines = [
        f"📝 {title(indicator, reading.period)}",
        came_to(reading, indicator),
        change(reading, before, indicator).capitalize(),
    ]
    if corrected:
        lines.append(
            f"Corrige: {came_to(corrected, indicator)}. Motivo: {esc(clip(reading.reason or '', 300))}"
        )
    lines.append(f"Soporte: {rests_on(evidence, evidence.files)}")
    if reading.note:
        lines.append(f"Nota: {esc(clip(reading.note, 300))}")
    return Reply(
        "\n".join([*lines, "\n¿Lo registro?"]),
        (
            choice("Registrar", "yes", "yes"),
            choice("Cambiar el valor", "value"),
            choice("Cambiar el soporte", "evidence"),
            choice("Dejarlo", "drop", "no"),
        ),
    )
