"""The marks by which an agent says that words are for the desk alone: before them, or anywhere else, which is less sure."""

import re

from itgov_bot.patterns import regex

from ..folding import fold, plain, words_like

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
_MARK = regex(rf"(?:{'|'.join(_SURE)})\s*".replace(" ", r"\s+"), re.IGNORECASE)


def noted(text: str) -> str | None:
    """The words of «// es la tercera vez», «nota interna: …»; None for words that may leave the desk."""
    said = text.lstrip()
    mark = _MARK.match(said)
    return said[mark.end() :] if mark else None


_ELSEWHERE = regex(
    rf"\s//\s|//\W*$|\\\\\W*$|^\W*\\\\|[🔒🔐🤫🤐]|#(?:{_NOTE}|{_INSIDE})\b|^\W*n\.?i\.?[:.)]|^\W*{_INSIDE}\b(?= ?[:,.)-])"
    rf"|[-–—(\[#,.;] ?(?:{_NOTE}|{_INSIDE}|{_NOTE} {_INSIDE}|no enviar|entre nos|{_WHOM})[)\]]?\W*$"
)


def is_marked(text: str) -> bool:
    """A mark stands somewhere: «está roto //», «🤫 …», «… (no enviar)»."""
    said = " ".join(fold(text).split())
    return noted(text) is not None or _ELSEWHERE.search(said) is not None


_SAID_OF = r"(?:el|la|est[ea]|es[ea]) (?:usuari[oa]|senor(?:a|ita)?|funcionari[oa]|doctora?|viej[oa]|tip[oa]|man|dona)"
_REMARKS = words_like(
    rf"""
    {_SAID_OF} (?:(?:ya|no|nunca|siempre|casi|me|se) )*(?:sabe|quiso|quiere|miente|dice|dijo|molesta)
    {_SAID_OF} (?:(?:ya|no|nunca|siempre|me|se) )*(?:fastidia|grita|grito|entiende|colabora|insiste)
    {_SAID_OF} (?:es (?:muy|un|una|bien|tan)|anda|no contesta)|es[ea] (?:vieja|man|tip[oa])|este (?:man|tipo)
    no (?:l[eo]s? |se lo )?(?:digan|cuenten|comenten|avisen)|no se (?:entere|de cuenta)|entre nos(?:otr[oa]s)?
    {_NOTE} {_INSIDE}|groser[oa]|cansona?|intens[oa]|fastidios[oa]
    """
)


def is_remark(text: str) -> bool:
    """Of a reason, or of what was done or is awaited, which whoever opened the case is told: it is marked, or speaks of
    them as colleagues do among themselves."""
    return is_marked(text) or _REMARKS.search(plain(text)) is not None


_MATES = r"(?:jef[ea]|mij[oa]|parce\w*|man(?:it)?o|herman[oa]|compa|bro|viejo|patron)"
_SPOKEN_OF = (
    r"(?:senora?|senorita|doctora?|man|viej[oa]|tip[oa]|muchach[oa]|usuari[oa]|funcionari[oa]|ingenier[oa])"
)
_TELL = r"(?:llam|busc|esper|visit|atiend|marc)"
_PASS_ON = (
    r"(?:dig[aá]|di|avis[ae]|inform[ae]|cuent[ae]|coment[ae]|escrib[ae]|mand[ae]|envi[ae]|respond[ae]|contest[ae]|expliqu?[ae]"
    r"|recuerd[ae]|pid[ae]|pregunt[ae]|entregu?[ae]|notifi(?:ca|que))"
)
_SEE_TO = r"(?:(?:tom|coj|agarr|asum|hag|atiend|llev|ve|recib|arregl|resuelv|cierr|qued|encargu|ocup)[ae](?:l[oa]s?|se|le))"
_YOU = r"(?:ust(?:ed|edes)|tu|vos)(?: mism[oa]s?)?"
_AMONG_COLLEAGUES = words_like(
    rf"""
    (?:le|te|les) (?:toca|corresponde) a (?:usted|ustedes|ti|vos)
    (?<!te )(?<!le )(?:toca|tocaria|(?:hay|habria|tenemos) que) (?:ir a )?(?:pedir|preguntar|avisar|consultar)les?
    y (?:le|les) (?:pregunta|pide|dice|explica|cuenta|avisa|muestra|insiste|saca|quita)s?
    (?:l[ao] {_TELL}o|le (?:digo|pregunto|explico|escribo|aviso)) a (?:ella|el)
    a (?:es[ea]|est[ea]|aquel|aquella) {_SPOKEN_OF}
    {_PASS_ON}les? (?:a|al) (?!sus?\b|tu\b|usted|algun|alguien|un\b|una\b|quien|cualquier|nosotros|(?:la|esta) linea)\w+
    {_SEE_TO} {_YOU}|{_YOU} {_SEE_TO}|(?:coja|tome|agarre|asuma|atienda|cojan|tomen|agarren|asuman|atiendan)l[oa]s?
    """
)
"""Among them an order to tell or send something to somebody else, or to see to it themselves."""
_BETWEEN_MATES = regex(
    rf"(?:listo|ok|copiado|entendido|vale|gracias|de una|hagale)(?: mi| pues)? {_MATES}", re.IGNORECASE
)
_OF_HER, _OF_HIM = (regex(rf"\b{it} {_TELL}o\b") for it in ("la", "lo"))
_WOMEN = frozenset({"amparo", "consuelo", "socorro", "rocio", "rosario", "pilar"})
"""Names in «o» that are none of men."""


def is_among_colleagues(text: str, reader: str) -> bool:
    """Who writes so speaks to a colleague, of somebody else than `reader` (a name) to whom it would go: «espere que llegue
    y le pregunta», «yo la llamo» under the case of a man."""
    said, first = plain(text), (plain(reader).split() or [""])[0]
    is_his, is_hers = first.endswith("o") and first not in _WOMEN, first.endswith("a") or first in _WOMEN
    is_of_another = (is_his and _OF_HER.search(said)) or (is_hers and _OF_HIM.search(said))
    return bool(is_of_another or _AMONG_COLLEAGUES.search(said) or _BETWEEN_MATES.fullmatch(said))


_DID = (
    r"(?:sabe|supo|firmo|dijo|dice|espera|recogio|recoge|viene|vino|confirmo|pidio|quiere|trae|trajo|autorizo|acepto"
    r"|recibio|probo|prefiere|insiste|contesta|contesto|entendio|salio|regresa|regreso|(?:esta|quedo) de acuerdo"
    r"|(?:esta|quedo) (?:enterad|avisad|informad|content|satisfech|conforme|pendiente)|quedo (?:en|de) )"
)
_TOLD_THEM = (
    r"(?:informo|aviso|explico|notifico|dijo|comento|conto|comunico|indico|llamo|escribio|respondio|contesto|advirtio"
    r"|recordo|pregunto)"
)
_OF_WHOM = (
    rf"(?:(?:(?:el|la|don|dona|mi) )*{_SPOKEN_OF}\b|(?:el |la )?(?:don|dona)\b|ella\b"
    r"|el(?= (?:ya|y|q|que|para|pa|por|hoy|manana)\b|$))"
)
_OTHERWISE = (
    r"(?:es[ea]|est[ea]|del?|con|donde|que|lo de|otra vez|otro|otra|(?<!para )(?:a|el|la)|(?<=\w )para)"
)
"""Before the name of somebody of whom it is told: «el de Ana», «a ese Beto»; «para Ana: …» begins what is for her."""
_BETWEEN = r"(?:(?:ya|no|nos|me|se|si|tambien|lo|la|le|todavia|aun|misma|mismo) )*"
_WISHED = r"(?<!necesito )(?<!quiero )(?<!pido )(?<!espero )(?<!para )(?<!hasta )(?<!favor )(?<!dia )que (?:ni |no |se )*"
_OF_READER = words_like(
    rf"""
    {_WISHED}l[oa]s? (?:recoja|reclame|busque|traiga|lleve|firme|cambie)|{_WISHED}(?:aguante|aburra|pregunte|de cuenta)
    se (?:l[oa]s? )?(?:fue|llevo|quedo|puso) (?:muy |bien |mas |lo mas )*(?:content|feliz|tranquil|brav|conforme|molest)\w*
    (?:hable|hablamos|coordine|coordinamos|cuadre|cuadramos|quede|quedamos|converse|me comunique) con {_OF_WHOM}
    (?:ya |le |la |lo |todo )*(?:qued[oa]|esta|fue) (?:ya |bien |mas que )*(?:avis|enter|inform|notific|contact)ad[oa]
    se les? (?:ya )?{_TOLD_THEM}
    firm(?:o|aron) (?:el |la |un |una )?(?:acta|recibido|planilla|entrega|paz y salvo|formato|conformidad)
    (?:ella|(?<!con )(?<!en )el (?:mismo|ya|no|me|nos)) {_BETWEEN}{_DID}
    """
)


def is_told_of(text: str, reader: str) -> bool:
    """It tells of `reader` (a name) as of somebody else: «ya hablé con ella», «don Luis ya sabe»; that is a note."""
    said, first = plain(text), (plain(reader).split() or [""])[0]
    return _OF_READER.search(said) is not None or (bool(first) and _tells_what_did(fold(text), first))


def _tells_what_did(said: str, first: str) -> bool:
    """The name, with no sign behind it that would make it a call: «luis firmó», not «Luis, firmó…»; or with a word before
    it that makes it none."""
    words, name = " ".join(said.split()), re.escape(first)
    is_named = re.search(rf"\b{_OTHERWISE} (?:(?:don|dona|el|la|{_SPOKEN_OF}) )*{name}\b(?!:)", words)
    return bool(is_named or re.search(rf"(?<!\w){name} {_BETWEEN}{_DID}", words))
