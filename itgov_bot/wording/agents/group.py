"""The agents' group: made the desk's, and lost."""

from itgov_bot.actions import Action
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.text import esc, quoted

ONLY_IN_GROUP = Reply(
    "Las tarjetas se piden en el grupo de la mesa. Aquí puede ver los casos con /mesa.", (SEE_QUEUE,)
)


def ask_use_group(title: str, old: str | None) -> Reply:
    """`old` is the title of the group that it would replace, None where there is none."""
    instead = "" if old is None else f" Deja de ser el grupo de la mesa {quoted(old, 60)}: allí se avisa."
    return Reply(
        f"¿Uso este grupo ({quoted(title, 60)}) como grupo de la mesa? Aquí llegarán los casos nuevos y los urgentes, "
        f"con lo que escriben las personas: mire quiénes están en él.{instead}",
        (Choice("Sí, usar este grupo", Action.DESK.data("here"), answers="yes"),),
    )


def group_set(*, topics: bool = False) -> Reply:
    if topics:
        return Reply(
            "Listo: desde ahora cada caso nuevo abre su propio tema en este grupo. Para eso el bot debe ser "
            "administrador con permiso de manejar temas; si no, los casos llegan aquí mismo."
        )
    return Reply("Listo: desde ahora los casos nuevos llegan a este grupo, con el botón «Lo tomo».")


def who_are_you(*, as_channel: bool) -> Reply:
    """To somebody who does not show who they are: what is done at the desk is done by somebody."""
    how = (
        "Al escribir, toque la foto del canal junto al mensaje y elija su propio nombre"
        if as_channel
        else "En el grupo, abra Administradores, toque su nombre y apague «Permanecer anónimo»; los botones sí le sirven así"
    )
    return Reply(
        f"🙈 Aquí veo {'un canal' if as_channel else 'a un administrador anónimo'} y no sé quién es usted: lo que se hace "
        f"en la mesa queda a nombre de alguien. {how}. O escríbame en privado."
    )


def many_open(total: int, cards: int) -> Reply:
    return Reply(
        f"📂 Hay {total} casos abiertos. Para no llenar el grupo no muestro todas sus tarjetas: cada una llega cuando su "
        "caso cambie, o cuando la pidan.",
        (SEE_QUEUE, _more_cards(0, cards)),
    )


def cards_shown(shown: int, total: int, cards: int) -> Reply:
    if shown >= total:
        return Reply(f"Ya están las tarjetas de los {total} casos abiertos.", (SEE_QUEUE,))
    return Reply(f"Van {shown} tarjetas de {total} casos abiertos.", (_more_cards(shown, cards), SEE_QUEUE))


def _more_cards(shown: int, cards: int) -> Choice:
    return Choice(f"Mostrar {cards} tarjetas", Action.DESK.data("cards", shown))


def moved_away(title: str, by: str) -> Reply:
    """To the group that had the cases."""
    return Reply(
        f"⚠️ {esc(by)} pasó la mesa a otro grupo ({quoted(title, 60)}): desde ahora los casos nuevos llegan allá. Si "
        "fue un error, un administrador escribe aquí /mesa."
    )


def moved(title: str, old: str | None, by: str) -> Reply:
    """To the other administrators."""
    instead = "" if old is None else f", en vez de {quoted(old, 60)}"
    return Reply(
        f"⚠️ {esc(by)} puso el grupo {quoted(title, 60)} como grupo de la mesa{instead}. Si no lo esperaba, escriba "
        "/mesa en el grupo que debe ser."
    )


def group_lost(title: str, agents: int) -> Reply:
    now = (
        f"Desde ahora los casos nuevos llegan en privado a cada agente ({agents})."
        if agents
        else "No hay agentes a quienes escribirles en privado: por ahora los casos solo se ven con /mesa."
    )
    return Reply(
        f"⚠️ El bot ya no puede escribir en el grupo de la mesa ({quoted(title, 60)}). {now}\n"
        "Para volver a usar un grupo, agregue el bot y escriba allí /mesa."
    )
