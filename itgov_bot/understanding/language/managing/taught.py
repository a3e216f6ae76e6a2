"""What an administrator says of a message that was not understood: what it is, or that it may wait; and which lesson is to
go. Rows of words, by what is said; what fits none may name a service."""

from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..word_rows import rows

MAX_WORDS = 14


class Taught(StrEnum):
    """What is said of the message that is shown."""

    CONVERSATION = "conversation"
    FINE = "fine"
    NOT_OURS = "not_ours"
    LATER = "later"
    LEARN = "learn"
    """Said to the trial: it is to be learnt, or not."""
    NOT_LEARN = "not_learn"


_FILLING = word_set(
    """y ya pues bueno ok okey listo si mejor creo yo que me parece eso esto ese esa este esta es era seria fue el la lo los
    las un una unas de del a al por para favor porfa gracias ahora mensaje texto frase tal vez quizas solo nomas mas muy dale
    se le asi"""
)
_TALK = "conversacion conversaciones charla charlas chat dialogo platica conversa"
_LEARN = """aprendalo aprendelo aprendala aprendela aprenderlo aprenderla aprenda aprende aprender enseneselo guardelo
    guardalo guardala grabelo grabalo apliquelo aplicalo"""
_ROWS = rows(
    f"""
conversation  {_TALK}
              (parte partes hace hacen hacia era viene pertenece sigue suelta pura otra en medio mitad entre agente usuario)
conversation  parte viene vienen pertenece sigue / otro otra otros anterior algo antes
              (hace hizo hacen hacia era cosa cosas mensajes asunto caso tema conversacion venia dijo)
conversation  responde respondia respondiendo contesta contestaba contestando contestacion respuesta / otro otra anterior
              algo antes pregunta (cosa una como)
fine          bien / asi queda quedo como (estaba esta quedo dejelo dejalo dejemoslo)
fine          dejelo dejala dejalo dejela deje deja dejemoslo dejar dejarlo quede queda / asi quieto igual como
              (esta estaba tal cual)
not_ours      no / nosotros nuestro nuestra mesa (con va corresponde compete toca servicios tiene tienen ver nada)
not_ours      no / nos / toca corresponde compete incumbe (eso nosotros mesa)
not_ours      no nada / nosotros nuestro nuestra mesa / competencia cosa asunto ver resorte vemos manejamos atendemos
              (tiene con corresponde)
not_ours      fuera / mesa alcance catalogo (esta queda)
not_ours      ajeno ajena / mesa nosotros
later         despues luego ratico rato (dejelo dejalo dejela dejemoslo dejarlo deje veo vemos lo miro miramos reviso en
              decido decidimos lueguito)
later         siguiente proximo proxima (pase pasa pasemos vamos muestre muestreme ver otro)
later         mas / tarde (dejelo dejalo dejemoslo veo vemos miro miramos)
later         muestre muestreme muestrame ver deme pase pasemos vamos / otro otra
later         salte saltese saltate saltelo saltela saltalo saltala pasela paselo pasemos (otra otro siguiente)
learn         {_LEARN} (claro hagale adelante)
not_learn     no / {_LEARN} aprendas aprendan (quiero)
not_learn     dejelo dejalo / no / aprenda aprender aprenderlo
""",
    _FILLING,
)
_REFUSING = regex(r"\W*no\s*[,.;:]\s*(?=\w)")
"""«No, es charla»: it answers whatever was proposed, and says then what it is."""
_IS_OF = regex(
    r"(?:(?:pues|bueno|si|creo que|yo creo que|yo diria que|diria que|me parece que|eso|esto|ese|esa|este|mensaje|mas bien"
    r"|mejor) )*"
    r"(?:(?:es|era|seria|va|viene|pongalo|ponlo|pongala|dejelo|metalo|clasifiquelo|clasificalo|marquelo) )?"
    r"(?:(?:cosa|tema|asunto|problema) )?(?:(?:del?|con|para|en|al?) )?(?:(?:el|la|los|las) )?(?:servicio(?: del?)? )?"
    r"(?:(?:el|la|los|las) )?"
)
_TELLS = regex(r"\b(?:(?:es|era|seria|va|viene|\w+l[oa]) (?:\w+ )?(?:del?|con|para|en|al?)|servicio)\b")
"""What leads to a service and to little else: «es de», «va para», «póngalo en»."""
MAX_NAME_WORDS = 6
_TAKES_OUT = regex(
    r"(?:(?:no|por favor|porfa|mejor|pues|y|ahora|puede|quiero|hay que) )*"
    r"(?:quit|borr|elimin|deshag|deshac|desaprend|retir|olvid|sac|devuelv|recuper)[a-z]*"
)
_OF_LESSON = regex(
    r"(?: (?:el|la|lo|los|las|del?|que dice|que es|numero|nro|esa|ese|eso|aprendido|leccion|mensaje|por favor|porfa))* ?"
)


def taught(text: str) -> Taught | None:
    """«Es parte de una conversación», «déjelo así», «la siguiente»; None for anything that says more."""
    words = plain(_answer(text)).split()
    if "?" in text or len(words) > MAX_WORDS:
        return None
    return next((Taught(means) for means, row in _ROWS if row.fits(words) is not None), None)


def service_told(text: str) -> tuple[str, bool]:
    """The words that may name a service, without what leads to them, and whether they are said to be one: «eso es de página
    web». None are left where it is denied, asked, or much more is said."""
    said = plain(_answer(text))
    if "?" in text or len(said.split()) > MAX_WORDS or {"no", "ni", "tampoco"} & set(said.split()):
        return "", False
    lead = _IS_OF.match(f"{said} ")
    begins = lead.end() if lead else 0
    name = said[begins:].strip()
    return name, len(name.split()) <= MAX_NAME_WORDS and _TELLS.search(said[:begins]) is not None


def lesson_to_go(text: str) -> str | None:
    """Which lesson is to be taken back, as it was called: «quite el del ventilador»; empty where none is («quítelo»)."""
    said = plain(text)
    order = _TAKES_OUT.match(said)
    if order is None or "?" in text or len(said.split()) > MAX_WORDS:
        return None
    of = _OF_LESSON.match(said, order.end())
    return said[of.end() if of else order.end() :]


def _answer(text: str) -> str:
    return _REFUSING.sub("", fold(text), count=1)
