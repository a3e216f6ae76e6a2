"""What is said of what was told beside the question of a recording: that it was noted, kept for later, or is no answer."""

from itgov_bot.domain.indicators import Count, Evidence, Indicator, Period, Reading
from itgov_bot.replies import Reply
from itgov_bot.wording.managers.recording.pieces import came_to, rests_on, title
from itgov_bot.wording.periods import number, percent, period
from itgov_bot.wording.text import bold, clip, esc


def it_was(indicator: Indicator, reading: Reading | None) -> Reply:
    """Asked in the middle of recording another period."""
    if reading is None:
        return Reply("De ese período no hay dato.")
    return Reply(f"En {period(reading.period)} dio {came_to(reading, indicator)}.")


def not_kept(text: str) -> Reply:
    """Words that look like an order, a period or another question, where words were awaited that stay written."""
    return Reply(
        f"«{esc(clip(text, 60))}» parece otra cosa, y no lo guardé aquí. Si era lo otro, deje este registro con /cancelar y "
        "escríbalo de nuevo; si no, dígalo con más palabras."
    )


def question_not_kept(text: str) -> Reply:
    return Reply(
        f"«{esc(clip(text, 60))}» es una pregunta y no la guardé como respuesta; eso no lo sé desde aquí. Pregúntemelo "
        "cuando termine este registro, o déjelo con /cancelar."
    )


def value_is_now(
    value: float | None, count: Count | None, indicator: Indicator | None, of: Period | None
) -> Reply:
    """`indicator`, `of`: where the question beneath names neither."""
    counted = (
        f"{number(count.numerator)} de {number(count.denominator)}" if count and count.denominator else ""
    )
    shown = percent(value) if value is not None else counted or "sin datos"
    both = f" ({counted})" if counted and value is not None else ""
    named = f" en {title(indicator, of)}" if indicator else ""
    return Reply(f"Anoté {bold(shown)}{both}{named}.")


def no_value_yet(text: str) -> Reply:
    return Reply(f"📎 Anoté sobre el soporte: «{esc(clip(text, 100))}». Pero primero dígame cuánto dio.")


def value_kept(advance: str) -> Reply:
    """Before it is known of which indicator."""
    return Reply(f"Anoté {bold(esc(advance))}, y lo uso apenas sepa de cuál es.")


def evidence_noted(evidence: Evidence) -> Reply:
    return Reply(f"📎 Anoté el soporte: {rests_on(evidence, evidence.files)}.")


def no_evidence_before() -> Reply:
    return Reply("No tengo guardado un soporte de antes: mándelo aquí, o dígame por qué no hay.")


def also_there(indicator: Indicator, of: Period) -> Reply:
    """What was recorded of another period stays: nothing is erased."""
    return Reply(
        f"Va entonces en otro período. Lo de {title(indicator, of)} sigue registrado: si ahí va otro, corríjalo después."
    )


def as_it_is() -> Reply:
    return Reply("¿Lo registro así como está, o lo dejo sin registrar?")


def still_needed() -> Reply:
    return Reply("Ya casi: para registrarlo me falta esto.")


def now_the_other() -> Reply:
    return Reply("Seguimos con lo otro que me dijo.")


def note_added() -> Reply:
    return Reply("Lo agregué como nota. Si era otra cosa, use los botones.")


def write_it() -> Reply:
    """A yes to whether they want a note."""
    return Reply("Escríbala en un mensaje, por favor.")


def without_note() -> Reply:
    return Reply("Queda sin nota.")


def file_kept() -> Reply:
    return Reply("📎 Lo guardé como soporte.")
