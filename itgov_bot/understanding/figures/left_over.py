"""What a question for a count says besides its figure, its parts and its time: what narrows it, or what nobody counts."""

import re
from collections.abc import Sequence

from itgov_bot.domain.summary import Age
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import plain, word_set, words_like
from itgov_bot.understanding.language.time.lengths import NUMBER, number

_CASES = words_like(
    r"casos?|tickets?|tiquetes?|solicitud(?:es)?|requerimientos?|incidentes?|reportes?|peticion(?:es)?|asuntos?|soportes?"
)
_FILLING = word_set(
    """a actual actuales actualmente acumulado agradezco ah ahora ahorita al algo alguien algun alguna alguno algunos
    ante aqui asi asignad asignada asignadas asignado asignados asignar atencion aun ay bien buen buena buenas bueno
    buenos busca buscan cada cantidad cinco cogido como comparado con contra cosa cosas cual cuales cuando cuant
    cuanta cuantas cuanto cuantos cuatro cuente cuenteme curso da dame dar de del deme desde deseo desglose detalle
    dia dias diez diga digame dime distribucion doctor donde dos dueno e el ella ellos en entonces entre era es esa
    esas ese eso esos espera esta estaba estado estamos estan estas este esto estos favor fecha fue fueron
    funcionarios gente gracias ha haber habia habido hace hacen hacer haga hagame han hasta hay haya hemos hicieron
    historico hizo hola hora hoy hubo indicar indicarme indique indiqueme informe instante jefe la las le les lista
    listado lleva llevaba llevamos llevan lo los mas mayor me media menor menos mesa mete meten mi mientras momento
    mucha muchas mucho muchos muestrame muestre muestreme muy nada necesitamos necesito ni no nos nosotros nuestra
    nuestro nueve numero o ocho ocupan oye para pasan pasaron pedida pedidas pedido pedidos pero pide piden pido
    pone ponen porfa pregunta prestamos promedio puede pues que quedan quedaron quedo quien quienes quiero quisiera
    regala reportan respecto saber se sea segun seis ser si sido siete sirva sirvase sigue siguen sin sistemas sobre
    solamente solicitado solicitados solicitan solo solucion somos son soporte su sus tal tambien tan tanta tantas
    tanto te tecnologia tenemos tengo tenia tenian ti tic tiempo tiene tienen toda todas todavia todo todos tomado
    tomar total trabaja tres tu tuvieron tuvimos tuvo un una unas uno unos usan usar usted va vamos van veo ver
    versus vez volumen vs y ya yo"""
)

_LINKING = word_set("a al con de del e el en la las lo los o para por un una y")
_STRANGE = regex(r"\bcuant[oa]s? (?P<noun>\w+)")
_AGE = regex(
    rf"\b(?:(?P<over>mas)|menos) de (?P<many>{NUMBER}) (?P<unit>dias?|semanas?|mes(?:es)?)(?: habiles| laborales)?\b"
    r"(?: (?:de )?(?:abiert|antigu|espera|viej|cread)\w*)?"
)
_WORKING_DAYS = {"d": 1, "s": 5, "m": 21}
MAX_AGE = 250
"""Working days: a year."""


def rest_of_age(said: str) -> tuple[str, Age | None]:
    """The folded text without «más de 10 días», and the age; weeks and months are told in their working days."""
    found = _AGE.search(said)
    days = number(found["many"]) * _WORKING_DAYS[found["unit"][0]] if found else 0
    if found is None or days > MAX_AGE:
        return said, None
    return f"{said[: found.start()]} , {said[found.end() :]}", Age(days, is_over=found["over"] is not None)


def left_over(said: str, explained: Sequence[re.Pattern[str]]) -> tuple[tuple[str, ...], bool]:
    """The runs of words that nothing explains, and whether one of them is what «cuántos» asks for: no cases then."""
    marked = _CASES.sub("|", said.replace("§", "|"))
    nouns = {found["noun"] for found in _STRANGE.finditer(marked)}
    for rule in explained:
        marked = rule.sub("|", marked)
    words = [word if word == "|" else plain(word) for word in re.findall(r"\||[^\W_]+", marked)]
    runs = " ".join("|" if word in _FILLING and word not in _LINKING else word for word in words).split("|")
    about = tuple(run for one in runs if (run := _trimmed(one.split())))
    return about, any(run.split()[0] in nouns for run in about)


def _trimmed(words: list[str]) -> str:
    """Without the linking words around it."""
    while words and words[0] in _LINKING:
        words = words[1:]
    while words and words[-1] in _LINKING:
        words = words[:-1]
    return " ".join(words)
