"""Where it is and how to reach the person, as any form asks for it; and who does not want to give that."""

from collections.abc import Sequence

from itgov_bot.domain.city import City
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import CHANGED_MIND, OTHER_WAYS
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.text import esc, join, office_label

NOTED_WITH_PROBLEM = Reply("Lo anoté con lo que pasa. Solo falta el lugar:")
NO_PLACE_IN_THAT = Reply("Ahí no reconozco un lugar. Diga la dependencia y dónde queda: sede, piso, oficina.")
NO_CONTACT_IN_THAT = Reply(
    "No vi ahí un teléfono, una extensión ni un correo. Escriba solo el número, o elija que le avisemos por este chat."
)


def back(choice: MakeChoice, label: str = "Volver") -> Choice:
    return choice(label, "back")


def ask_place(
    city: City, known: str | None, choice: MakeChoice, *, floor: str | None, may_go_back: bool
) -> Reply:
    """`floor` was told already: what is missing is of which dependencia."""
    noted = f"Anoté: {esc(floor)}. " if floor else ""
    same = (choice(office_label(known, "En "), "same"),) if known else ()
    example = f" (por ejemplo: <i>{esc(city.place_example)}</i>)" if city.place_example else ""
    return Reply(
        f"{noted}¿Dónde es? Escriba la dependencia y el lugar{example}, y si quiere un teléfono"
        + ("; o elija:" if same else "; o elija la dependencia de la lista:"),
        (
            *same,
            choice("Ver la lista de dependencias", "list"),
            *((back(choice),) if may_go_back else ()),
        ),
    )


def all_offices(offices: Sequence[str], choice: MakeChoice, page: int) -> Reply:
    """Eight a page, so that every channel can show them."""
    start = page * 8
    before = (choice("Anterior", f"list{page - 1}"),) if page else ()
    more = (choice("Ver más", f"list{page + 1}"),) if start + 8 < len(offices) else ()
    buttons = [
        choice(office_label(name), str(start + at)) for at, name in enumerate(offices[start : start + 8])
    ]
    return Reply("Elija su dependencia, o escríbala:", (*buttons, *before, *more))


def ask_contact(choice: MakeChoice) -> Reply:
    return Reply(
        "¿A qué teléfono, extensión o correo le avisamos?",
        (choice("Por este chat", "chat"), back(choice)),
    )


def contact_noted(contact: str) -> Reply:
    return Reply(f"☎️ Le avisamos a {esc(contact)}. Falta el lugar:")


def name_noted(name: str) -> Reply:
    return Reply(f"👤 Gracias, {esc(name)}. Falta el lugar:")


def ask_leave(choice: MakeChoice) -> Reply:
    return Reply(
        "Sin sus datos no puedo abrir el caso: la mesa no sabría a quién ni dónde atender. ¿Lo dejamos sin enviar? No "
        "guardo nada.",
        (choice("Sí, dejarlo sin enviar", "yes", "yes"), choice("No, seguir con el caso", "no", "no")),
    )


def consent_refused(city: City, *, had_consented: bool) -> Reply:
    """`had_consented`: for an earlier case, which stays as it is."""
    other_ways = esc(join([channel.name for channel in city.channels], "o") or "otro medio")
    kept = (
        "el caso no se abrió. Lo que autorizó antes lo puede ver o borrar con /misdatos."
        if had_consented
        else "no guardé sus datos y el caso no se abrió."
    )
    return Reply(
        f"Entendido: {kept} Puede consultarme lo que quiera sin dar datos, o reportarlo por {other_ways}: /canales",
        (CHANGED_MIND, OTHER_WAYS),
    )
