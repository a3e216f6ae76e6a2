"""Whether what an agent wrote under a case reads as meant for the desk's own people: «Darío, este es suyo».

Such words are shown before they go. Whatever is not told apart here is for whoever opened the case.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .folding import fold, plain, word_set, words_like

_CALLS = r"(?:(?:oye|oiga|hey|ey|hola|epa|venga|mira|mire|porfa|uy|ay|buenas|buenos dias|por favor)(?: ,)? )*"
_TELLS_OF = word_set(
    """
    va van le les lo la los las se ya es esta fue y o ira puede podra quedo viene llega llego paso pasa estuvo sale dice dijo
    hizo tiene de te
    """
)
_TO_COME = re.compile(r"\w{2,}(?:ra|ran)")
"""«Darío pasará por su puesto» tells of him as much as «Darío va»."""
_TEAM = r"(?:muchach[oa]s|equipo|companer[oa]s|compas|colegas|parceros|chic[oa]s|gente|team)\b(?! de\b)"
_SEES = (
    r"(?:co[gj]e|coja|cojan|toma|tome|agarra|agarre|atiende|atienda|mira|mire|revisa|revise|asume|encarga|ve)"
)
_TO_SEE = r"(?:coger|tomar|agarrar|atender|ver|mirar|revisar|ayudar|colaborar|asumir)"
_PERSON = (
    r"(?:usuari[oa]|senora?|funcionari[oa]|doctora?|ingenier[oa]|cliente|solicitante|companer[oa]|persona)"
)
_RUDE = r"(?:senora?|doctora?|dama|caballero|vieja|viejo|man|tipo|tipa|sujeto|personaje)"
_ACTS = (
    r"(?:(?:ya|siempre|nunca|casi|todavia|tampoco|no|me|nos|se|lo) )*"
    r"(?:contest(?:a|o|aba)|respond(?:e|io|ia)|aparec(?:e|io)|molest(?:a|o)|insist(?:e|io)|quej(?:a|o)|llam(?:a|o)|grit(?:a|o)"
    r"|miente|dijo|dice|pide|pidio|quiere|sabe|entiende|ha (?:contest|respond|llam)\w+)\b"
)
"""What people do, and no account does: «el usuario no contesta», but «el usuario no existe»."""
_ORDERS = (
    r"(?:cerr|cierr|resuelv|escal|asign|reasign|anul|cancel|tom|co[gj]|atiend|agarr|asum|clasifi[cq]|prior)"
)
_TO_DO = rf"(?:(?:cierr[ae]|resuelv[ae]|atiend[ae]|co[gj][ae])n?|{_ORDERS}en)"
"""As it is ordered, and not as it is told: «escalé el caso» is read without its accent."""
_INSIDE = words_like(
    rf"""
    quien (?:(?:me|nos|se) )?(?:(?:lo|la|le) )?{_SEES}(?: (?:este|esta|esto|ese|esa|el caso|lo de|con)\b.*)?$
    quien (?:me |nos )?(?:puede|podria|quiere) (?:(?:lo|la|me) )?{_TO_SEE}\w*
    quien (?:me|nos) (?:ayuda|colabora|cubre|apoya)|quien (?:esta|anda) (?:libre|disponible|de turno)|quien sabe de est\w+
    (?:a )?quien (?:le )?(?:toca|corresponde)|de quien es est[ea]
    alguien (?:(?:me|nos) )?(?:puede|podria|quiere|sabe|ayuda|colabora|que (?:sepa|pueda)|(?:lo|la) {_SEES})
    alguien {_SEES} est[ea]
    encarg(?:ate|ese|uese|uense|uelo|uela)|ha(?:zte|gase|ganse) cargo
    (?:este|esta|esto|este caso)(?: ya)?(?: es| queda| va| seria)?(?: para| de)? (?:suy[oa]|tuy[oa]|usted|ti|vos)
    te toca (?:a )?(?:ti|usted|vos|este)
    (?:coge|coja|cojan|agarre?|agarren|asum[ae])(?:lo|la|melo|mela)
    (?:me|nos) (?:ayudan|colaboran|apoyan|cubren)|(?:me|nos) (?:ayuda|colabora|apoya|cubre) con est(?:e|o|e caso)$
    {_TO_DO} est[ea](?: caso)?$|{_TO_DO} (?:el|este|ese) caso
    (?:toca|hay que|habria que|deberiamos|tenemos que|tocaria) (?:escal|asign|reasign|clasific|prioriz|junt|fusion)ar\w*
    (?:est[ea]|es[ea]) {_RUDE}|(?:est[ea]|es[ea]) {_PERSON} (?:es (?:muy|un|una|bien|tan|super|todo|toda)|anda)
    (?:est[ea]|es[ea]|el|la|al) {_PERSON} {_ACTS}|(?:el|la) (?:vieja|man|tipo|tipa) {_ACTS}
    """
)
_BEGINS = re.compile(
    rf"{_CALLS}(?:{_TEAM}"
    r"|(?:di|avisa|pregunta|escribe|llama|pide|(?:diga|avise|pregunte|escriba|llame|pida|comunique)n?)l[eoa]\b(?! a\b)"
    r"|que (?:me|nos) (?:mand|envi|dig|confirm|pas|llam|escrib|avis|cuent|de)\w*"
    rf"|(?:{_ORDERS}|mir|revis|dig|avis|pregunt|escrib|llam|contest)(?:an|en)l[eoa]s?\b|ella {_ACTS}|ella es"
    r"|urge\b|urgente$|(?:en )?espera (?:del?|a que|al)\b|esperando (?:al?|a que)\b"
    r"|(?:(?:cierr|resuelv|escal|asign|reasign|anul|cancel|clasifi[cq]|prior|muev)\w*l[oa]|(?:pon|mar[cq]|dej|sub|baj|pas)\w*l[oa])\b.*"
    r"\b(?:urgente|prioridad|prioritari[oa]|espera|pausa|cola|fila|servicio|nombre|coordina\w*|turno|nivel)\b"
    r"|(?:es )?(?:duplicad|repetid)[oa] (?:del?|con)\b)"
)
"""A colleague is to tell it to somebody, or to do it: what is said to a colleague, and what is nearly an order."""


@dataclass(frozen=True, slots=True)
class ToTeam:
    """Words for the desk. `name` is the colleague who is spoken to, as they were called; empty where nobody is named."""

    name: str = ""


def meant_for_team(text: str, colleagues: Sequence[str], requester: str) -> ToTeam | None:
    """None for words to whoever would read them, the `requester`. `colleagues`: names, and user names with an «@»; one who
    is called like the requester is not told from them."""
    theirs = fold(requester).split()[:1]
    names = {words[0]: words for one in colleagues if (words := fold(one).split()) and words[:1] != theirs}
    if spoken_to := _spoken_to(text, names):
        return ToTeam(spoken_to)
    said = plain(text)
    is_inside = _INSIDE.search(said) or _BEGINS.match(said) or (theirs and _tells_of(theirs[0], text))
    return ToTeam() if is_inside or _names_for(said, names) else None


def _spoken_to(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """«Darío encárguese», «mire este, Darío», or an «@» wherever it stands; not «Darío le ayuda»."""
    said = fold(text)
    closing = re.search(r",\s*(\w+)\W*$", said)
    ends: list[str] = re.findall(r"@\w+", said) + ([closing[1]] if closing else [])
    if called := next((one for one in ends if one in names), None):
        return called
    first, *behind = re.sub(rf"^{_CALLS}", "", " ".join(re.findall(r"\w+|[,:]", said))).split() or [""]
    if first not in names:
        return None
    then = next((word for word in behind if word not in names[first]), "")
    return None if then in _TELLS_OF or _TO_COME.fullmatch(then) else first


def _names_for(said: str, names: Mapping[str, Sequence[str]]) -> bool:
    """«Este lo maneja Darío», «eso le toca a Marta»: a case is told of, and who is to see to it."""
    about = re.match(
        rf"{_CALLS}(?:est[eoa]|es[eoa])(?: caso)? (?:lo|la|le|es|va|queda|seria)\b.* (\w+)$", said
    )
    return about is not None and about[1] in names


def _tells_of(requester: str, text: str) -> bool:
    """«Ana no contesta», but «Ana, no conteste ese correo»."""
    return re.match(rf"{_CALLS}{re.escape(requester)} {_ACTS}", fold(text)) is not None
