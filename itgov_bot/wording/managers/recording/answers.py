"""What is said before a reading is recorded, afterwards, and of what was recorded or is missing."""

from collections.abc import Mapping, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import ComputedFrom, Indicator, Period, Reading
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.managers.indicators import data, tidy
from itgov_bot.wording.managers.recording.pieces import (
    MINE,
    came_to,
    change,
    correct_it,
    record,
    rests_on,
    title,
    who_mends,
)
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import period
from itgov_bot.wording.text import bold, clip, esc, join, long_date, on_button

LOGGED = 6
"""Readings of a history that one message holds."""

_COUNTED: dict[ComputedFrom, str] = {
    "requests": "los casos resueltos de los recibidos",
    "ratings": "las calificaciones de quienes pidieron ayuda",
    "software": "los casos de software solucionados de los recibidos",
    "hardware": "los casos de hardware solucionados de los recibidos",
    "remote": "las soluciones a distancia, de todas las soluciones",
    "outages": "las horas sin caídas, de las horas del mes",
}


def not_an_owner() -> Reply:
    return Reply(
        "El avance de un indicador lo registra su responsable, y usted no tiene ese rol. Pídaselo a un administrador "
        "de la mesa: <code>/rol dar responsable</code> y su @usuario."
    )


def nothing_to_record(offices: Sequence[str]) -> Reply:
    """Whoever holds offices whose indicators are all computed."""
    named = join([tidy(one).lower() for one in offices])
    return Reply(f"Los indicadores de {esc(named)} se calculan solos: no tiene nada que registrar.", (MINE,))


def is_computed(indicator: Indicator, computed_from: ComputedFrom) -> Reply:
    return Reply(
        f"{title(indicator)}\nEste no se registra: se calcula solo, de {_COUNTED[computed_from]} "
        f"(<code>{esc(indicator.formula)}</code>). {who_mends(computed_from)}",
        (Choice("Ver el indicador", data(indicator.number)),),
    )


def not_yours(indicator: Indicator, holders: Sequence[Person]) -> Reply:
    who = (
        f"lo registra {esc(join([name_of(one) for one in holders]))}"
        if holders
        else "nadie tiene ese cargo todavía"
    )
    return Reply(
        f"{title(indicator)}\nEste avance es de {bold(tidy(indicator.owner))}: {who}. Un administrador da el cargo con "
        "<code>/rol dar responsable @usuario</code>.",
        (MINE,),
    )


def recorded(reading: Reading, before: Reading | None, indicator: Indicator, left: Sequence[Choice]) -> Reply:
    more = "\n\nTodavía le falta:" if left else ""
    return Reply(
        f"✅ Quedó registrado: {title(indicator, reading.period)}\n{came_to(reading, indicator)} · "
        f"{change(reading, before, indicator)}{more}",
        (*left, correct_it(indicator, reading.period), MINE),
    )


def kept_already(indicator: Indicator, reading: Reading, files: Sequence[StoredFile]) -> Reply:
    return Reply(
        f"✅ Sí, quedó guardado: {title(indicator)}\n{_logged(indicator, reading, files)}",
        (correct_it(indicator, reading.period), MINE),
    )


def correct(reading: Reading, indicator: Indicator) -> Reply:
    return Reply(
        f"¿Corrige {title(indicator, reading.period)}? Quedó en {came_to(reading, indicator)}. Se registra otra vez, con su "
        "motivo, y lo anterior queda en la historia.",
        (correct_it(indicator, reading.period), MINE),
    )


def mine(told: Sequence[tuple[Indicator, Reading | None, Sequence[Period]]], offices: Sequence[str]) -> Reply:
    """What an owner answers for: the last reading of each, and the periods that are missing."""
    lines = [_own_line(*one) for one in told]
    buttons = [record(one, missing[0]) for one, _, missing in told if missing]
    named = esc(join([tidy(one) for one in offices]))
    by_hand = next((one.number for one, *_ in told if not one.computed_from), None)
    how = (
        f"\n\nPara registrar uno: <code>/kpi registrar {by_hand}</code>, o toque lo que falta."
        if by_hand
        else ""
    )
    return Reply(
        f"📝 {bold('Sus indicadores')} · {named}\n\n" + "\n".join(lines) + how,
        tuple(buttons[: MAX_CHOICES - 1]),
    )


def _own_line(indicator: Indicator, last: Reading | None, missing: Sequence[Period]) -> str:
    value = f"{came_to(last, indicator)} ({_when(last)})" if last else "⚪ sin datos"
    head = f"{indicator.number}. {esc(tidy(indicator.name))}: {value}"
    if indicator.computed_from:
        return f"{head} · se calcula solo"
    return f"{head} · falta {_periods(missing)}" if missing else f"{head} · al día"


def _when(reading: Reading) -> str:
    return f"{period(reading.period)}{', en curso' if reading.is_open else ''}"


def _periods(missing: Sequence[Period]) -> str:
    more = f" y {len(missing) - 1} más" if len(missing) > 1 else ""
    return f"{bold(period(missing[0]))}{more}"


def missing(
    found: Sequence[tuple[Indicator, Sequence[Period], Sequence[Person]]],
    last: Mapping[int, Reading | None],
) -> Reply:
    """What nobody recorded, since when, and who should."""
    if not found:
        return Reply("✅ No falta nada: lo que se registra a mano está al día.")
    lines = [
        f"• {one.number}. {esc(tidy(one.name))}: falta {_periods(periods)}{_since(last[one.number])}\n"
        f"   {_who(one, holders)}"
        for one, periods, holders in found
    ]
    return Reply(f"🕳 {bold('Falta por registrar')}\n\n" + "\n".join(lines))


def told_already(indicator: Indicator, last: Reading | None, files: Sequence[StoredFile] = ()) -> Reply:
    """Nothing is missing of this one, whatever is missing of others. `files`: what the last one rests on."""
    head = f"✅ De {bold(f'{indicator.number}. {tidy(indicator.name)}')} no falta nada"
    if indicator.computed_from:
        return Reply(f"{head}: se calcula solo.", (_card(indicator),))
    return Reply(f"{head}.\n{_logged(indicator, last, files)}" if last else f"{head}.", (_card(indicator),))


def is_recorded(indicator: Indicator, of: Period, told: Reading | None, holders: Sequence[Person]) -> Reply:
    """Whether a period was recorded, and when; who should, where it was not. `told` is in local time."""
    head = bold(f"{indicator.number}. {tidy(indicator.name)}")
    if told:
        return Reply(f"✅ {head}: sí, ya está.\n{_logged(indicator, told, ())}", (_card(indicator),))
    return Reply(
        f"🕳 {head}: no, {bold(period(of))} todavía no se ha registrado.\n{_who(indicator, holders)}",
        (_card(indicator),),
    )


def _since(last: Reading | None) -> str:
    return f" · lo último es de {period(last.period)}" if last else ""


def _who(indicator: Indicator, holders: Sequence[Person]) -> str:
    office = esc(tidy(indicator.owner))
    return f"{office}: {esc(join([name_of(one) for one in holders])) or '⚠️ nadie tiene el cargo'}"


def history(indicator: Indicator, found: Sequence[tuple[Reading, Sequence[StoredFile]]]) -> Reply:
    """What was recorded, the newest first, with a button for each that has files."""
    if not found:
        return Reply(f"🗂 {title(indicator)}\nNadie ha registrado nada todavía.", (_card(indicator),))
    shown = found[:LOGGED]
    older = f"\n…y {len(found) - LOGGED} más antiguos." if len(found) > LOGGED else ""
    buttons = [
        Choice(on_button(f"📎 {period(reading.period)}"), Action.RECORD.data("file", reading.id))
        for reading, files in shown
        if files
    ]
    lines = [_logged(indicator, *one) for one in shown]
    return Reply(f"🗂 {title(indicator)}\n\n" + "\n\n".join(lines) + older, (*buttons, _card(indicator)))


def _card(indicator: Indicator) -> Choice:
    return Choice("Ver el indicador", data(indicator.number))


def _logged(indicator: Indicator, reading: Reading, files: Sequence[StoredFile]) -> str:
    by = esc(reading.recorded_by or "el programa")
    on = f" el {long_date(reading.recorded_at.date())}" if reading.recorded_at else ""
    lines = [f"{bold(period(reading.period))}: {came_to(reading, indicator)}, por {by}{on}"]
    if reading.reason:
        lines.append(f"Motivo de la corrección: {esc(clip(reading.reason, 200))}")
    if reading.source == "recorded":
        lines.append(f"Soporte: {rests_on(reading.evidence, tuple(files))}")
    if reading.note:
        lines.append(f"Nota: {esc(clip(reading.note, 200))}")
    return "\n".join(lines)


def evidence_file(indicator: Indicator, reading: Reading, file: StoredFile) -> Reply:
    return Reply(
        f"📎 {title(indicator, reading.period)}: {esc(file.name)}",
        attachment=file.outgoing,
    )


def no_such_evidence() -> Reply:
    return Reply("Ese soporte ya no está. Lo registrado se ve desde la tarjeta del indicador.", (MINE,))
