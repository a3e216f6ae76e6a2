"""What backs a value that is recorded: its evidence, in whatever words, or why there is none, and what is noted of it."""

import re

from itgov_bot.patterns import regex

from ..folding import fold

_NONE_OF_IT = regex(
    r"^\W*(?:(?:la verdad|pues|por ahora|de momento|aun|todavia)\W+)*"
    r"(?:no (?:\w+ )?(?:tengo|hay|tenemos|aplica|existe|cuento|contamos|adjunto|hubo|esta|necesita)"
    r"|no se (?:tiene|requiere|necesita|genero)"
    r"|sin (?:soporte|evidencia|anexos?|documentos?)|ningun[oa]?|n/?a|nada)\b"
)
_THE_SAME = regex(
    r"^\W*(?:es |con |deje )?(?:(?:el|l[oa]s?) )?mism[oa]s?(?: (?:enlace|link|archivo|soporte|acta|foto|evidencia)s?)?"
    r"(?: (?:de antes|de ahora|anterior))?\W*"
)
LINK = regex(r"(?:https?://|www\.)\S{3,400}")
_NO_NOTE = regex(r"^\W*(?:no\W+)?(?:sin|ninguna|quit\w+|borr\w+) (?:la |esa )?nota\W*")
_BECAUSE = regex(
    r"\b(?:porque|por que|ya que|pues|debido a|por|es que|como|hasta que|falta|estan?|esta)\b.{4,}"
)


def lack_told(text: str) -> str | None:
    """Why there is no evidence, of «no tengo porque el comité no ha firmado»; "" where only that there is none is said, None
    where it is not."""
    said = fold(text)
    found = _NONE_OF_IT.match(said)
    if found is None:
        return None
    why = _BECAUSE.search(said)
    return text.strip() if why or "aplica" in found[0] else ""


def link_in(text: str) -> str | None:
    """The one that shows a value, in whatever words."""
    found = LINK.search(text)
    return found[0] if found else None


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
_ANNOUNCES = regex(
    r"^\W*(?:(?:ya|ahora|ahorita|ahi|aqui|aca|enseguida|le|les|te|lo|la|se|voy a|quiero)\W+)*"
    r"(?:mand|envi|adjunt|anex|pas|sub|carg)(?:o|ar|amos|are|e)\b"
)
_OF_EVIDENCE = regex(
    r"\b(?:soportes?|evidencias?|actas?|anexos?|documentos?|archivos?|fotos?|enlaces?|firmas?)\b"
)


def note_told(text: str) -> str:
    """«Va con la nota de que faltó una auditoría»: what is to be noted, at whatever question; else nothing."""
    found = _NOTE.match(fold(text))
    return text.strip() if found else ""


def is_of_evidence(text: str) -> bool:
    """Speaks of what shows a value, and tells none: «todavía no hay soporte»."""
    return _OF_EVIDENCE.search(fold(text)) is not None and not re.search(r"\d", text)


def announces_evidence(text: str) -> bool:
    """«Mando el acta»: it is still to come; «mandó», with its accent, it came."""
    return _ANNOUNCES.match(text.lower()) is not None
