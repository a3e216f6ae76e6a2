"""In which words each deed is ordered: one table, a row for a frame.

A row: the order, marks, and the frame, in which the case itself is left out (`clauses`). In a frame stand
plain words, `<tomar coger>` for any order of these verbs, `<yo: …>` for what the agent does by themselves, `<hecho: …>` for
participles, `(a / b)` for one of them, `[a]` for what may be missing, and slots: WHO an agent, ANYONE perhaps one, LEVEL, WHAT a
service, CASE a number, TEXT the rest.

Marks: `i` the case itself is named beside it; `v` so, or the verb is an infinitive («cerrar»); `n` only of a case that is named by
its number; `t` only with words of what was done; `w` it may mean something else.
"""

import re
from dataclasses import dataclass

from .order import Order
from .verbs import DONE, ORDERED, PLAIN, SELF

_TABLE = """
take      i   [yo] <yo: tomar coger agarrar asumir> [yo]
take      i   [yo] <yo: atender> yo
take      -   [yo] me <yo: quedar encargar llevar> [con / de] [yo]
take      i   <asignar reasignar pasar dar dejar poner registrar entregar mandar anotar cargar> me [a mi] [nombre]
take      i   <asignar reasignar pasar dar dejar poner registrar entregar mandar anotar marcar> (a / para) mi [nombre / cargo]
take      i   (es / son / queda / quedan / va / van / seria) [para] (mio / mia / mios / mias / mi)
take      -   voy yo
take      n   [yo] <yo: ir> [por / con / para]
take      i   <dejar> [me] que yo <tomar coger atender agarrar asumir hacer ver>
take      n   <tomar coger agarrar asumir atender dar pasar> [me]
take      n   (estoy trabajando / trabajando / estoy) (con / en)

release   v   <soltar liberar desasignar devolver regresar> [a la (fila / cola / mesa / bandeja)] [libre]
release   i   <dejar quedar poner> libre
release   i   <quitar> me
release   i   que [quede / quedar!] libre
release   i   <mandar pasar poner> (a / en) la (fila / cola / bandeja)
release   -   que (<tomar coger atender agarrar hacer ver asumir> / vaya) (otro / otra / alguien [mas] / quien pueda)
release   i   no (puedo / <yo: seguir>) [con / mas]
release   i   [yo] no [yo] <yo: tomar coger asumir atender>
release   n   no (puedo / voy a alcanzar / alcanzo / alcance) [con / a]
release   n   no (es / son) (mio / mia / mios)

assign    v   <asignar reasignar> [a / para / al] [nombre de] WHO
assign    i   <pasar dar dejar poner entregar mandar enviar trasladar remitir transferir cargar encargar tirar recomendar> [a / para / al] [nombre de / cargo de] WHO
assign    v   <asignar reasignar> (a / al) [nombre de] ANYONE
assign    i   <poner> a nombre de ANYONE
assign    -   [va / van] para WHO
assign    -   (es / son / seria / queda / va / van / quedar!) (de / para / con) WHO
assign    -   [es que] (le toca / le corresponde / les toca) a WHO
assign    -   que (vaya / <tomar coger atender agarrar hacer ver asumir mirar revisar responder tener>) [por favor] WHO
assign    -   que WHO [vaya / <tomar coger atender agarrar hacer ver asumir mirar revisar responder tener>]
assign    i   que <tomar coger atender ver hacer mirar> ANYONE
assign    -   <cambiar poner> [de / el / la] (responsable / agente / encargado / encargada / dueño) [a / por / de] WHO
assign    n   [no es mio] [eso] es de WHO

escalate  v   <escalar elevar> [(a / al / con / para / hacia) ANYONE]
escalate  i   <subir pasar elevar mandar llevar enviar> [(a / al / para) [el]] (segundo nivel / nivel dos / nivel 2 / n2 / siguiente nivel / nivel superior / tercer nivel / nivel 3) [de soporte]
escalate  i   <subir pasar mandar llevar entregar enviar> [a / al / para] [el / la / quien] (jefe / jefa / coordinador / coordinadora / coordinar! / lider / supervisor / supervisora)
escalate  -   (le toca / le corresponde) (al / a la / a el) (jefe / jefa / coordinador / coordinadora / lider / proveedor / fabricante)
escalate  n   (requiere / necesita) (segundo nivel / nivel dos / nivel 2 / escalamiento)
escalate  n   <subir> [a]

priority  -   [<poner dar subir bajar cambiar dejar marcar pasar>] [con / en / a / de / la / como / le] prioridad [a / en / como / de] LEVEL
priority  i   <poner subir bajar cambiar dejar marcar clasificar pasar> [como / en / a / de] [muy] LEVEL
priority  -   <subir bajar> a LEVEL
priority  -   <subir bajar dar> [la] prioridad
priority  n   [debe / deberia] [quedar_ / quedar!] (en / con / de / es / son) [prioridad] LEVEL
priority  n   LEVEL

service   i   <clasificar reclasificar categorizar catalogar> [en / como / a / al / de / por] [servicio de] WHAT
service   n   <clasificar reclasificar categorizar catalogar> WHAT
service   -   <cambiar corregir poner> [le] [el / la / de / del] (servicio / categoria / clasificacion) [a / al / por / en / de] [servicio de / el de] WHAT
service   -   <cambiar corregir> [le] [el / la / de] (servicio / categoria / clasificacion)
hand      iw  <pasar transferir remitir redireccionar direccionar trasladar mandar enviar> (a / al / para / hacia) [el / la / los] [area / equipo / grupo / gente / servicio] [de / del] WHAT
hand      iw  <poner mover cambiar meter> (en / a / al / por) WHAT
hand      w   [mejor] (es / va / seria / son) (en / de / del / para / con / es) [los / el / la] [area / servicio / categoria] [de] WHAT
hand      nw  (es / son) WHAT

wait      i   <poner dejar marcar pasar mandar meter quedar colocar> [como / en] (espera / <pausar> / stand by / standby / hold / pendiente / esperando / parar^ / pausar^ / congelar^ / quieto / suspender^) [TEXT]
wait      -   [<poner dejar marcar>] [en] (espera / <pausar> / stand by / standby) [TEXT]
wait      -   <poner dejar marcar> [como / en] pendiente (por / de / del / hasta) TEXT
wait      -   [queda / <quedar>] (parar^ / detener^ / congelar^ / suspender^ / pausar^) (por / hasta / mientras / porque) TEXT
wait      -   a la espera de TEXT
wait      n   [queda / <quedar>] (pendiente / pendientes / esperando / en espera) [TEXT]
wait      v   <pausar congelar suspender aplazar detener>
wait      i   <dejar> [ahi] (quieto / parar^)

resume    i   <sacar quitar> [de] [la / esa] (espera / <pausar>)
resume    -   <sacar quitar> [de] [la] (espera / <pausar>)
resume    v   <reanudar retomar reactivar continuar despausar descongelar seguir> [con / en]
resume    i   <quitar> [de] espera

solve     v   <cerrar resolver finalizar solucionar terminar>
solve     i   <dar> por (<hecho: cerrar resolver solucionar terminar finalizar atender hacer> / listo)
solve     i   <marcar poner dejar anotar registrar pasar> [como / en / de] (<hecho: cerrar resolver solucionar terminar finalizar atender hacer> / listo)
solve     t   [esta / queda / quedar!] <hecho: cerrar resolver solucionar terminar finalizar>
solve     t   [ya] quedar*
solve     t   (arreglado / arreglada)
solve     n   [esta / estan / queda / quedan / quedar* / fue / fueron / fui] [todos / ya / como] (<hecho: cerrar resolver solucionar terminar finalizar atender hacer> / listo / listos / lista / arreglado / arreglada / arreglados / ok)
solve     n   ya (quedar* / quedaron / esta / estan / funciona / sirve / salio) [todos / bien / todo]
solve     n   [ya] sali (de / del / con)
solve     n   quedar* [bien / todo]

cancel    v   <cancelar anular descartar borrar eliminar>
cancel    i   <dar> de <bajar>
cancel    n   (ya no va / no va / no procede / no aplica / sobra)

merge     -   <juntar unir fusionar agrupar combinar meter pasar> [con / al / a / en / dentro de / del] CASE
merge     -   [es / son] (el mismo / lo mismo / la misma / los mismos) [que / del / de / al] [el / la] CASE
merge     -   [es] (igual / repetido / repetida / duplicado / duplicada / copia) (al / a / del / de / con / que) [el / la] CASE
merge     n   <juntar unir fusionar agrupar combinar meter> [con / en] [uno / uno solo / dentro]
merge     n   [es / son / esta / estan] (duplicado / duplicados / repetido / repetidos / la misma vaina / lo mismo / los mismos / el mismo / iguales)

reopen    v   <reabrir>
reopen    iw  <abrir> (otra vez / de nuevo / nuevamente)
reopen    iw  (vuelve / vuelva / volver! / volver_) (a / y) <abrir>
reopen    n   <abrir> [otra vez / de nuevo / nuevamente]
reopen    -   volver_ a abrir_

note      -   <anotar apuntar agregar registrar escribir dejar poner> (ahi / aqui / al caso / a el / en el caso) [una nota / la nota] [que / de que] TEXT
note      i   <anotar apuntar agregar adicionar registrar escribir poner dejar> [una / la] (nota / observacion / comentario / constancia / escrito / anotar^) [de / interna] [que / de que] TEXT
note      -   <dejar> [ahi] (constancia / escrito / anotar^ / registrar^) [de / en el caso / ahi] que TEXT
note      n   [<agregar anotar poner>] [la / una] (nota / notas / observacion) [a / en] TEXT
note      i   <anotar apuntar agregar escribir registrar> [ahi] [que / de que] TEXT

answer    -   <decir avisar informar comentar contar mandar escribir> [a la (señora / usuaria / funcionaria / doctora) / al (señor / usuario / funcionario / doctor) / a ella / a el] que TEXT
answer    -   <preguntar> [a la (señora / usuaria / funcionaria / doctora) / al (señor / usuario / funcionario / doctor) / a ella / a el] [que] TEXT
answer    n   <responder contestar decir avisar preguntar informar escribir comentar contar> [a / al / a la / a los] TEXT

undo      -   <deshacer> [esto / eso / ultimo]
keep      -   <guardar> [esta / esa / la / mi / una] [como] respuesta [guardada] [TEXT]
"""


@dataclass(frozen=True, slots=True)
class Frame:
    order: Order
    marks: str
    words: re.Pattern[str]


_MOODS = {"": f"[{ORDERED}{PLAIN}{SELF}]", "yo": f"[{SELF}{PLAIN}]", "hecho": re.escape(DONE)}
LEVELS = "alta|altas|media|normal|urgente|urgentes|bajar!|bajar_"
_SLOTS = {
    "WHO": r"(?:@ ){1,3}",
    "ANYONE": r"(?:\S+ ){1,4}",
    "LEVEL": rf"(?:{LEVELS}) ",
    "WHAT": r"(?:\S+ ){1,6}",
    "CASE": r"(?:# )?\S*\d\S* ",
    "TEXT": r"(?:\S+ )+",
}
_PART = re.compile(r"<[^>]+>|[\[\]()/]|[^\s\[\]()/<>]+")
_SIGNS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "/": "|"}


def _part(part: str) -> str:
    if part.startswith("<"):
        mood, _, verbs = part[1:-1].rpartition(":")
        return f"(?:{'|'.join(verbs.split())}){_MOODS[mood]} "
    if part in _SLOTS:
        return f"(?P<{part.lower()}>{_SLOTS[part]})"
    return _SIGNS.get(part) or f"{re.escape(part.replace('ñ', 'n'))} "


_LEAD = """
por favor porfa porfavor porfis favor plis ya listo listos ok okay dale oye oiga bueno ay uy hey buenas buenos dias tardes hola mejor entonces y
pues que hay toca tocaria habria puedo puede puedes podemos pueden podria se debe deberia quiero necesito quisiera vamos voy a
nos me le les informo considero creo entonces ahora aja nojoda yo es eso esto ese este pilas de una via tambien muchachos compañeros
"""
_TAIL = """
por favor porfa porfavor porfis favor plis gracias ya hoy mismo ahora pues hombe hombre de una vez jaja jajaja jajaj ja compañeros companeros
muchachos yo todos si no el tambien ahi inmediatamente urgente como listo fa en uno para mi quien nosotros
"""
_LEADS = "|".join(dict.fromkeys(_LEAD.replace("ñ", "n").split()))
_TAILS = "|".join(dict.fromkeys(_TAIL.replace("ñ", "n").split()))
_JOINS = "que|porque|pues|ya que|es que|para|asi|se|le|les|era|fue|ya|estaba|con|por|y ya|ambos|debido|mientras|hasta"


def _frame(row: str) -> Frame:
    order, marks, frame = row.split(None, 2)
    words = "".join(_part(part) for part in _PART.findall(frame))
    whole = rf"(?P<lead>(?:(?:{_LEADS}) )*?){words}(?P<tail>(?:(?:{_TAILS}) )*?)(?P<why>(?:{_JOINS}) .*)?"
    return Frame(Order(order), marks, re.compile(whole))


FRAMES = tuple(_frame(row) for row in _TABLE.strip().splitlines() if row.strip())
