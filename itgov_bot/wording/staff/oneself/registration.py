"""Registering once, in words: the notice, the three questions, and what was kept."""

from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person, Role
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import CHANGED_MIND, OTHER_WAYS
from itgov_bot.wording.city import notice
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import role_names
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, esc, on_button

REGISTER = Choice("Registrarme una vez", Action.MY_DATA.data("register"))
_CORRECT = Choice("Corregir", Action.MY_DATA.data("fix"))


NO_NAME_IN_THAT = Reply("Ahí no reconozco un nombre. Escriba solo su nombre y apellido.")
REFUSED = Reply(
    "Entendido: no guardé nada. Puede consultarme lo que quiera sin registrarse.",
    (CHANGED_MIND, OTHER_WAYS),
)


def offered_with(reply: Reply) -> Reply:
    """Beside the first ticket: one press keeps what was just given. Never again."""
    return replace(
        reply,
        text=f"{reply.text}\n\n¿Recuerdo estos datos para la próxima? (/registro)",
        choices=(Choice("Sí, recordarlos", Action.MY_DATA.data("register"), answers="yes"), *reply.choices),
    )


def ask_notice(city: City, name: str | None, choice: MakeChoice, *, only_name: bool) -> Reply:
    """`only_name`: nothing else is asked, so that where it is not known yet the answer is the consent."""
    lead, asked = "Para registrarlo necesito su autorización; antes no guardo nada.", "\n\n¿Autoriza?"
    if only_name and name:
        lead = f"Para guardar su nombre, {bold(name)}, necesito su autorización."
    elif only_name:
        lead = "Escriba su nombre y apellido: al escribirlos autoriza que los guarde; antes no guardo nada."
        asked = ""
    return Reply(
        f"{lead}\n\n{notice(city)}{asked}",
        (choice("Autorizo", "yes", "yes"), choice("No autorizo", "no", "no")),
    )


def name_noted(name: str) -> Reply:
    return Reply(f"Gracias, {esc(name)}. Solo falta su autorización para guardarlo.")


def refused_at_desk(person: Person, roles: frozenset[Role]) -> Reply:
    """By somebody who works there, perhaps since a moment ago."""
    return Reply(
        f"Entendido: no guardé nada suyo. Sigue con el rol {bold(role_names(roles))}, que le dio un administrador, y las "
        f"personas a quienes atienda lo leen como {bold(agent_name(person))}.",
        (Choice("Decir mi nombre", Action.MY_DATA.data("fix", "name")),),
    )


def ask_name(known: str, choice: MakeChoice) -> Reply:
    same = (choice(on_button(known), "same"),) if known.strip() else ()
    return Reply("¿Cómo quiere que lo llamemos? Escriba su nombre" + (", o elija:" if same else "."), same)


def ask_dependencia(choice: MakeChoice) -> Reply:
    return Reply(
        "¿En qué dependencia trabaja? Escríbala, o elíjala de la lista:",
        (choice("Ver la lista de dependencias", "list"),),
    )


def ask_contact(choice: MakeChoice) -> Reply:
    return Reply("¿A qué teléfono, extensión o correo le avisamos?", (choice("Por este chat", "chat"),))


def registered(person: Person) -> Reply:
    return Reply(
        f"✅ Quedó registrado, {esc(person.name)}. En sus próximos casos no le vuelvo a preguntar esto:\n{facts(person)}\n\n"
        "Puede cambiarlo cuando quiera con /misdatos.",
        (_CORRECT,),
    )


def already_registered(person: Person) -> Reply:
    return Reply(f"Ya está registrado:\n{facts(person)}", (_CORRECT,))


def corrected(person: Person) -> Reply:
    return Reply(f"Corregido. Así queda:\n{facts(person)}", (_CORRECT,))


def named_at_desk(person: Person) -> Reply:
    return Reply(
        f"✅ Listo: las personas a quienes atienda lo leen como {bold(person.name)}. Puede cambiarlo con /misdatos."
    )


def which_to_correct(*, with_email: bool) -> Reply:
    mail = (Choice("Correo institucional", Action.MY_DATA.data("fix", "email")),) if with_email else ()
    return Reply(
        "¿Qué corregimos?",
        (
            Choice("Nombre", Action.MY_DATA.data("fix", "name")),
            Choice("Dependencia", Action.MY_DATA.data("fix", "dependencia")),
            Choice("Contacto", Action.MY_DATA.data("fix", "contact")),
            *mail,
        ),
    )


def facts(person: Person) -> str:
    """What somebody told of themselves, a line each."""
    lines = [
        f"• Nombre: {bold(person.name or 'sin nombre')}",
        f"• Dependencia o lugar: {esc(person.dependencia or 'sin indicar')}",
        f"• Contacto: {esc(person.contact or 'sin indicar')}",
    ]
    if person.email:
        lines.append(f"• Correo institucional: {esc(person.email)}")
    return "\n".join(lines)
