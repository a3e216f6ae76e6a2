"""A choice that was typed instead of pressed: by its number, by its label, or by a yes or a no. Used by routes."""

from __future__ import annotations

import re

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.domain.text import folded
from itgov_bot.messages import Reply
from itgov_bot.storage import outbox
from itgov_bot.wording.staff.services import REPORT_QUESTION

RECENT_REPLIES = 3
"""A number or a label typed means a choice of one of the last few things that were said."""

_YES = re.compile(r"s[ií]\b|autorizo\b|enviar$")
_NO = re.compile(r"no(,|$)|no autorizo|no es urgente")
_YES_WORDS = frozenset([
    "si", "sii", "siii", "si si", "si claro", "si por favor", "si porfa", "si gracias", "si senor",
    "si senora", "si senorita", "si avise", "si avisen", "si avisar", "si avisar ya", "si enviar",
    "si envielo", "si abrir", "si abra", "si abralo", "si autorizo", "si acepto", "claro",
    "claro que si", "por supuesto", "dale", "listo", "ok", "okay", "oki", "vale", "bueno", "de una",
    "de acuerdo", "correcto", "afirmativo", "por favor", "hagale", "eso", "asi es", "envielo", "enviar",
    "mandelo", "abralo", "avise", "avisen", "autorizo", "acepto",
])  # fmt: skip
_NO_WORDS = frozenset([
    "no", "nop", "nope", "noo", "no no", "no gracias", "no por ahora", "por ahora no", "todavia no",
    "aun no", "mejor no", "no senor", "no senora", "negativo", "para nada", "no autorizo", "no acepto",
    "no quiero", "no es urgente",
])  # fmt: skip


_LEAVING = re.compile(
    r"(no |mejor |ya )*(cancelar?|cancelelo|salir|dejar(lo)? asi|dejemoslo asi|dejelo( asi)?|dejalo( asi)?|olvidelo|olvidalo"
    r"|mejor no|no (lo )?envi(e|ar)|no quiero( nada| seguir| continuar| dar mis datos)?)( por favor| gracias| ya)*"
)


async def offered(turn: Turn) -> str | None:
    """The data of the choice that was typed, if it was among the last ones offered."""
    text = turn.text
    if not text or len(text) > 64:
        return None
    replies = await outbox.last_replies(turn.desk.session, turn.incoming.address, RECENT_REPLIES)
    meant = _may_be_meant(turn)
    with_choices = [
        reply
        for reply in replies
        if reply.choices and all(one.data.startswith(meant) for one in reply.choices)
    ]
    by_label = next((data for reply in with_choices if (data := _by_label(reply, text))), None)
    if re.fullmatch(r"\d{1,2}[.)]?", text) and with_choices:
        # A number that is itself a label (a rating) is understood after other replies as well.
        return _by_position(with_choices[0], int(text.rstrip(".)"))) or by_label
    is_last = bool(with_choices) and with_choices[0] == replies[0]
    return by_label or (_by_yes_or_no(replies[0], text) if is_last else None)


def _may_be_meant(turn: Turn) -> tuple[str, ...]:
    """How the data of a choice may begin.

    While words for somebody else are awaited, «1» and «ok» are such words too: they press the buttons of that very
    question alone, not those of news that came meanwhile.
    """
    form = turn.talk.form
    if form and forms.is_known(turn) and forms.current_step(turn).verbatim and not form.is_idle(turn.now):
        return (f"f:{form.token}:", "form:")
    return ("",)


def _by_position(reply: Reply, number: int) -> str | None:
    return reply.choices[number - 1].data if 1 <= number <= len(reply.choices) else None


def _by_label(reply: Reply, text: str) -> str | None:
    wanted = _plain(text)
    if not wanted:
        return None
    return next((choice.data for choice in reply.choices if _plain(choice.label) == wanted), None)


def _by_yes_or_no(reply: Reply, text: str) -> str | None:
    """«Sí» to «¿Aviso ya a la guardia?» is as good as the button; only the very last question counts."""
    said = yes_or_no(text)
    if said is None or not reply.choices:
        return None
    if said and reply.text.endswith(REPORT_QUESTION):
        return reply.choices[0].data
    meant = _YES if said else _NO
    return next((choice.data for choice in reply.choices if meant.match(choice.label.lower())), None)


def wants_to_leave(text: str) -> bool:
    """«cancelar», «déjelo así»: the person leaves the form, in words instead of by the command."""
    return _LEAVING.fullmatch(folded(text)) is not None


def yes_or_no(text: str) -> bool | None:
    """None when it is neither."""
    said = folded(text)
    return True if said in _YES_WORDS else False if said in _NO_WORDS else None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
