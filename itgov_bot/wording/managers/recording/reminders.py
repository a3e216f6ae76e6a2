"""What is told of readings that are missing: to whose they are, and to those who look after the indicators."""

from collections.abc import Sequence

from itgov_bot.domain.facts import ReadingsMissing, ReadingsOverdue
from itgov_bot.domain.people import Person
from itgov_bot.replies import MAX_CHOICES, Reply
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.managers.recording.pieces import MINE, record
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import period
from itgov_bot.wording.text import bold, esc, join


def missing(fact: ReadingsMissing) -> Reply:
    """With a button that begins recording each."""
    lines = [f"• {one.number}. {esc(tidy(one.name))}: {bold(period(of))}" for one, of in fact.missing]
    head = (
        "⏰ Todavía falta su avance, y pronto se les cuenta a los gerentes:"
        if fact.again
        else "📝 Terminó el período y falta registrar su avance:"
    )
    buttons = [record(one, of) for one, of in fact.missing[: MAX_CHOICES - 1]]
    return Reply(f"{head}\n" + "\n".join(lines), (*buttons, MINE))


def reminded(people: Sequence[Person], vacant: Sequence[int], *, is_again: bool) -> Reply:
    """To the manager who asked for it. `vacant`: the indicators that are nobody's."""
    names = esc(join([name_of(one) for one in people]))
    if is_again:
        said = f"Hoy ya se les recordó a {names}. Mañana se les puede recordar otra vez."
    elif people:
        said = f"👍 Listo: le recordé lo que falta a {names}."
    else:
        said = "No hay a quién recordarle: nadie tiene esos cargos. Un administrador los da con /rol."
    numbers = join([str(one) for one in vacant]) if people else ""
    return Reply(said + (f"\n⚠️ Sin responsable, y por eso sin recordatorio: {numbers}." if numbers else ""))


def overdue(fact: ReadingsOverdue) -> Reply:
    lines = [
        f"• {one.number}. {esc(tidy(one.name))}: {bold(period(of))} · {esc(tidy(one.owner))}"
        + (f" ({esc(join([name_of(person) for person in holders]))})" if holders else "")
        for one, of, holders in fact.missing
    ]
    if fact.is_vacant:
        return Reply(
            f"🕳 {bold('Indicadores sin responsable')}: nadie tiene el cargo, y por eso no hay quien los registre.\n"
            + "\n".join(lines)
            + "\n\nUn administrador lo da con <code>/rol dar responsable @usuario</code>. El próximo mes "
            "se lo recuerdo."
        )
    return Reply(
        f"🕳 {bold('Avances que siguen sin registrar')}, aunque ya se le recordó a su responsable:\n"
        + "\n".join(lines)
        + "\n\nTodo lo que falta: <code>/kpi faltan</code>"
    )
