"""What is said to who tells only who they are and where, or that it has changed."""

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import yes_or_no
from itgov_bot.wording.text import esc


def noted(name: str | None, place: str | None, contact: str | None) -> Reply:
    return Reply(f"Anotado: {', '.join(esc(one) for one in (name, place, contact) if one)}.")


def what_is_it(greeting: str, noted: Reply) -> Reply:
    """It goes with whatever they tell next."""
    hello = f"{greeting} 👋 " if greeting else ""
    return Reply(f"{hello}{noted.text} ¿Qué le pasa? Cuénteme con sus palabras qué necesita o qué falla.")


def ask_update(person: Person, place: str | None, contact: str | None) -> Reply:
    """What would stand there, beside what stands there now."""
    lines = [
        f"• {called}: {esc(new)}{_before(old)}"
        for called, new, old in (
            ("Dependencia o lugar", place, person.dependencia),
            ("Contacto", contact, person.contact),
        )
        if new
    ]
    return Reply(
        "\n".join(["¿Actualizo sus datos? Así quedarían para sus próximos casos:", *lines]),
        yes_or_no("Sí, actualizar", Action.MY_DATA.data("update"), "No, dejarlos así"),
    )


def _before(old: str | None) -> str:
    return f" (antes: {esc(old)})" if old else ""
