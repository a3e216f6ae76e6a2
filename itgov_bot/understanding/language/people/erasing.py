"""Whether words ask that one's own data be erased. It cannot be taken back: what may be about somebody else, or about a
role or a case, is no such wish, whatever it is like."""

from ..folding import plain, words_like

_ERASE = r"(?:quit|borr|elimin|sac|saqu|retir|suprim)"
_NOBODY = r"(?:mi|una?|aqui|ahi|alla|l[oa]s?|est?[eao]s?|contacto|sistema|chat|bot|registro|(?:la )?base)\b"
_DATA = r"(?:datos?|registros?|perfil|cuenta|informacion|info|numero|nombre|usuario|telefono|celular)"
_OWN = words_like(
    rf"""
    mis?|mi[oa]s?|me|my|uno|\w{{3,}}[aei]n?me|\w{{3,}}[ae]rme|salirme|darme|dame d\w* baja|desregistr\w+
    {_DATA}|registrad[oa]|supresion|olvido|autorizacion|consentimiento|habeas data|ley 1581|conversacion\w*|lista
    """
)
_MINE = words_like(r"mis? (?:datos|informacion|info)")
_OF_ANOTHER = words_like(
    rf"""
    {_ERASE}[aeo]n?les?
    {_ERASE}\w{{1,3}} (?:a|al) (?!mi\b|nosotros\b)\w+
    (?<!mi )(?<!mis ){_DATA} del? (?!{_NOBODY})\w+
    roles?|agentes?|guardia|coordinador\w*|gerentes?|administrador\w*|responsables?|casos?|tickets?|(?:el|la|los) \d+
    """
)


def erases_oneself(text: str) -> bool:
    """«Borren mis datos», «elimíneme»; not «quítele gerente a Carla», «a Carla quítele el 1 y póngamelo a mí»."""
    said = plain(text)
    is_own = _OWN.search(said) is not None and _OF_ANOTHER.search(said) is None
    return is_own or _MINE.search(said) is not None
