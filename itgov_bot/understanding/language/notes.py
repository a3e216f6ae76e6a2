"""Whether an agent's words are for the desk alone: surely, or perhaps, and then they are shown before they go to anybody."""

import re

from .folding import fold, words_like

_NOTE = r"not(?:as?|icas?|itas?)"
_INSIDE = r"(?:intern[oa]s?|privad[oa]s?)"
_DESK = r"(?:(?:l[oa]s )?de la mesa|la mesa|nosotr[oa]s|l[oa]s agentes|l[oa]s compañer[oa]s)"
_WHOM = rf"(?:s[oó]lo (?:para )?|para |{_NOTE} para ){_DESK}"
_COLON = r"\s?(?:[:–—]|-(?=\s))"

_SURE = (
    r"/\s?/+|\\\s?\\+(?=\s)",
    rf"[/#](?:{_NOTE}|{_INSIDE})(?: {_INSIDE})?\b[\s:.–—-]*",
    rf"[\[(]\s?(?:{_NOTE}(?: {_INSIDE})?|{_INSIDE}|{_WHOM})\s?:?\s?[\])](?:\s?[:.–—-])?",
    rf"[\[(]?\s?(?:{_NOTE}|{_INSIDE}|{_NOTE} {_INSIDE}|{_WHOM}){_COLON}",
    rf"{_NOTE} {_INSIDE}\s?\.",
    rf"(?:agr[eé]ga|guarda|deja|crea|pon|haz)(?:r|le)? (?:una |la |esta )?{_NOTE}(?: {_INSIDE})?{_COLON}",
    rf"(?:dej|agreg|guard)o (?:una |la |esta )?{_NOTE}(?: {_INSIDE})?{_COLON}",
    r"(?-i:NI)\s?:",
)
_MARK = re.compile(rf"(?:{'|'.join(_SURE)})\s*".replace(" ", r"\s+"), re.IGNORECASE)


def noted(text: str) -> str | None:
    """The words of «// es la tercera vez», «nota interna: …»; None for words that may leave the desk."""
    said = text.lstrip()
    mark = _MARK.match(said)
    return said[mark.end() :] if mark else None


_PERSON = r"(?:usuari[oa]|senor(?:a|ita)?|dona|funcionari[oa]|viej[oa]|tip[oa]|man)"
_TALK = r"(?:mesa|equipo|nosotr[oa]s|agentes|companer[oa]s|colegas|muchach[oa]s)"
_ELSE = (
    r"(?:credit|debit|de (?:credito|debito|entrega|venta|pedido|prensa|ingreso)|fiscal|final|verbal|academic)"
)
_BEGINS = words_like(
    rf"""
    {_NOTE}(?! {_ELSE})
    (?:agreg|guard|dej|pon|escrib|an|crea)\w* (?:(?:una|la|esta|como|de) )*{_NOTE}(?! {_ELSE})
    (?:dej|qued)\w* (?:anotad[oa]|registrad[oa]|constancia)(?= ?:| (?:de )?que\b)
    anot(?:ar|o|ado|emos)(?= ?:| que\b)
    (?:solo |ojo |para |aqui entre )+(?:el |la |l[oa]s |todo el )*{_TALK}(?= ?[:,.])
    ojo (?:con (?:est|es)[aeo]s?|que (?:el|la|est[ae]|es[ae])) {_PERSON}
    (?:{_TALK.replace("mesa|equipo|", "")})(?= ?[:,])
    no (?:enviar|mandar|reenviar|responder|contestar|compartir|publicar)(?:l[eoa]s?)?(?= ?[:,.(-])
    no (?:contesta|quiso|sabe nada|entiende nada|colabora)
    (?:el|la|este) (?:senora?|usuaria) (?:no|ya|si|es|se|siempre|nunca)\b
    (?:el|la|este) (?:senora?|usuari[oa]) (?:dice|dijo|miente|mintio|insiste|llamo)\b
    (?:el|este) usuario no (?:contesta|sabe|entiende|quiere|quiso|deja)\b
    confidencial|reservado|extraoficial
    """
)
_ANYWHERE = words_like(
    rf"""
    no (?:l[eo]s? |se lo |l[oa] )?(?:digan|cuenten|envien|manden|muestren|comenten)
    no (?:decirle|contarle|mostrarle)s?
    no (?:se lo |l[eo] )?(?:diga|cuente|envie|mande|diga nada|cuente nada) a(?:l| la) {_PERSON}
    (?:que )?no (?:l[oa]|esto) (?:vea|lea|sepa)n? (?:el|la|ell?[oa]?|est[ae]|es[ae])\b
    (?:que|sin que) no se (?:entere|de cuenta)
    entre nos(?:otr[oa]s)?
    solo (?:para|entre) (?:el |la |l[oa]s )?{_TALK}
    es[ae] (?:senora?|usuari[oa]|viej[oa]|tip[oa]|man|dona|funcionari[oa])
    est[ae] (?:senora|usuaria|tip[oa]|man|dona)
    la usuaria
    usuari[oa] (?:groser|conflictiv|fastidios|intens|canson)[oa]?
    {_NOTE} (?:intern|privad)[oa]s?
    """
)
_BEHIND = re.compile(
    rf"(?://|\\\\|[-–—(\[,.;#] ?(?:{_NOTE}|{_INSIDE}|no enviar|solo (?:la )?{_TALK}|para nosotr[oa]s)[)\]]?)\W*$"
)
_SIGN = re.compile(
    rf"\s//\s|[🔒🔐🤫🤐]|#(?:{_NOTE}|{_INSIDE})\b"
    rf"|[\[(] ?(?:{_NOTE}(?! {_ELSE})|{_INSIDE}|entre nos|no enviar|solo (?:la )?{_TALK}|para nosotr[oa]s)\b"
    rf"|^\W*\\\\|^\W*{_INSIDE}\b(?= ?[:,.)-])|^\W*n\.?i\.?[:.)]"
)


def may_be_note(text: str) -> bool:
    """Words that look as if the desk alone should read them: a word for a note, or talk about whoever would read it."""
    said = " ".join(fold(text).split())
    if noted(text) is not None or _SIGN.search(said) or _BEHIND.search(said) or _ANYWHERE.search(said):
        return True
    begin = re.search(r"\w", said)
    return begin is not None and _BEGINS.match(said, begin.start()) is not None
