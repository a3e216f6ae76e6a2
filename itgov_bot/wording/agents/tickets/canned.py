"""Answers at hand under a question, and `/respuestas`, where they are kept."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.canned import MARKS, MAX_TEXT, Canned, SolvedBefore, Use
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, esc, join, on_button, quoted

SHOWN = 7
"""Of those that are kept, on a page."""
_USES = {Use.ANSWER: "para responder", Use.SOLVE: "para resolver"}
_KNOWN = join([f"{{{mark}}}" for mark in MARKS])

NOT_KEPT = Reply("No la guardé.")
GONE = Reply("Esa respuesta ya no está.", (Choice("Ver las que hay", Action.CANNED.data("list", 0)),))
TOO_LONG = Reply(f"Es muy larga: deje {MAX_TEXT} caracteres o menos.")
NOTHING_TO_KEEP = Reply(
    "No encuentro una respuesta suya de ese caso para guardarla. Escriba /respuestas y guárdela allí."
)


def canned_value(canned: Canned) -> str:
    return f"c.{canned.key}"


def solved_value(solved: SolvedBefore) -> str:
    return f"s.{solved.ticket.number}"


def at_hand(canned: Sequence[Canned], solved: Sequence[SolvedBefore]) -> str:
    """What each of the buttons says; `canned` with its marks filled in."""
    lines = [f"📋 {bold(one.label)}: {esc(clip(one.text, 300))}" for one in canned]
    lines += [f"💡 Así se resolvió {bold(one.ticket.number)}: {quoted(one.outcome, 200)}" for one in solved]
    return "\n".join(["", *lines])


def choices_at_hand(
    canned: Sequence[Canned], solved: Sequence[SolvedBefore], choice: MakeChoice
) -> tuple[Choice, ...]:
    return (
        *(choice(on_button(one.label), canned_value(one)) for one in canned),
        *(choice(f"Como {one.ticket.number}", solved_value(one)) for one in solved),
    )


# /respuestas


def listing(own: Sequence[Canned], page: int, of_file: int) -> Reply:
    shown = own[page * SHOWN : (page + 1) * SHOWN]
    lines = [bold("📋 Respuestas guardadas")]
    lines += [f"• {bold(one.label)}: {esc(clip(one.text, 120))}" for one in shown]
    if not own:
        lines.append("Todavía no han guardado ninguna desde el chat.")
    lines.append(f"Además hay {of_file} de la ciudad, que se cambian en <code>data/canned.yaml</code>.")
    more = len(own) > (page + 1) * SHOWN
    return Reply(
        "\n".join(lines),
        (
            *(Choice(on_button(one.label), Action.CANNED.data("see", one.key)) for one in shown),
            *((Choice("Ver más", Action.CANNED.data("list", page + 1)),) if more else ()),
            Choice("Guardar una", Action.CANNED.data("new")),
        ),
    )


def one(canned: Canned, service: Service | None, keeper: Person | None) -> Reply:
    """`keeper`: the colleague who kept it."""
    uses = join([_USES[use] for use in canned.uses])
    about = service.label if service else "cualquier servicio"
    return Reply(
        f"📋 {bold(canned.label)}\n{esc(canned.text)}\n<i>Sirve {uses}; {esc(about)}.{_kept_by(keeper)}</i>",
        (
            Choice("Cambiar el texto", Action.CANNED.data("edit", canned.key)),
            Choice("Borrarla", Action.CANNED.data("drop", canned.key)),
            Choice("Ver todas", Action.CANNED.data("list", 0)),
        ),
        columns=2,
    )


def _kept_by(keeper: Person | None) -> str:
    return f" La guardó {esc(clip(agent_name(keeper), 60))}." if keeper else ""


def which_to_drop(canned: Sequence[Canned]) -> Reply:
    return Reply(
        "¿Cuál respuesta borro?",
        tuple(Choice(on_button(one.label), Action.CANNED.data("drop", one.key)) for one in canned[:SHOWN]),
    )


def ask_drop(canned: Canned, keeper: Person | None) -> Reply:
    return Reply(
        f"¿Borro la respuesta {bold(canned.label)}?{_kept_by(keeper)} La usa toda la mesa, y no se recupera.\n"
        f"«{esc(canned.text)}»",
        yes_or_no(
            "Sí, borrarla",
            Action.CANNED.data("erase", canned.key),
            "No, dejarla",
            Action.CANNED.data("see", canned.key),
        ),
        columns=2,
    )


def ask_text(draft: str, choice: MakeChoice) -> Reply:
    marks = f"Puede usar {_KNOWN}: se llenan solos."
    if not draft:
        return Reply(
            f"Escriba la respuesta como la leerá quien abrió el caso. {marks}\n"
            "<i>Para ponerle nombre al botón, escríbalo antes: «Clave nueva: {nombre}, ya tiene su clave».</i>",
            awaits_words=True,
        )
    return Reply(
        f"¿La guardo así?\n«{esc(draft)}»\nSi quiere otra cosa, escríbala. {marks}",
        (choice("Sí, guardarla", "yes", "yes"), choice("No", "no", "no")),
    )


def kept(canned: Canned) -> Reply:
    return Reply(
        f"👍 Guardada: {bold(canned.label)}. Sale bajo «Responder» y «Resolver» donde sirva.\n«{esc(canned.text)}»",
        (Choice("Verla", Action.CANNED.data("see", canned.key)),),
    )


def dropped(canned: Canned) -> Reply:
    return Reply(
        f"Borré la respuesta {bold(canned.label)}.", (Choice("Ver todas", Action.CANNED.data("list", 0)),)
    )


def unknown_mark(mark: str) -> Reply:
    return Reply(f"{quoted(mark, 40)} no se llena con nada. Use {_KNOWN}, o quítelo.")
