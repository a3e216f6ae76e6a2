"""In which words each deed is ordered: a row for a frame, in `whose`, `course` and `words`.

A row: the order, marks, and the frame, in which the case itself is left out (`clauses`). In a frame stand plain words,
`<tomar coger>` for any order of these verbs (or of a group of them), `<yo: …>` for what the agent does by themselves,
`<di: …>` for what they do not, `<hecho: …>` for participles, `(a / b)` for one of them, `[a]` for what may be missing, and
slots: WHO an agent, ANYONE perhaps one, LEVEL, WHAT a service, CASE a number, TEXT the rest.

Marks: `a` nothing else is said but courtesies; `2` two lists of cases are named; `i` the case itself is named beside
it; `v` so, or the verb is an infinitive («cerrar»); `s` it names what only the desk speaks of, whatever else stands in
the clause; `c` the case is named as a case; `n` only of one that is named by its number; `t` only with words of what
was done; `m` only where an agent is named elsewhere; `b` nothing else stands beside it but words of asking; `w` it may mean
something else; `-` none.
"""

import re

from ...folding import rows_of
from . import course, whose, words

_GROUPS = """
GET    tomar coger agarrar asumir acaparar pescar
SEE    tomar coger agarrar asumir llevar sacar arreglar despachar manejar atender hacer ver mirar revisar recibir
       trabajar resolver solucionar responder contestar mamar cargar
GIVE   pasar dar dejar poner entregar mandar enviar trasladar remitir transferir cargar encargar tirar recomendar
       echar rotar mover zampar endosar endilgar colgar encasquetar confiar encomendar delegar derivar reenviar turnar
       adjudicar ceder clavar arrimar direccionar redireccionar
PUT    poner dejar marcar pasar mandar meter quedar colocar registrar anotar cambiar dar degradar trepar levantar
END    cerrar resolver finalizar solucionar terminar concluir finiquitar archivar tachar sellar clausurar rematar
       liquidar despachar evacuar chulear
ENDED  cerrar resolver solucionar terminar finalizar atender hacer arreglar completar concluir reparar corregir
       finiquitar archivar sellar clausurar rematar liquidar despachar evacuar coronar
JOIN   juntar unir fusionar agrupar combinar meter asociar vincular relacionar ligar pegar consolidar anexar sumar
       arrejuntar casar unificar subsumir absorber adjuntar
SORT   clasificar reclasificar categorizar recategorizar catalogar encasillar etiquetar rotular tipificar encajar
       recalificar
WRITE  anotar apuntar agregar adicionar registrar escribir poner dejar anexar consignar
TELL   decir avisar informar comentar contar escribir responder contestar explicar comunicar notificar
       prometer asegurar garantizar advertir
"""
VERBS = dict(rows_of(_GROUPS))
"""By the name of a group, as they are written in frames."""
TABLE = whose.FRAMES + course.FRAMES + words.FRAMES


def verbs_in(part: str) -> list[str]:
    """Of «<yo: GET aceptar>», as infinitives."""
    named = part[1:-1].rpartition(":")[2].split()
    return [verb for one in named for verb in VERBS.get(one, one).split()]


LEMMAS = frozenset(verb for part in re.findall(r"<[^>]+>", TABLE) for verb in verbs_in(part))
"""Every verb that orders something."""
