"""Learning with a person in the loop: keeping what was not understood, without personal data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.storage import unmatched
from itgov_bot.storage.database import Session
from itgov_bot.storage.unmatched import Unmatched
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.evaluation import Labelled, outcomes

LONGEST = 200

_NAME = r"(?!(?:{stop})\b)[^\W\d_]{{2,}}"
_STOP = (
    "al|ante|aqui|aquí|con|de|del|desde|donde|el|en|es|esta|está|hace|la|las|le|los|me|mi|necesita|necesito|ni|no"
    "|para|pero|pide|por|porque|que|quien|quiere|quiero|quisiera|se|si|sin|su|te|tengo|tiene|un|una|y|ya|yo"
)
_NOT_A_NAME = (
    "agente|asesora?|auxiliar|contratista|coordinadora?|directora?|emplead[oa]|enlace|funcionari[oa]|jefe|jefa|nuev[oa]"
    "|otr[oa]|parte|pasante|practicante|profesional|responsable|secretari[oa]|solo|supervisora?|técnic[oa]|tecnic[oa]"
    "|usuari[oa]|alcalde|alcaldesa|abogad[oa]|arquitect[oa]|ingenier[oa]|doctora?|señora?"
)
# Names that are also words of the desk or of the calendar (luz, julio, paz, sol) are left out on purpose.
_GIVEN = (
    "adriana|alberto|alejandr[oa]|alfonso|alfredo|alvaro|álvaro|amparo|ana|andrea|andrés|andres|angélica|angelica"
    "|antonio|armando|beatriz|bibiana|camil[oa]|carlos|carmen|carolina|catalina|cecilia|claudia|cristian|cristina"
    "|daniela?|diana|diego|edgar|eduardo|edwin|elena|elizabeth|enrique|erika|ernesto|esteban|eugenia|fabi[oá]n?"
    "|felipe|fernand[oa]|francisc[oa]|gabriela?|germán|german|gloria|gonzalo|guillermo|gustavo|héctor|hector|hern[aá]n"
    "|hugo|humberto|ignacio|ingrid|isabel|iv[aá]n|jaime|javier|jennifer|jes[uú]s|jhon|johana|john|jorge|jos[eé]|juan"
    "|juana|juli[aá]n|juliana|karen|katherine|laura|leidy|leonardo|liliana|lina|lorena|luis|luisa|manuela?|marcela"
    "|margarita|mar[ií]a|mario|martha|mart[ií]n|mauricio|miguel|milena|m[oó]nica|nancy|natalia|nelson|nicol[aá]s"
    "|nubia|olga|orlando|[oó]scar|pablo|paola|patricia|paula|pedro|rafael|ra[uú]l|ricardo|roberto|rodrigo|rosa"
    "|rub[eé]n|sandra|santiago|sara|sebasti[aá]n|sergio|silvia|sof[ií]a|sonia|susana|tatiana|valentina|vanessa"
    "|v[ií]ctor|viviana|william|wilson|xiomara|yamile|yesid|yolanda"
)
_ONE = _NAME.format(stop=_STOP)
_REST = rf"(?:\s+{_ONE}){{0,3}}"

_PERSONAL = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"\S*@\S+", "[correo]"),
        (r"https?://\S+|www\.\S+", "[enlace]"),
        (
            r"\b((?:c\.?\s?c\.?|c[eé]dula|nit|documento|identificaci[oó]n|tel[^\W\d]*|cel[^\W\d]*)(?:\s+es)?)[\s:.#°no]*\d[\d\s.-]*",
            r"\1 [número] ",
        ),
        (r"(?<![\dx])\+?\(?\d[\d\s().-]{5,}\d", "[número]"),
        (
            rf"\b(me llamo|mi nombre es|le habla|les habla|habla|atentamente,?|att:?|firma:?)\s+{_ONE}{_REST}",
            r"\1 [nombre] ",
        ),
        (rf"\b(soy)\s+(?!(?:{_NOT_A_NAME})\b){_ONE}{_REST}", r"\1 [nombre] "),
        (
            rf"\b(doctora?|dra?|ingenier[oa]|ing|señora?|sra?|don|doña|licenciad[oa])\b\.?\s+"
            rf"(?!(?:{_NOT_A_NAME})\b){_ONE}(?:\s+{_ONE}){{0,2}}",
            r"\1 [nombre] ",
        ),
        (rf"\b(?:{_GIVEN})\b{_REST}", "[nombre] "),
    )
)


def scrub(text: str) -> str:
    """The text without what could point at a person: mail, numbers, links, names; people seldom write capitals."""
    for pattern, instead in _PERSONAL:
        text = pattern.sub(instead, text)
    return " ".join(text.split())[:LONGEST]


async def note_unmatched(desk: Desk, text: str, chosen: str | None) -> None:
    """Keeps a message that found no service, or (with `chosen`) found it only after the person looked further."""
    cleaned = scrub(text).lower()
    if cleaned:
        await unmatched.note(desk.session, cleaned, chosen, desk.now)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a new phrase would change on the labelled messages: how many get better, worse, or only other."""

    messages: int
    better: tuple[str, ...]
    worse: tuple[str, ...]


def effect_of(mind: Understanding, phrase: Phrase, labelled: Sequence[Labelled]) -> Effect:
    """Reads every labelled message with and without the phrase. Nothing is applied."""
    with_it = mind.with_learned([*mind.learned, phrase])
    before = outcomes(labelled, mind.understand)
    after = outcomes(labelled, with_it.understand)
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old.right != new.right]
    return Effect(
        len(labelled),
        tuple(new.message.text for _, new in pairs if new.right),
        tuple(new.message.text for _, new in pairs if not new.right),
    )


async def next_to_learn(desk: Desk, after: int = 0) -> Unmatched | None:
    """The most frequent undecided message; `after` skips the ones an administrator passed over."""
    waiting = await unmatched.undecided(desk.session, after + 1)
    return waiting[after] if after < len(waiting) else None


async def learned_phrases(session: Session) -> list[Phrase]:
    """What administrators taught, as phrases for the understanding."""
    return [Phrase(one.text, one.label or "") for one in await unmatched.decided(session)]


async def teach(desk: Desk, item: int, label: str, by: Person) -> None:
    """`label` is a service id, out_of_scope, or `ignored` for what is not worth learning."""
    await unmatched.decide(desk.session, item, label, by.id, desk.now)


async def unlearn_last(desk: Desk, by: Person) -> Unmatched | None:
    """Takes the last decision back; None when there is none."""
    decided = await unmatched.decided(desk.session)
    if not decided:
        return None
    await unmatched.decide(desk.session, decided[-1].id, None, by.id, desk.now)
    return decided[-1]
