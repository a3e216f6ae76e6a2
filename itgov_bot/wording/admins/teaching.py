"""What an administrator reads while teaching the desk."""

from collections.abc import Callable, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.learning import CONVERSATION, DISMISSED, FINE, Lesson, Unmatched
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.quality.lessons import Change
from itgov_bot.understanding.services.phrases import OUT_OF_SCOPE
from itgov_bot.wording.text import bold, clip, esc, on_button, quoted

LIST = Choice("Aprendido", Action.TEACH.data("learned", 0))
EXAMPLES = 5
PAGE = 6
"""Lessons at a time, each with its button."""
MARKS = {"better": "🟢", "worse": "🔴", "other": "⚪"}
MEANINGS = {
    OUT_OF_SCOPE: "no es de la mesa",
    CONVERSATION: "es parte de una conversación",
    FINE: "está bien así",
}
Find = Callable[[str], Service | None]
"""The service of an id."""


def nothing_to_learn(seen_some: bool) -> Reply:
    text = "No hay más mensajes por revisar." if seen_some else "🎉 No hay mensajes sin entender por revisar."
    return Reply(text, (LIST,))


def ask_meaning(item: Unmatched, suggested: Sequence[Service], place: int) -> Reply:
    times = "una vez" if item.times == 1 else f"{item.times} veces"
    return Reply(
        f"🎓 Llegó {times} y no lo entendí:\n{quoted(item.text, 200)}\n\n¿De qué es?",
        (
            *(_is_of(item, one) for one in suggested),
            Choice("Otro servicio", Action.TEACH.data(item.id, "other")),
            Choice("No es de la mesa", Action.TEACH.data(item.id, "out_of_scope")),
            Choice("Es parte de una conversación", Action.TEACH.data(item.id, "conversation")),
            Choice("Está bien así", Action.TEACH.data(item.id, "ignored")),
            Choice("Dejarlo para después", Action.TEACH.data("next", place + 1)),
            LIST,
        ),
    )


def which_of(item: Unmatched, services: Sequence[Service], later: str) -> Reply:
    """Several may be meant, or none is known. `later`: the data of what leaves it open."""
    text = (
        "¿Cuál de estos es?" if services else "No sé qué servicio es. Escriba su número, por ejemplo SER-004."
    )
    others = (
        Choice("Otro servicio", Action.TEACH.data(item.id, "other")),
        Choice("Dejarlo para después", later),
    )
    return Reply(
        f"{quoted(item.text, 200)}\n\n{text}", (*(_is_of(item, one) for one in services[:PAGE]), *others)
    )


def _is_of(item: Unmatched, service: Service) -> Choice:
    return Choice(on_button(f"{service.id} {service.label}"), Action.TEACH.data(item.id, service.id))


def looking(item: Unmatched, service: Service | None) -> Reply:
    return Reply(f"🔎 Miro qué cambiaría si {quoted(item.text, 80)} {_means(service)}. Un momento…")


def show_effect(lesson: Lesson, changes: Sequence[Change], find: Find) -> Reply:
    """The check before it is applied: what would be read otherwise, in the words of people."""
    text, service = lesson.item.text, find(lesson.label)
    lines = [f"Si aprendo que {quoted(text, 100)} {_means(service)}:"]
    lines += [_changed(change, find) for change in changes[:EXAMPLES]]
    if len(changes) > EXAMPLES:
        lines.append(f"… y {len(changes) - EXAMPLES} más.")
    if not changes:
        lines.append("Ningún otro mensaje de los que conozco cambiaría.")
    if any(change.turn == "worse" for change in changes):
        lines.append("Los 🔴 hoy se leen bien y dejarían de leerse bien.")
    lines.append("¿Lo aprendo?")
    return Reply(
        "\n".join(lines),
        (
            Choice("Aprenderlo", Action.TEACH.data(lesson.item.id, lesson.label, "yes"), answers="yes"),
            Choice("Mejor no", Action.TEACH.data("next", "0"), answers="no"),
        ),
    )


def _changed(change: Change, find: Find) -> str:
    before, after = (_offered(each, find) for each in (change.before, change.after))
    return f"{MARKS[change.turn]} {quoted(change.text, 80)} pasaría de {before} a {after}"


def _offered(services: Sequence[str], find: Find) -> str:
    names = [bold(found.label) for each in services if (found := find(each))]
    return " o ".join(names) or "no tener servicio"


def learned(item: Unmatched, service: Service | None, label: str) -> Reply:
    text = esc(clip(item.text, 80))
    if label in DISMISSED:
        return Reply(
            f"Listo, «{text}» queda como está ({MEANINGS[label]}) y no lo vuelvo a proponer. "
            "Si fue sin querer, quítelo en Aprendido.",
            (LIST,),
        )
    return Reply(f"✅ Aprendido: «{text}» {_means(service)}. Ya lo entiendo así.", (LIST,))


def learned_list(lessons: Sequence[Unmatched], first: int, find: Find) -> Reply:
    """What was taught or dismissed, the newest first, each with the button that takes it back and its place among these."""
    page = lessons[first : first + PAGE]
    if not page:
        return Reply("No hay nada aprendido por ahora.")
    lines = [f"{at}. {_decided(one, find)}" for at, one in enumerate(page, 1)]
    choices = [_forget(one) for one in page]
    if len(lessons) > first + PAGE:
        choices.append(Choice("Ver más", Action.TEACH.data("learned", first + PAGE)))
    return Reply(f"📚 Aprendido ({len(lessons)}):\n" + "\n".join(lines), tuple(choices))


def ask_to_forget(lessons: Sequence[Unmatched], find: Find) -> Reply:
    """Which of them is to be taken back; the only one is asked before it goes."""
    keep = Choice("Dejarlo", LIST.data, answers="no")
    if len(lessons) > 1:
        return Reply("¿Cuál de estos quito?", (*map(_forget, lessons), keep))
    [only] = lessons
    return Reply(
        f"¿Quito esto? Vuelve a la lista por revisar.\n{_decided(only, find)}",
        (Choice("Sí, quitarlo", Action.TEACH.data("forget", only.id), answers="yes"), keep),
    )


def _forget(item: Unmatched) -> Choice:
    return Choice(on_button(f"Quitar: {item.text}"), Action.TEACH.data("forget", item.id))


def _decided(item: Unmatched, find: Find) -> str:
    label = item.label or ""
    means = bold(MEANINGS[label]) if label in DISMISSED else _means(find(label))
    return f"{quoted(item.text, 100)} {means}"


def unlearned(item: Unmatched | None) -> Reply:
    if item is None:
        return Reply("Eso ya no estaba aprendido.")
    return Reply(f"Deshecho: {quoted(item.text, 80)} vuelve a la lista por revisar.")


def decided_already(item: Unmatched, service: Service | None) -> Reply:
    meaning = MEANINGS.get(item.label or "") if service is None else f"{service.label} ({service.id})"
    return Reply(
        f"Sobre {quoted(item.text, 80)} ya se decidió: {esc(meaning or 'otro servicio')}. "
        "Para cambiarlo, quítelo en Aprendido.",
        (LIST, Choice("Quitarlo ya", Action.TEACH.data("forget", item.id))),
    )


def ask_service(text: str) -> Reply:
    return Reply(
        f"¿De qué servicio es {quoted(text, 80)}? Escriba su número (SER-004) o su nombre. (/cancelar para dejarlo)"
    )


def which_service(named: Sequence[Service]) -> Reply:
    hint = ": " + ", ".join(f"{service.id} {esc(service.name)}" for service in named[:5]) if named else ""
    return Reply(f"No sé cuál es{hint}. Escriba el número, por ejemplo SER-004.")


def _means(service: Service | None) -> str:
    return f"es de {bold(f'{service.label} ({service.id})')}" if service else bold("no es de la mesa")
