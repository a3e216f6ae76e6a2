"""What a report of an outage names: what is down, which system, which site, whose fault. The city's words are data."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass
from itgov_bot.understanding.language.bounds import bounded
from itgov_bot.understanding.language.folding import plain, word_set, words_like
from itgov_bot.understanding.language.fuzzy import MIN_TYPO_CHARACTERS, same_word
from itgov_bot.understanding.language.where.places import is_everywhere, named_sites
from itgov_bot.understanding.language.word_file import WordFile

from .report import APPLICATION, OutageReport

MAX_REMEMBERED = 2000
"""Texts that are not read again: every report is compared with the cases of the last hours."""

MAX_RARE = 30

_ONLY_MINE = words_like(
    r"""
    (?:solo|solamente|unicamente) (?:a )?(?:mi|yo|en mi|el mio|la mia)|menos (?:a )?(?:mi|yo|el mio|la mia)
    (?:los|las|l)? ?(?:demas|otros|otras|companeros|companeras) (?:\w+ ){0,2}(?:si|bien|normal)
    a todos (?:\w+ ){0,2}menos|el resto (?:\w+ ){0,2}(?:si|bien)
    """
)
_OWN_THING = words_like(
    r"""
    (?:mi|este|un) (?:computador\w*|equipo|pc|portatil|usuario|monitor|pantalla|impresora|extension|sesion|perfil|puesto)
    clave|contrasena|mouse|raton|teclado|diadema|impresora|toner|escaner|bloquead\w+|cupo|espacio|licencia
    """
)
_COMMON = word_set(
    "nadie todos todas toda todo puede pueden podemos entrar abrir abre abren carga cargan funciona funcionan sirve sirven "
    "cayo callo caido caida caidos caidas esta estan estamos quedamos tenemos tiene tengo hace desde ahora aqui aca para "
    "por que con sin como hay anda nada tampoco tambien sede edificio piso oficina secretaria alcaldia dependencia "
    "buenas buenos dias tardes noches favor ayuda urgente lleva llevamos rato horas minutos general servicio problema "
    "trabajar atender publico gente usuarios funcionarios responde presenta falla fallas error mucho muchos cada "
    "nosotros somos ustedes reporta reporto informo porque cuando sale salen dice mismo misma otra otro ningun ninguno "
    "ninguna desde tarde manana noche hora sistema"
)


@dataclass(frozen=True, eq=False)
class OutageWords:
    """`services`: what is down when that service is; the other services are one person's matter. `at_one_site`: what may
    be down at one site and run at the next. `systems` and `sites` are the city's own, in one folded word each."""

    subjects: Mapping[str, re.Pattern[str]]
    services: Mapping[str, str]
    at_one_site: frozenset[str]
    systems: frozenset[str]
    sites: frozenset[str]

    def report(
        self,
        text: str,
        service: str | None = None,
        place: str = "",
        exception: ExceptionKind | None = None,
        *,
        is_fault: bool = True,
    ) -> OutageReport:
        """What somebody tells. `place` counts where the words name no site. `exception` is what they tell whatever the
        hour; `is_fault`: they are neither a wish nor a question."""
        return _report(self, bounded(text), service, bounded(place), exception, is_fault)

    def _subjects_of(self, said: str, service: str | None) -> frozenset[str]:
        """What is down, by the words; without any, by the service."""
        found = frozenset(name for name, rule in self.subjects.items() if rule.search(said))
        if len(found) > 1:
            return found - {APPLICATION}  # «el sistema de correo» is about the mail
        of_service = self.services.get(service or "")
        return found or frozenset({of_service} if of_service else ())

    def _systems_of(self, words: Collection[str]) -> frozenset[str]:
        """The named systems, as the list spells them. Short names must be spelled so."""
        telling = [word for word in words if word not in _COMMON]
        return frozenset(name for name in self.systems if any(_is_system(word, name) for word in telling))

    def _sites_of(self, text: str) -> frozenset[str]:
        listed = (name for name in self.sites for word in plain(text).split() if same_word(word, name))
        return named_sites(text) | frozenset(listed)

    def _rare(self, words: Collection[str]) -> frozenset[str]:
        """What is left when what every report says is taken away: a place, a name, a thing. Of very many the first ones:
        each is compared with those of every case."""
        rare = (
            word
            for word in words
            if len(word) >= MIN_TYPO_CHARACTERS
            and not word.isdigit()
            and word not in _COMMON
            and not any(rule.fullmatch(word) for rule in self.subjects.values())
        )
        return frozenset(islice(dict.fromkeys(rare), MAX_RARE))


@lru_cache(maxsize=MAX_REMEMBERED)
def _report(
    known: OutageWords,
    text: str,
    service: str | None,
    place: str,
    exception: ExceptionKind | None,
    is_fault: bool,
) -> OutageReport:
    said = plain(text)
    words = said.split()
    return OutageReport(
        service=service,
        exception=exception,
        is_fault=is_fault,
        subjects=known._subjects_of(said, service),
        at_one_site=known.at_one_site,
        systems=known._systems_of(words),
        sites=known._sites_of(text) or known._sites_of(place),
        is_everywhere=is_everywhere(text),
        is_only_mine=_ONLY_MINE.search(said) is not None,
        is_own_thing=_OWN_THING.search(said) is not None,
        rare_words=known._rare(words),
    )


def _is_system(word: str, name: str) -> bool:
    return word == name or (len(name) > MIN_TYPO_CHARACTERS and same_word(word, name))


def read_outage_words(data: Path, services: Collection[str]) -> OutageWords:
    """Raises VocabularyError, also where a service is not in the catalogue."""
    file = WordFile(data, "outages.yaml", ("subjects", "systems", "sites"))
    entries: Any = file.get("subjects") or {}
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        file.refuse(
            "`subjects`", "no tiene la forma de nombre y partes", "escriba `words` y `services` en cada uno"
        )
    subjects = {
        str(name): file.pattern(str(entry["words"]), f"«{name}», `words`")
        for name, entry in entries.items()
        if "words" in entry
    }
    if APPLICATION not in subjects:
        file.refuse("`subjects`", f"falta `{APPLICATION}`", "escríbalo: es lo que no tiene otro nombre")
    one_site = frozenset(str(name) for name, entry in entries.items() if entry.get("one_site"))
    return OutageWords(
        subjects,
        _services(file, entries, services),
        one_site,
        _single(file, "systems"),
        _single(file, "sites"),
    )


def _services(file: WordFile, entries: Mapping[Any, Any], known: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, entry in entries.items():
        for service in file.words_of(entry.get("services") or [], f"«{name}», `services`"):
            if service not in known:
                file.refuse(f"«{name}»", f"el servicio {service} no está en el catálogo", "corrija el número")
            if found.setdefault(service, str(name)) != name:
                file.refuse(f"«{name}»", f"{service} también está en «{found[service]}»", "deje uno")
    return found


def _single(file: WordFile, key: str) -> frozenset[str]:
    """Names are recognised word by word, so each is one word."""
    for written in file.words(key):
        if len(plain(written).split()) != 1:
            file.refuse(
                f"`{key}`", f"«{written}» tiene varias palabras", "escriba una sola, la más propia del nombre"
            )
    return frozenset(plain(written) for written in file.words(key))
