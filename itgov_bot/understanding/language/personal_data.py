"""People's words without what could point at a person. For what is learned from, and what others may read."""

from __future__ import annotations

import re

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
        (r"(?<!\S)\S*@\S+", "[correo]"),
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
