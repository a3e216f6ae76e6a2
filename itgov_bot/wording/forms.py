"""What is said around any form: left, resumed, dropped, an old button."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, Protocol

from itgov_bot.actions import Action
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import RESUME_FORM
from itgov_bot.wording.text import clip, esc


class MakeChoice(Protocol):
    """A button of a form's present step; `answers` says that it is the yes or the no of the question."""

    def __call__(self, label: str, value: str, answers: Literal["yes", "no"] | None = None) -> Choice: ...


def which_is_meant(text: str, meant: Sequence[Choice]) -> Reply:
    """Words that may be one of these; or a matter of their own after all."""
    return Reply(
        f"¿Qué necesita con «{esc(clip(text, 200))}»?",
        (*meant, Choice("Es otra cosa", Action.NEW_MATTER.data())),
    )


def nothing_to_cancel() -> Reply:
    return Reply("No hay nada a medio llenar. Escríbame lo que necesita, o /ayuda.")


def nothing_to_resume() -> Reply:
    return Reply("No tiene nada a medio llenar. Para abrir un caso escriba /caso.")


def dropped(called: str | None, *, may_come_back: bool = False) -> Reply:
    back = (Choice("Retomarlo", Action.FORM.data("take_up")),) if may_come_back else ()
    return Reply(
        f"Listo, dejé {esc(called or 'lo que estaba llenando')} sin enviar. Cuando quiera empezamos de nuevo.",
        back,
    )


def further_problem(text: str, service_id: str) -> Reply:
    return Reply(
        f"Quedaba lo otro que me contó: «{esc(clip(text, 120))}». ¿Abrimos también ese caso?",
        (
            Choice("Sí, abrir el otro caso", Action.NEW_TICKET.data(service_id), answers="yes"),
            Choice("No, con ese basta", Action.DONE.data(), answers="no"),
        ),
    )


def left_unfinished(about: str) -> Reply:
    return Reply(
        f"Quedó a medias: «{esc(clip(about, 120))}». ¿Seguimos?",
        (
            Choice("Sí, seguir", Action.FORM.data("take_up"), answers="yes"),
            Choice("No, dejarlo", Action.FORM.data("leave"), answers="no"),
        ),
    )


def goes_on(about: str) -> Reply:
    return Reply(f"Seguimos con «{esc(clip(about, 120))}».")


def left_alone() -> Reply:
    return Reply("Listo, lo dejé sin enviar. Si vuelve a pasar, escríbame.")


def could_not_be_kept() -> Reply:
    """What a person was filling in was written by another version of the program."""
    return Reply(
        "Disculpe: mientras tanto me actualizaron y no pude conservar algo que tenía a medio llenar. Cuando quiera "
        "empezamos de nuevo: /caso para abrir un caso, /casos para los suyos."
    )


def old_button() -> Reply:
    return Reply(
        "Ese botón es de un paso anterior y ya no sirve. Seguimos con lo último que le pregunté, o escriba /ayuda."
    )


def old_button_no_form() -> Reply:
    return Reply(
        "Ese botón es de una conversación anterior. Escríbame lo que necesita y empezamos de nuevo, o /ayuda."
    )


def over() -> Reply:
    """In the place of a question that was answered, or of a card that was asked for again, where it can no longer be
    deleted."""
    return Reply("(Ya se respondió, o está más abajo.)")


def unfinished(called: str, about: str, text: str) -> Reply:
    """Somebody comes back after a while with other words: is it the answer, or something new?"""
    return Reply(
        f"Tenía a medio llenar {_named(called, about)}. ¿Seguimos con eso, o lo que acaba de escribir "
        f"(«{esc(clip(text, 60))}») es otra cosa?",
        (
            RESUME_FORM,
            Choice("Otra cosa: dejar lo anterior", Action.FORM.data("drop")),
        ),
    )


def left_for_good(called: str) -> Reply:
    return Reply(f"(Dejé sin enviar {esc(called)}, que tenía a medio llenar desde antes.)")


def not_done_after_all(called: str) -> Reply:
    """Another order came instead of a yes."""
    return Reply(f"(Lo anterior no lo hice: {esc(called)}.)")


def already_filling(called: str, about: str) -> Reply:
    return Reply(
        f"Ya tiene a medio llenar {_named(called, about)}.",
        (
            RESUME_FORM,
            Choice("Empezar de nuevo", Action.FORM.data("again")),
        ),
    )


def _named(called: str, about: str) -> str:
    return esc(called) + (f" («{esc(clip(about, 60))}»)" if about else "")


def button_or_words(text: str, called: str, pressing: str | None) -> Reply:
    """`pressing`: the data that presses the button, where it still can be pressed."""
    button = (Choice("Es el botón", pressing),) if pressing else ()
    return Reply(
        f"«{esc(clip(text, 60))}» también es un botón o una orden. ¿Lo mando como {esc(called)}, o es el botón? "
        "Todavía no he mandado nada.",
        (
            *button,
            Choice("Sí, mandarlo así", Action.FORM.data("take"), answers="yes"),
            Choice("No", Action.FORM.data("resume"), answers="no"),
        ),
    )


def question_is_over() -> Reply:
    return Reply("Esa pregunta ya pasó y no envié nada.")


def not_sent(why: Reply, text: str) -> Reply:
    """With the words that went to nobody, so that they need not be written again."""
    kept = f"\n\nNo se lo envié a nadie: «{esc(clip(text, 3000))}»" if text else ""
    return replace(why, text=f"{why.text}{kept}")


def in_answer(question: Reply) -> Reply:
    """Of a group, where nothing else that is written is read."""
    return replace(question, text=f"{question.text} Responda a este mensaje.")


def needs_text() -> Reply:
    return Reply("No me llegó texto. Escríbalo con palabras, por favor.")


def too_long(limit: int) -> Reply:
    return Reply(f"Es demasiado largo: escríbalo en {limit} caracteres o menos, por favor.")


def told_enough(limit: int) -> Reply:
    """Of a form that has as much text as an agent may still read."""
    return Reply(
        f"Eso ya no cabe: en un caso se cuentan hasta {limit} caracteres. Envíelo como está, y lo demás se lo puede agregar "
        "después, o adjuntar en un archivo."
    )


LEFT = "left"
"""What the button says that gives up the question of an agent's form."""


def choose_one() -> Reply:
    return Reply("No entendí cuál. Elija una de las opciones con el botón, con su número o escribiéndola.")


def still_awaited(called: str) -> Reply:
    """Without buttons: a number that is typed now is one of what was just shown."""
    return Reply(
        f"(Sigue pendiente: {esc(called)}. Las palabras que escriba van ahí. Para dejarlo: /cancelar)"
    )


def still_open(called: str) -> Reply:
    return Reply(
        f"(Sigue a medio llenar {esc(called)}.)",
        (RESUME_FORM, Choice("Dejarlo", Action.FORM.data("drop"))),
    )


NOTED_BESIDE = Reply("Lo anoté con lo que me contó.")
FIRST_ANSWER = Reply("Primero dígame esto, por favor, y seguimos:")
"""To what is written beside a question, before it is asked again."""


def no_hurry() -> Reply:
    """To who goes for a moment, or is back."""
    return Reply("Con gusto, sin afán: aquí sigue lo que llevamos.")
