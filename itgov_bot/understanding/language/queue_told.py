"""Whether an agent's sentence asks for cases of the queue, for one of them, or for what each agent has.

What they say of cases may be anybody's words of a problem: which of these is meant, the names in it decide
(`flows/agents/queue`).
"""

import re

from .folding import fold, words_like

MAX_CHARS = 120
"""Who writes more tells something."""

_NOUN = r"(?:casos?|tickets?|tiquetes?)"
_NEXT = r"de|del|que|en|sin|por|con|mas|libres|mi[oa]s|viej[oa]s|antigu[oa]s|[a-z]+(?:entes|id[oa]s|ad[oa]s|ert[oa]s)"
_ARE = r"hay|estan|son|siguen|quedan|faltan|tienen?|tenemos|tengo|llevo|lleva"
_SHOW = r"(?:muestr\w+|ver|veamos|dame|deme|list\w+|quiero ver)"
_LOOK = r"(?:busca(?:r|me)?|busque(?:me)?|encuentr[ae](?:me)?|ubi(?:ca|que)(?:me)?)"
_LEAD = r"(?:(?:y|por favor|porfa|porfavor|oye|a ver),? )*"
_COUNTS = re.compile(rf"{_LEAD}cuant[oa]s (?:{_NOUN} )?(?:nos |me )?(?:{_ARE}|{_NEXT})\b")
_LOOKS = re.compile(
    rf"{_LEAD}(?:{_LOOK} (?:(?:todos|todas) )?(?:(?:el|los|la|las|un) )?(?:{_NOUN}|l[oa]s? del?)"
    rf"|{_SHOW} el {_NOUN} (?:del?|con))\b"
)
_ASKS = re.compile(
    rf"{_LEAD}(?:(?:{_SHOW}|cuales son|que hay) (?:todos )?(?:los?|las?|casos|tickets)"
    rf"|(?:todos )?(?:los|las) (?:{_NOUN} )?(?:{_NEXT})|casos (?:{_NEXT})"
    rf"|(?:cuales(?: {_NOUN})?|que {_NOUN}) (?:{_ARE}|nadie|no|se|han sido|fueron|{_NEXT})"
    rf"|(?:cual es )?(?:el|la|lo) (?:{_NOUN} )?mas (?:viej|antigu)[oa]|lo (?:urgente|vencido|atrasado|pendiente|nuevo)"
    r"|(?:lo )?que (?:casos )?(?:tiene|lleva)|lo del?)\b"
)
_ALL = words_like(rf"abiert[oa]s|pendientes?|la mesa|tod[oa]s l[oa]s {_NOUN}")
_CASE = re.compile(
    rf"{_LEAD}(?:(?:como (?:va|esta|sigue|quedo)|en que (?:va|esta|quedo)|que (?:paso|ha pasado|hay) (?:con|de)|quien tiene"
    rf"|estado|{_SHOW}|{_LOOK}|abr[aei]\w*|mir[ae]\w*) )?(?:(?:el|al|del?|lo del) )*"
    rf"(?P<noun>{_NOUN} (?:numero |no\.? )?)?(?P<number>#?\d{{1,6}}|saus[\s_-]*20\d\d[\s_-]*\d{{1,6}})"
)
_LOAD = words_like(
    r"""
    (?:la )?carga(?: de (?:trabajo|la mesa|los agentes|cada (?:uno|agente)))?
    (?:como esta|ver|mostrar|muestreme) la carga(?: de \w+)*
    cuanto (?:tiene|lleva) cada (?:uno|agente|quien)|quien tiene (?:mas|menos) (?:casos|carga|trabajo)
    """
)


def asks_for_cases(text: str) -> bool:
    """Whether a sentence that is no order begins as one that asks for some of the cases."""
    return len(text) <= MAX_CHARS and any(
        one.match(_said(text)) is not None for one in (_ASKS, _COUNTS, _LOOKS)
    )


def asks_for_all(text: str) -> bool:
    """Whether it may mean the whole queue: «¿cuántas hay?», «los pendientes»."""
    said = _said(text)
    return _COUNTS.match(said) is not None or _ALL.search(said) is not None


def looks_for(text: str) -> bool:
    """Whether words in it are looked for, whatever they name: «busca el caso del monitor»."""
    return _LOOKS.match(_said(text)) is not None


def case_asked(text: str, *, is_bare: bool) -> str | None:
    """The number of the case that is asked for, as it was written: «¿cómo va el caso 5?»; with `is_bare`, also without
    the word («¿cómo va el 5?»)."""
    said = _said(text)
    case = _CASE.fullmatch(said)
    if case is None or said == case["number"]:
        return None
    is_named = case["noun"] or case["number"].startswith("saus")
    return case["number"] if is_named or (is_bare and not said.startswith(("el ", "al "))) else None


def asks_for_load(text: str) -> bool:
    """«Carga», «¿cuánto tiene cada uno?»."""
    return _LOAD.fullmatch(_said(text)) is not None


def _said(text: str) -> str:
    return fold(text).strip(" ¿?.!")
