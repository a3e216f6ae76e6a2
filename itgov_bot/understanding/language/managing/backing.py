"""What backs a value that is recorded: its evidence, in whatever words, or why there is none, and what is noted of it."""

import re

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set

_NONE_OF_IT = regex(
    r"^\W*(?:(?:la verdad|pues|por ahora|de momento|aun|todavia)\W+)*"
    r"(?:no (?:\w+ )?(?:tengo|hay|tenemos|aplica|existe|cuento|contamos|adjunto|hubo|esta|necesita)"
    r"|no se (?:tiene|requiere|necesita|genero)"
    r"|sin (?:soporte|evidencia|anexos?|documentos?)|ningun[oa]?|n/?a|nada)\b"
)
_THE_SAME = regex(
    r"^\W*(?:(?:es|con|deje|use|ponga|sirve|vale|va|queda|ese|esa|el soporte(?: es)?)\W+)*(?:(?:el|l[oa]s?) )?mism[oa]s?"
    r"(?: (?:enlace|link|archivo|soporte|acta|foto|evidencia|documento|pdf|informe)s?)?"
    r"(?: (?:de antes|de ahora|anterior|que (?:ya |le )*(?:mande|subi|adjunte|puse|tenia|di|pase|hay)(?: \w+)?"
    r"|del?(?: \w+){1,4}))?\W*"
)
LINK = regex(r"(?:https?://|www\.)\S{3,400}")
_NO_NOTE = regex(
    r"^\W*(?:no\W+)?(?:sin|ningun[oa]?|quit\w+|borr\w+) (?:la |esa |mas )?"
    r"(?:notas?|comentarios?|observacion(?:es)?)\W*(?:gracias\W*)?"
)
_SAYS_NO_MORE = word_set(
    """a acta actas adjunto ahora al algun alguna anexo anexos archivo aun cuento con contamos de del documento documentos
    el ella ello en enlace es esa ese eso este evidencia evidencias foto fotos hay la las lo los me mi momento nada ni
    ningun ninguna ninguno no nos para por pues se sin soporte soportes tal tengo tenemos todavia un una verdad y ya
    requiere necesita genero tiene disponible aqui mano gracias senor"""
)
"""Words by which only that there is none is said."""
MIN_REASON_WORDS, MIN_SENTENCE_WORDS, MAX_BESIDE_LINK = 2, 6, 5


def lack_told(text: str) -> str | None:
    """Why there is no evidence, of «no tengo porque el comité no ha firmado»; "" where only that there is none is said, None
    where it is not."""
    said = fold(text)
    if _NONE_OF_IT.match(said) is None:
        return None
    why = [word for word in plain(said).split() if word not in _SAYS_NO_MORE]
    least = 1 if len(text.split()) >= MIN_SENTENCE_WORDS else MIN_REASON_WORDS
    return text.strip() if len(why) >= least or "aplica" in why else ""


def link_in(text: str) -> str | None:
    """The one that shows a value, in whatever words."""
    found = LINK.search(text)
    return found[0] if found else None


def link_alone(text: str) -> str | None:
    """The link of words that hardly say more: «aquí está: https://…»."""
    return link_in(text) if len(LINK.sub(" ", text).split()) <= MAX_BESIDE_LINK else None


def is_of_note(text: str) -> bool:
    """«Sin nota», «quite la nota»."""
    return _NO_NOTE.fullmatch(fold(text)) is not None


def is_the_same(text: str) -> bool:
    """«El mismo enlace», «lo mismo de antes»."""
    return _THE_SAME.fullmatch(fold(text)) is not None


_NOTE = regex(
    r"^\W{0,9}(?:(?:y|que|tambien)\W+)*(?:(?:va|queda|quede|deje(?:lo)?|ponga(?:le)?|agregue(?:le)?|anote(?:le)?)\W+)?"
    r"(?:con |como )?(?:la |una |de )?nota\b\W*(?:de |que |diciendo )*\S.{6,}"
)
_NOTE_SIGN = regex(r"^(?:nota|Nota|NOTA)\s*:\s*")
_ANNOUNCES = regex(
    r"^\W*(?:(?:ya|ahora|ahorita|ahi|aqui|aca|enseguida|le|les|te|lo|la|se|voy a|quiero)\W+)*"
    r"(?:mand|envi|adjunt|anex|pas|sub|carg)(?:o|ar|amos|are|e)\b"
)
_OF_EVIDENCE = regex(
    r"\b(?:soportes?|evidencias?|actas?|anexos?|documentos?|archivos?|fotos?|enlaces?|firmas?)\b"
)


_WHERE_OR_WHY = regex(
    r"\b(?:informe|certificad|listad|oficio|contrato|reporte|excel|comite|revision|tramite|firm|pendiente|imprim|escane|archiv"
    r"|adjunt|carpeta|porque|xq|pq|ya que|debido|todavia|aun|apenas|falta|enviar|mand|entreg|perdi)\w*"
    r"|\b(?:l[oa]s? (?:tiene|lleva|maneja|guarda)|(?:esta|estan|quedo|quedaron|reposa)\w* en)\b"
)


def tells_where_or_why(text: str) -> bool:
    """Whether words without a file or a link speak of what shows a value: where it is, or why there is none."""
    said = fold(text)
    return _OF_EVIDENCE.search(said) is not None or _WHERE_OR_WHY.search(said) is not None


def without_sign(text: str) -> str:
    """«Nota: …» without its sign."""
    return _NOTE_SIGN.sub("", text.strip())


def note_told(text: str) -> str:
    """«Va con la nota de que faltó una auditoría»: what is to be noted, at whatever question; else nothing."""
    return without_sign(text) if _NOTE.match(fold(text)) else ""


def is_of_evidence(text: str) -> bool:
    """Speaks of what shows a value, and tells none: «todavía no hay soporte»."""
    return _OF_EVIDENCE.search(fold(text)) is not None and not re.search(r"\d", text)


def announces_evidence(text: str) -> bool:
    """«Mando el acta»: it is still to come; «mandó», with its accent, it came."""
    return _ANNOUNCES.match(text.lower()) is not None
