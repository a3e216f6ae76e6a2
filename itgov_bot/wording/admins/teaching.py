"""What an administrator reads while teaching the desk."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.learning import Unmatched
from itgov_bot.messages import Choice, Reply
from itgov_bot.understanding.quality.evaluation import Effect
from itgov_bot.wording.text import bold, clip, esc, on_button

UNDO = Choice("Deshacer lo último", Action.TEACH.data("undo"))
EXAMPLES = 3


def nothing_to_learn(seen_some: bool) -> Reply:
    text = "No hay más mensajes por revisar." if seen_some else "🎉 No hay mensajes sin entender por revisar."
    return Reply(text, (UNDO,))


def ask_meaning(item: Unmatched, suggested: Sequence[Service], place: int) -> Reply:
    times = "una vez" if item.times == 1 else f"{item.times} veces"
    return Reply(
        f"🎓 Llegó {times} y no lo entendí:\n«{esc(clip(item.text, 200))}»\n\n¿De qué es?",
        (
            *(
                Choice(on_button(f"{one.id} {one.label}"), Action.TEACH.data(item.id, one.id))
                for one in suggested
            ),
            Choice("Otro servicio", Action.TEACH.data(item.id, "other")),
            Choice("Fuera de alcance", Action.TEACH.data(item.id, "out_of_scope")),
            Choice("No vale la pena aprenderlo", Action.TEACH.data(item.id, "ignored")),
            Choice("Dejarlo para después", Action.TEACH.data("next", place + 1)),
            UNDO,
        ),
    )


def show_effect(item: Unmatched, service: Service | None, label: str, effect: Effect) -> Reply:
    """The check before it is applied."""
    lines = [
        f"«{esc(clip(item.text, 100))}» → {_meaning(service, label)}",
        f"De los {effect.messages} mensajes de prueba: {len(effect.better)} mejoran y {len(effect.worse)} empeoran.",
        *(f"🟢 {esc(clip(text, 80))}" for text in effect.better[:EXAMPLES]),
        *(f"🔴 {esc(clip(text, 80))}" for text in effect.worse[:EXAMPLES]),
    ]
    return Reply(
        "\n".join(lines),
        (
            Choice("Aprenderlo", Action.TEACH.data(item.id, label, "yes")),
            Choice("Mejor no", Action.TEACH.data("next", "0")),
        ),
    )


def learned(item: Unmatched, service: Service | None, label: str) -> Reply:
    if label == "ignored":
        return Reply(f"Listo, no aprendo «{esc(clip(item.text, 80))}».")
    return Reply(
        f"✅ Aprendido: «{esc(clip(item.text, 80))}» → {_meaning(service, label)}. Ya lo entiendo así.",
        (UNDO,),
    )


def unlearned(item: Unmatched | None) -> Reply:
    if item is None:
        return Reply("No hay nada aprendido que deshacer.")
    return Reply(f"Deshecho: «{esc(clip(item.text, 80))}» vuelve a la lista por revisar.")


def decided_already(item: Unmatched) -> Reply:
    return Reply(f"Sobre «{esc(clip(item.text, 80))}» ya se decidió. Para cambiarlo: Deshacer.", (UNDO,))


def ask_service(text: str) -> Reply:
    return Reply(
        f"¿De qué servicio es «{esc(clip(text, 80))}»? Escriba su número (SER-004) o su nombre. (/cancelar para dejarlo)"
    )


def which_service(named: Sequence[Service]) -> Reply:
    hint = ": " + ", ".join(f"{service.id} {esc(service.name)}" for service in named[:5]) if named else ""
    return Reply(f"No sé cuál es{hint}. Escriba el número, por ejemplo SER-004.")


def _meaning(service: Service | None, label: str) -> str:
    return bold(f"{service.name} ({service.id})") if service else bold("fuera de alcance") if label else ""
