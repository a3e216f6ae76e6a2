"""The small pieces of recording: a reading in one line, how it changed, what it rests on, and the buttons."""

from collections.abc import Mapping

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import (
    NO_DATA,
    ComputedFrom,
    Evidence,
    Indicator,
    Period,
    Reading,
    reading_light,
)
from itgov_bot.domain.indicators.period import KIND_OF, PeriodKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.replies import Choice
from itgov_bot.wording.managers.indicators import LIGHTS, short_name, target, tidy
from itgov_bot.wording.periods import number, percent, period
from itgov_bot.wording.text import bold, clip, esc, join, on_button

KINDS: dict[PeriodKind, str] = {"month": "mes", "quarter": "trimestre", "half": "semestre", "year": "año"}
_MENDED: Mapping[ComputedFrom, str] = {
    "outages": "Si las horas de una caída no son esas, o fue un mantenimiento programado, la corrige quien coordina la mesa "
    "en <code>/caidas</code>, y el valor cambia solo.",
    "ratings": "Cada calificación es de quien pidió ayuda, y no se cambia.",
}
_OF_CASES = "Si un caso quedó en el servicio o con la solución que no era, lo corrige quien lo atiende, y el valor cambia."
MINE = Choice("📝 Lo mío", Action.RECORD.data("mine"))


def title(indicator: Indicator, of: Period | None = None) -> str:
    when = f" · {period(of)}" if of else ""
    return bold(f"{indicator.number}. {tidy(indicator.name)}{when}")


def kind(indicator: Indicator) -> str:
    """What its periods are called: «trimestre»."""
    return KINDS[KIND_OF[indicator.frequency]]


def written(of: Period) -> str:
    """How a period is typed: «2026-T2»."""
    return str(of).replace("Q", "T").replace("H", "S")


def came_to(reading: Reading, indicator: Indicator) -> str:
    """«🟢 90 % (45 de 50)», or that there was nothing to measure."""
    if NO_DATA in reading.flags:
        return "⚪ sin datos: no hubo nada que medir"
    light = LIGHTS[reading_light(reading, indicator.target)]
    return f"{light} {bold(percent(reading.value, indicator.unit))}{_count(reading)}"


def _count(reading: Reading) -> str:
    if reading.numerator is None or reading.denominator is None:
        return ""
    return f" ({number(reading.numerator)} de {number(reading.denominator)})"


def change(reading: Reading, before: Reading | None, indicator: Indicator) -> str:
    """Beside the reading before it and the target: «antes 85 % (2.º trim. 2026), sube 5 puntos · meta 95 %»."""
    if before is None:
        return f"sin dato anterior · {target(indicator)}"
    was = f"antes {percent(before.value, indicator.unit)} ({period(before.period)})"
    if NO_DATA in reading.flags:
        return f"{was} · {target(indicator)}"
    return f"{was}, {_moves(reading.value - before.value)} · {target(indicator)}"


def _moves(points: float) -> str:
    told = number(abs(points))
    if told == "0":
        return "igual"
    return f"{'sube' if points > 0 else 'baja'} {told} punto{'' if told == '1' else 's'}"


def rests_on(evidence: Evidence | None, files: tuple[StoredFile, ...] = ()) -> str:
    """«informe.pdf y https://…», or why there is nothing."""
    told = [clip(file.name, 40) for file in files] + (
        [clip(evidence.link, 200)] if evidence and evidence.link else []
    )
    if told:
        return esc(join(told))
    return f"no tiene ({esc(clip(evidence.lack, 200))})" if evidence and evidence.lack else "no tiene"


def record(indicator: Indicator, of: Period) -> Choice:
    """Begins recording one period: «10 · 3.er trim. 2026»."""
    label = on_button(f"📝 {indicator.number} · {period(of)}")
    return Choice(label, Action.RECORD.data("go", indicator.number, of))


def correct_it(indicator: Indicator, of: Period) -> Choice:
    return Choice(on_button(f"✏️ Corregir {period(of)}"), Action.RECORD.data("go", indicator.number, of))


def record_any(indicator: Indicator) -> Choice:
    return Choice("📝 Registrar avance", Action.RECORD.data("go", indicator.number))


def log(indicator: Indicator) -> Choice:
    return Choice("🗂 Lo registrado", Action.RECORD.data("log", indicator.number))


def named(indicator: Indicator) -> str:
    """On a button: «10. Desarrollo de software»."""
    return on_button(f"{indicator.number}. {short_name(indicator)}")


def who_mends(computed_from: ComputedFrom) -> str:
    """Of a value that is counted: who corrects what it is made of."""
    return _MENDED.get(computed_from, _OF_CASES)
