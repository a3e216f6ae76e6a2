"""In which words each deed is ordered: one table, a row for a frame.

A row: the order, marks, and the frame, in which the case itself is left out (`clauses`). In a frame stand plain words,
`<tomar coger>` for any order of these verbs (or of a group of them), `<yo: …>` for what the agent does by themselves,
`<di: …>` for what they do not, `<hecho: …>` for participles, `(a / b)` for one of them, `[a]` for what may be missing, and
slots: WHO an agent, ANYONE perhaps one, LEVEL, WHAT a service, CASE a number, TEXT the rest.

Marks: `i` the case itself is named beside it; `v` so, or the verb is an infinitive («cerrar»); `s` it names what only the
desk speaks of, whatever else stands in the clause; `c` the case is named as a
case; `n` only of one that is named by its number; `t` only with words of
what was done; `m` only where an agent is named elsewhere; `w` it may mean something else; `-` none.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .order import Order
from .verbs import DONE, ORDERED, PLAIN, SELF, verb_of

_GROUPS_OF_VERBS = """
GET    tomar coger agarrar asumir
SEE    tomar coger agarrar asumir llevar sacar arreglar despachar manejar atender hacer ver mirar revisar recibir
       trabajar resolver solucionar responder contestar
GIVE   pasar dar dejar poner entregar mandar enviar trasladar remitir transferir cargar encargar tirar recomendar
       echar rotar mover
PUT    poner dejar marcar pasar mandar meter quedar colocar registrar anotar cambiar dar
END    cerrar resolver finalizar solucionar terminar concluir finiquitar
ENDED  cerrar resolver solucionar terminar finalizar atender hacer arreglar completar concluir reparar corregir
JOIN   juntar unir fusionar agrupar combinar meter asociar vincular relacionar ligar pegar consolidar anexar sumar
SORT   clasificar reclasificar categorizar recategorizar catalogar
WRITE  anotar apuntar agregar adicionar registrar escribir poner dejar anexar
"""
_TABLE = """
take      i   [yo] <yo: GET aceptar> [yo]
take      i   [yo] <yo: SEE> yo
take      i   yo <yo: SEE>
take      -   yo <yo: tomar coger agarrar asumir atender>
take      -   a mi nombre
take      -   [yo] me <yo: quedar encargar llevar apuntar pedir hacer> [cargo] [con / de / a] [yo]
take      -   [yo] me le mido
take      i   me <asignar reasignar GIVE registrar regalar> [a mi] [nombre]
take      is   <asignar reasignar GIVE registrar marcar> (a / para) mi [nombre / cargo]
take      vs   <asignar reasignar> (a / para) mi [nombre / cargo]
take      i   [me] (es / son / queda / quedan / va / van / seria / toca / tocan) [para / a] (mio / mia / mios / mias
              / mi / conmigo)
take      -   (voy yo / yo voy / yo subo / yo bajo / yo hago)
take      n   [yo] <yo: ir> [por / con / para]
take      i   [me] <dejar> que yo <SEE>
take      n   <GET atender>
take      n   me <dar pasar asignar reasignar dejar poner regalar GET>
take      n   [ya] (estoy trabajando / trabajando / estoy / ando) (con / en)
take      i   (tengo yo / yo tengo / quiero)

release   v   <soltar liberar desasignar devolver regresar> [a la (fila / cola / mesa / bandeja / bolsa) / al (pool
              / grupo / monton)] [libre]
release   i   <dejar quedar poner> (libre / disponible / sin (asignar / dueno))
release   i   me <quitar desasignar sacar> [de (encima / mi nombre)]
release   i   <quitar sacar> de (mi nombre / mi lista / mis casos)
release   -   me <sacar quitar> de
release   is   <quitar sacar> (a / de) WHO
release   i   [que] [vuelva / vuelve] (a la / en la) (fila / cola / bandeja / bolsa)
release   i   que [quede / <quedar>] (libre / disponible)
release   is   <mandar pasar poner dejar> (a / en) la (fila / cola / bandeja / bolsa)
release   -   que (<SEE> / vaya) (otro / otra / alguien [mas] / quien pueda / cualquiera)
release   -   que (otro / otra / alguien / otra persona / alguien mas) (<SEE> / vaya)
release   i   <dejar> para (otro / otra / quien pueda)
release   i   [yo] [ya] no (puedo / <yo: seguir> / alcanzo / alcance / doy abasto) [con / mas / a]
release   i   [yo] [ya] no [yo] <yo: SEE>
release   n   no (puedo / voy a alcanzar / alcanzo / alcance / voy a poder) [con / a]
release   i   [ya] no (es / son / sera) (mio / mia / mios)

assign    vs   <asignar reasignar> [me] [a / para / al / con] [nombre de] WHO
assign    is   <GIVE cambiar> [a / para / al / con] [nombre de / cargo de / las manos de / responsable a] WHO
assign    v   <di: asignar reasignar> (a / al) [nombre de] ANYONE
assign    v   <asignar reasignar>
assign    i   <poner> a nombre de ANYONE
assign    -   [va / van / mejor] (para / a / con) [nombre de] WHO
assign    -   (es / son / seria / queda / va / van / <quedar>) (de / para / con / a nombre de / a cargo de) WHO
assign    -   (toca / corresponde / tocan / tocaria) a WHO
assign    -   que (vaya / SEEN / tenga / baje / suba) [por favor] WHO
assign    -   que WHO [me] (vaya / SEEN / tenga / baje / suba / encargue)
assign    -   que se encargue WHO
assign    i   que SEEN ANYONE
assign    s   <cambiar poner dejar> [de / el / la / como] (responsable / agente / encargado / encargada / dueno /
              tecnico) [a / por / de] WHO
assign    n   [no es mio] [eso] es de WHO
assign    n   [a / para] WHO
assign    im  <GIVE asignar>

escalate  v   <escalar elevar> [(a / al / con / para / hacia) ANYONE]
escalate  is   <subir GIVE elevar llevar> [(a / al / para) [el]] NIVEL [de soporte]
escalate  is   <subir GIVE llevar> [a / al / para / con] [el / la / quien] BOSS
escalate  -   (toca / corresponde / va para) (al / a la / a el / el / la) (BOSS / proveedor / fabricante /
              contratista)
escalate  -   que (SEEN / intervenga) (el / la) BOSS
escalate  -   [va / es / esto es] [para / de / a / al] NIVEL
escalate  -   (requiere / necesita) (NIVEL / escalamiento / al BOSS)
escalate  i   <subir GIVE> [a / al / para / con] [el / la] AREA
escalate  -   [para / queda] escalado [a / al / con] [ANYONE]

priority  -   [<PUT subir bajar>] [con / en / a / de / la / como] prioridad [a / en / como / de / muy / mas] LEVEL
priority  is   <PUT subir bajar clasificar considerar> [como / en / a] [muy / mas] LEVEL
priority  -   <subir bajar pasar> a LEVEL
priority  -   <subir bajar dar quitar poner> [la / mas / mucha / menos] prioridad
priority  v   <priorizar despriorizar>
priority  i   <quitar> [de] [el / lo de / lo] (urgente / urgencia)
priority  n   [debe / deberia] [<quedar> / quedar] [en / con / de / es / son / como] [prioridad] LEVEL
priority  i   [es / son] [muy] (prioridad / prioritario / prioritaria)
priority  i   (es / son) [muy] (urgente / urgentes)
priority  -   [<PUT subir bajar>] [como / de / con / a / en] [la] LEVEL prioridad

service   v   <SORT> [en / como / a / al / de / por] [servicio de] WHAT
service   n   <SORT> WHAT
service   v   <SORT>
service   -   <cambiar corregir poner> [el / la / de / del] (servicio / categoria / clasificacion / tipo) [a / al /
              por / en / de] [servicio de / el de] WHAT
service   -   <cambiar corregir> [el / la / de] (servicio / categoria / clasificacion / tipo)
hand      iw  <di: GIVE direccionar redireccionar> (a / al / para / hacia / con) [el / la / los] [area / equipo / grupo
              / gente / servicio] [de / del] WHAT
hand      iw  <poner mover cambiar meter> (en / a / al / por / de / como) WHAT
hand      w   [mejor / deberia / debe] (es / va / seria / son / ir / corresponde / pertenece / toca) [un / una]
              [tema / problema / cosa / asunto] (en / de / del / para / con / a / al / por) [los / el / la / lo de]
              [area / servicio / categoria] [de] WHAT
hand      iw  (es / son) WHAT

wait      is   <di: PUT> [como / en] PAUSE [TEXT]
wait      -   [<di: PUT>] en (espera / <pausar> / stand by / standby) [TEXT]
wait      i   <PUT> (pausa / una <pausar>)
wait      -   <PUT> [como / en] (pendiente / espera / pausa) (por / de / del / hasta / a que) TEXT
wait      -   (pendiente / queda pendiente) (por / de que) TEXT
wait      -   [queda / <quedar> / esta] (parado / detenido / congelado / suspendido / pausado / frenado) (por /
              hasta / mientras / porque) TEXT
wait      -   [en / queda / <quedar>] a la espera (de / del) TEXT
wait      -   (espera / esperando / pendiente) [de / por] (repuesto / repuestos / compra / proveedor / garantia /
              insumo) [TEXT]
wait      -   (stand by / standby) [TEXT]
wait      -   <pausar> (por / hasta / mientras) TEXT
wait      n   [queda / <quedar> / esta / quedan / estan / sigue] (pendiente / pendientes / esperando / en espera / a
              la espera / estancado) [TEXT]
wait      n   (falta / hace falta / le falta) TEXT
wait      v   <pausar congelar suspender aplazar detener frenar aguantar posponer>
wait      i   <dejar> [ahi] (quieto / parado)

resume    -   <sacar quitar> [de] [la / el / esa] (espera / <pausar> / stand by / congelador)
resume    v   <reanudar retomar reactivar continuar despausar descongelar activar destrabar> [con / en]
resume    i   <seguir arrancar> [con / en / adelante / de nuevo]
resume    n   <seguir>
resume    i   <poner pasar volver devolver dejar> [a] [poner] [en] (proceso / curso / marcha / tramite / activo /
              andando)
resume    i   [ya] no (espera / esta en espera / esta pendiente)

solve     v   <END>
solve     vs   <dar> [por] (<hecho: ENDED> / listo / cierre / cerrar!)
solve     is   <PUT> [como / en / de / por] (<hecho: ENDED> / listo / lista / cierre)
solve     -   <dar> cerrar! a
solve     t   [esta / queda / <quedar> / problema / asunto / todo / ya] [esta] <hecho: END arreglar completar
              atender reparar corregir>
solve     t   [ya / todo] (quedo / quedaron) [WORKING]
solve     ti  [ya] <yo: arreglar reparar corregir>
solve     n   [ya] [esta / estan / queda / quedan / quedo / <quedar> / fue / fueron / fui / se] [todos / ya / como /
              todo] (<hecho: ENDED> / listo / listos / lista / listas / ok / al pelo / full / funcionando / bien)
solve     n   ya (<quedar> / quedaron / esta / estan / funciona / sirve / salio / imprime / abre / entro / entra)
              [todos / bien / todo]
solve     n   [ya] (sali / salimos) [de / del / con]
solve     n   ya <yo: ENDED>
solve     n   <yo: ENDED>
solve     -   [problema / queda / ya] <hecho: cerrar resolver finalizar solucionar terminar> (con / via / mediante /
              por / desde / cambiando / reiniciando / de) TEXT

cancel    vt  <borrar eliminar>
cancel    n   <borrar eliminar>
cancel    v   <cancelar anular tumbar descartar rechazar desestimar invalidar desechar>
cancel    v   <dar> de <bajar>
cancel    it  <sacar quitar botar retirar> [de la (lista / fila / cola / mesa)]
cancel    -   [queda / esta] <hecho: cancelar anular descartar rechazar>
cancel    -   (no procede / no aplica)
cancel    i   (ya no va / sobra / no es un caso)
cancel    n   (ya no va / no va / no procede / no aplica / sobra / sobran / no es caso / fue un error / es una
              prueba / son pruebas / no existe)

merge     s   <JOIN pasar> [con / al / a / en / dentro de / del] [el / la / lo de / el de] CASE
merge     -   [es / son / esta] [el / la / lo / los] (mismo / misma / mismos) [problema / cosa / vaina / persona /
              caida / falla] [que / del / de / al / con] [lo] [el / la] [de] CASE
merge     -   [es / esta] (igual / igualito / repetido / repetida / duplicado / duplicada / copia / dup / gemelo /
              hermano) [al / a / del / de / con / que] [el / la] CASE
merge     -   ya (esta / lo reportaron / existe / viene) (en / con / por) [el] CASE
merge     -   [es] (mismo / duplicado / repetido / igual / dup) [caso] CASE
merge     -   (va / viene) con [el] CASE [otra vez]
merge     i   es [el] CASE [otra vez]
merge     -   <cerrar> por (duplicado / repetido) [con / del / de] [el] CASE
merge     n   <JOIN> [con / en] [uno / uno solo / dentro / un solo]
merge     n   [es / son / esta / estan] [el / la / lo / los] (duplicado / duplicados / repetido / repetidos / misma
              vaina / mismo / mismos / misma / iguales / igual) [cosa / problema / falla / persona / que / de / con]

reopen    v   <reabrir revivir>
reopen    iw  <abrir> (otra vez / de nuevo / nuevamente)
reopen    iw  <abrir>
reopen    iw  <volver> (a / y) <abrir>
reopen    n   <abrir> [otra vez / de nuevo / nuevamente]
reopen    -   volver a abrir
reopen    n   (volvio / volvieron) a (fallar / pasar / danarse)
reopen    n   no quedo [bien / listo / resuelto]

note      -   <anotar apuntar agregar adicionar registrar escribir dejar> [una nota] (ahi / aqui / al caso / a el /
              en el caso / en la historia / al historial) [una nota / la nota] [que / de que] TEXT
note      i   <WRITE> [una / la / como] (nota / observacion / comentario / constancia / escrito / anotado /
              recordatorio / apunte) [a / en / de / interna / para] [que / de que] TEXT
note      -   <WRITE> [una] (observacion / comentario) [que / de que] TEXT
note      t   <WRITE> [una / la] (nota / observacion / comentario) [interna] [que / de que] [TEXT]
note      -   nota interna que TEXT
note      -   <registrar> que TEXT
note      -   (<dejar> / que quede) [ahi] (constancia / escrito / anotado / registrado) [de / en el caso / ahi] que
              TEXT
note      -   (observacion / comentario / recordatorio / apunte) TEXT
note      nt  [<WRITE>] [la / una] (nota / notas / observacion / comentario / apunte) [a / en / para] [que / de que]
              [TEXT]
note      ct  <anotar apuntar agregar adicionar> [ahi / aqui] [que / de que] [TEXT]
note      n   <anotar apuntar registrar agregar> [que / de que] TEXT

answer    w   <di: decir avisar informar comentar contar mandar escribir responder contestar> PERSON que TEXT
answer    w   <di: preguntar> PERSON [que] TEXT
answer    nt  <di: responder contestar> [a / al / a la / a los] [que] [TEXT]
answer    nwt <di: decir avisar preguntar informar escribir comentar contar mandar> [a / al / a la / a los] [mensaje
              / decir] [a] [que] [TEXT]
answer    nt  (mensaje / respuesta) [para / a / al] [TEXT]

undo      -   <deshacer> [esto / eso / ultimo]
keep      -   <guardar> [esta / esa / la / mi / una] [como] respuesta [guardada] [TEXT]
"""


_ROW = re.compile(r"^\w.*(?:\n +.*)*", re.MULTILINE)
"""With its further lines, which begin with spaces."""
_GROUPS = dict(row.split(None, 1) for row in _ROW.findall(_GROUPS_OF_VERBS))


@dataclass(frozen=True, slots=True)
class Frame:
    """`words` fits a whole clause, `loose` also one that goes on in other words, `open` one that begins in others too: it
    names what only the desk speaks of (`is_special`)."""

    order: Order
    marks: str
    words: re.Pattern[str]
    loose: re.Pattern[str]
    open: re.Pattern[str]
    is_special: bool
    is_said: bool
    """By a verb that says what is to be done."""
    verbs: frozenset[str]
    """It begins with one of these, where there are any: others need not be compared."""

    def may_fit(self, verbs: AbstractSet[str]) -> bool:
        return not self.verbs or not self.verbs.isdisjoint(verbs)


_WORDS = {
    "SEEN": "(?:tomar|coger|agarrar|asumir|atender|hacer|ver|mirar|revisar|recibir|resolver|responder)! ",
    "BOSS": "(?:jef[ea]|coordinador|coordinadora|coordinacion|lider|supervisora?) ",
    "NIVEL": r"(?:(?:el )?(?:segundo|tercer|siguiente|otro) nivel|nivel (?:2|3|dos|tres|superior)|n2|n3) ",
    "PAUSE": r"(?:espera|pausar!|stand by|standby|hold|pendiente|esperando|quieto|congelador|veremos"
    rf"|(?:parar|pausar|congelar|suspender|detener){re.escape(DONE)}) ",
    "AREA": r"(?:infraestructura|infra|desarrollo|proveedor(?: \S+)*|fabricante|operador|contratista|garantia|ingenieria) ",
    "WORKING": rf"(?:\w+[aei]ndo|ok|bien|list[oa]|operativ[oa]|al pelo|perfecto|al dia|full"
    rf"|(?:solucionar|resolver){re.escape(DONE)}) ",
    "PERSON": r"(?:(?:a (?:la|el|los|las)|al) (?:senora?|seno|usuari[oa]|funcionari[oa]|doctora?|muchach[oa]|man|ingeniera?"
    r"|gente) |a (?:ella|el|ellos) )?",
}
_MOODS = {
    "": f"[{ORDERED}{PLAIN}{SELF}]",
    "yo": f"[{SELF}{PLAIN}]",
    "di": f"[{ORDERED}{PLAIN}]",
    "hecho": re.escape(DONE),
}
LEVELS = (
    "alt[ao]s?|medi[ao]s?|normal(?:es)?|urgentes?|bajar[!_]|baj[oa]s?|critic[oa]s?|maxima|minima|bajar[*]"
)
_SLOTS = {
    "WHO": r"(?:@ ){1,3}",
    "ANYONE": r"(?:\S+ ){1,4}",
    "LEVEL": rf"(?:{LEVELS}) ",
    "WHAT": r"(?:(?!no )\S+ ){1,6}",
    "CASE": r"(?:# )?\S*\d\S* ",
    "TEXT": r"(?:\S+ )+",
}
_PART = re.compile(r"<[^>]+>|[\[\]()/]|[^\s\[\]()/<>]+")
_SIGNS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "/": "|"}


def _verbs(part: str) -> list[str]:
    """Of «<yo: GET aceptar>»."""
    named = part[1:-1].rpartition(":")[2].split()
    return [verb for one in named for verb in _GROUPS.get(one, one).split()]


def _part(part: str) -> str:
    if part.startswith("<"):
        return f"(?:{'|'.join(_verbs(part))}){_MOODS[part[1:-1].rpartition(':')[0]]} "
    if part in _SLOTS:
        return f"(?P<{part.lower()}>{_SLOTS[part]})"
    return _SIGNS.get(part) or _WORDS.get(part) or f"{_read(part)} "


def _read(word: str) -> str:
    """As it stands in a clause: «quedó» is `quedo`."""
    verb = verb_of(word)
    return re.escape(verb[0] if verb else word)


def _any_of(words: str) -> str:
    return "|".join(dict.fromkeys(_read(word) for word in words.split()))


_LEAD = """
acabo
por favor porfa porfavor porfis porfi plis please ya listo listos ok okay dale oye oiga bueno ay uy hey buenas buenos
dias tardes hola mejor entonces y e pues hay que toca tocaria habria puedo puede puedes podemos pueden podria se debe
deberia deben quiero necesito quisiera vamos voy a nos me le les informo considero creo ahora aja nojoda yo es eso
esto ese este pilas de una via tambien muchachos companeros companera companero ayuda ayudas ayudame ayudeme colabora
colaboras colaborame colaboreme hazme hagame hace haces el para si quieres quiere sea tan amable solicito agradezco
sirvase asi va sera parce mano bro tenemos tengo estoy solo nuevamente otra vez equipo colegas
"""
_TAIL = """
nuevo nuevamente
por favor porfa porfavor porfis porfi plis please gracias ya hoy mismo ahora ahorita pues hombe hombre de una vez
jaja jajaja jajaj ja companeros companera muchachos colegas equipo yo todos todo si no el tambien ahi inmediatamente como
listo fa en uno para mi quien nosotros cuando pueda puedas cuanto antes rapido manana vale oiste parce mano bro nojoda
aja ok llave viejo entonces mejor otra urgente a solo tengo
"""
_LEADS, _TAILS = _any_of(_LEAD), _any_of(_TAIL)
_JOINS = (
    "que|dado que|puesto que|porque|pues|ya que|es que|para|asi|se|le|les|era|fue|ya|estaba|con|por|y|ambos|debido|mientras"
    "|hasta|desde|hace|no|sino|aunque"
)


MOST_BEFORE = 8
"""Words before what is special."""


def _frame(row: str) -> Frame:
    order, marks, frame = row.split(None, 2)
    words = "".join(_part(part) for part in _PART.findall(frame))
    lead, tail = rf"(?P<lead>(?:(?:{_LEADS}) )*?)", rf"(?P<tail>(?:(?:{_TAILS}) )*)"
    anything = rf"(?P<lead>(?:(?!no )\S+ ){{0,{MOST_BEFORE}}}?)"
    return Frame(
        Order(order),
        marks,
        words=re.compile(rf"{lead}{words}{tail}(?P<why>(?:{_JOINS}) .*)?"),
        loose=re.compile(rf"{lead}{words}{tail}(?P<why>.*)"),
        open=re.compile(rf"{anything}{words}{tail}(?P<why>.*)"),
        is_special="s" in marks,
        verbs=frozenset(_verbs(_PART.findall(frame)[0]) if frame.startswith("<") else ()),
        is_said=frame.startswith(("<", "ya <")) or order in ("take", "release"),
    )


FRAMES = tuple(_frame(row) for row in _ROW.findall(_TABLE))
