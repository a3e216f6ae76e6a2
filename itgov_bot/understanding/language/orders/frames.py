"""In which words each deed is ordered: one table, a row for a frame.

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

GROUPS_OF_VERBS = """
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
"""
TABLE = """
take      i   [yo] <yo: GET aceptar> [yo]
take      -   [yo] <yo: asumir tomar> [la / el] (responsabilidad / atencion) [de]
take      a   <yo: pedir> [yo]
take      a   (mio / mia / para mi / <hecho: tomar coger agarrar> [por mi])
take      -   [va / queda] por mi cuenta
take      i   [ya] [yo] <yo: tener> [yo]
take      i   me <anotar apuntar>
take      i   me <yo: quedar llevar> [yo]
take      i   yo puedo con
take      -   que <quedar> (a mi nombre / conmigo / para mi)
take      i   <GIVE asignar> a nombre mio
take      i   a mi <dejar pasar dar> me
take      a   yo [le] <yo: dar hacer>
take      i   yo [ya] estoy <yo: SEE>
take      a   yo
take      n   (mio / mia / mios / mias)
take      -   me <yo: echar cargar> (al hombro / encima)
take      i   me <yo: SEE echar mamar aduenar apropiar ocupar> [de] [yo]
take      n   me <aduenar apropiar ocupar> [de / con]
take      i   yo <yo: meter> [la / el] (mano / muela / hombro / diente)
take      i   yo <yo: caer>
take      i   <yo: ir> (con / por)
take      i   me <anotar apuntar> a mi
take      n   me <anotar apuntar registrar cargar>
take      n   me <registrar poner dejar anotar asignar marcar> [a mi] como (responsable / encargado / encargada /
              agente / dueno / duena)
take      i   (dejar! / permitir!) me [a mi]
take      i   [yo] <yo: SEE> yo
take      i   yo <yo: SEE>
take      -   yo <yo: tomar coger agarrar asumir atender>
take      -   a mi nombre
take      -   [yo] me <yo: quedar encargar llevar apuntar pedir hacer ocupar> [cargo] [con / de / a] [yo]
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
take      i   (tengo yo / yo tengo / SURELY quiero ITSELF)

release   is   <quitar sacar> (a / de) WHO
release   v   <soltar liberar desasignar devolver regresar retornar reintegrar> [a la POOL / al POOL] [libre]
release   -   <devolver regresar retornar reintegrar mandar> a (la / el) POOL
release   ns  <yo: soltar devolver liberar regresar>
release   n   <yo: renunciar> [a / con]
release   -   me <desasignar zafar desmontar>
release   i   me <bajar zafar desmontar desprender sacar> de
release   n   me <bajar zafar desmontar desprender> [de]
release   -   (ahi / alla) [les / le / te] <quedar> [en la POOL]
release   -   (ahi / alla) [les / le / te] queda en la POOL
release   i   [yo] [ya] no (quiero / <yo: querer>) [mas]
release   i   <dejar quedar poner> (libre / disponible / sin (asignar / dueno))
release   i   me <quitar desasignar sacar> [de (encima / mi nombre)]
release   i   <quitar sacar> de (mi nombre / mi lista / mis casos)
release   -   me <sacar quitar> de
release   i   [que] [vuelva / vuelve] (a la / en la / al) POOL
release   i   que [quede / <quedar>] (libre / disponible)
release   is   <mandar pasar poner dejar tirar echar> (a / en) (la / el) POOL
release   -   que (<SEE> / vaya) (otro / otra / alguien [mas] / quien (pueda / quiera) / cualquiera / el que (pueda /
              quiera / este libre))
release   -   que (otro / otra / alguien / otra persona / alguien mas) (<SEE> / vaya)
release   i   <dejar> para (otro / otra / quien pueda)
release   i   [yo] [ya] no (puedo / <yo: seguir> / alcanzo / alcance / doy abasto) [con / mas / a]
release   i   [yo] [ya] no [yo] <yo: SEE>
release   i   [yo] [ya] no (puedo / pude / alcanzo a) <SEE>
release   n   no (puedo / voy a alcanzar / alcanzo / alcance / voy a poder) [con / a]
release   i   [ya] no (es / son / sera) (mio / mia / mios)

assign    vs   <asignar reasignar> [me] [a / para / al / con] [nombre de] WHO
assign    is   <GIVE cambiar> [a / para / al / con / en] [nombre de / cargo de /
              cabeza de / las manos de / responsable a] WHO
assign    v   <di: asignar reasignar> (a / al) [nombre de] ANYONE
assign    v   <asignar reasignar>
assign    b   WHO
assign    -   WHO (es / queda) [tuyo / suyo / para (ti / usted)]
assign    -   WHO [es / queda] (tuyo / suyo / para (ti / usted))
assign    m   [es / queda / te / le] [es / queda / toca] (tuyo / suyo / (para / a) (ti / usted))
assign    i   WHO (puede / puedes / podria / podrias) <SEE GET>
assign    i   WHO te <yo: GIVE asignar>
assign    v   <transferir trasladar remitir delegar ceder pasar entregar> (a / para) WHO
assign    i   [tu / usted / ustedes] <di: GET SEE encargar ocupar> [tu / usted] WHO
assign    i   WHO <di: GET SEE encargar ocupar> (tu / usted)
assign    i   WHO (tu / usted) <di: GET SEE encargar ocupar>
assign    -   WHO <di: encargar ocupar> [tu / usted] [de]
assign    -   <di: encargar ocupar> [tu / usted] [de] WHO
assign    -   que WHO <meter poner echar> (mano / el hombro / una mano / un ojo)
assign    i   <di: decir avisar pedir> a WHO que (SEEN / es (de ella / de el / suyo))
assign    n   WHO [tu / usted] <GET SEE encargar ocupar>
assign    i   <poner> a nombre de ANYONE
assign    b   [va / van / mejor] (para / a / con) [nombre de] WHO
assign    -   (es / son / seria / queda / va / van / <quedar>) (de / para / con / a nombre de / a cargo de) WHO
assign    -   (toca / corresponde / tocan / tocaria) a WHO
assign    -   que (vaya / SEEN / tenga / baje / suba) [por favor] WHO
assign    -   que WHO [me] (vaya / SEEN / tenga / baje / suba / encargue)
assign    -   que se encargue WHO
assign    i   que SEEN ANYONE
assign    s   <cambiar poner dejar> [de / el / la / como] (responsable / agente / encargado / encargada / dueno /
              tecnico) [a / por / de] WHO
assign    n   [no es mio] [eso] es de WHO
assign    n   (era / eran) (de / para) WHO
assign    n   [a / para] WHO
assign    n   (a / para) WHO [me] [le] <GIVE asignar>
assign    i   va a <yo: SEE GET> WHO
assign    im  <GIVE asignar>
assign    m   <di: encargar ocupar> (tu / usted)

escalate  v   <escalar elevar> [(a / al / con / para / hacia) ANYONE]
escalate  is   <subir GIVE elevar llevar> [(a / al / para) [el]] NIVEL [de soporte]
escalate  is   <subir GIVE llevar> [a / al / para / con] [el / la / los / las / quien] BOSS
escalate  -   (toca / corresponde / va para) (al / a la / a el / el / la) (BOSS / proveedor / fabricante /
              contratista)
escalate  -   que (SEEN / intervenga) (el / la) BOSS
escalate  n   [a / al / para / con] [el / la / los] BOSS
escalate  i   <subir GIVE elevar llevar trepar levantar> (para / hacia) arriba
escalate  a   para arriba
escalate  n   (es / son / va) (para / de) [el / la / los] (BOSS / AREA)
escalate  n   para arriba
escalate  is   <subir GIVE trepar levantar> de nivel
escalate  -   <remitir trasladar transferir elevar derivar direccionar> [se] [a / al / para] NIVEL
escalate  n   <GIVE subir> [a / al / para] (siguiente / el siguiente)
escalate  n   (excede / supera / sobrepasa / desborda) [el / la / lo / a] TEXT
escalate  -   [va / es / esto es] [para / de / a / al] NIVEL
escalate  -   (requiere / necesita) (NIVEL / escalamiento / al BOSS)
escalate  i   <subir GIVE> [a / al / para / con] [el / la / los] [ingeniero / equipo / gente] [de] AREA
escalate  -   [para / queda] escalado [a / al / con] [ANYONE]

priority  -   [<PUT subir bajar>] [con / en / a / de / la / como] URGENCY [a / en / como / de / muy / mas / es] LEVEL
priority  is   <PUT subir bajar clasificar considerar> [como / en / a] [muy / mas] LEVEL
priority  -   <subir bajar pasar degradar trepar levantar rebajar> a LEVEL
priority  a   [en / con / de] LEVEL
priority  -   urgente que es TEXT
priority  ns  (a / en / con) prioridad LEVEL
priority  -   <subir bajar dar quitar poner> [la / mas / mucha / menos] prioridad
priority  v   <priorizar despriorizar>
priority  i   <quitar> [de] [el / lo de / lo] (urgente / urgencia)
priority  n   [debe / deberia] [<quedar> / quedar] [en / con / de / es / son / como] [prioridad] LEVEL
priority  i   [es / son] [muy] (prioridad / prioritario / prioritaria)
priority  i   (es / son) [muy] (urgente / urgentes)
priority  i   <PUT> (de primero / de primeras / primero / a la cabeza)
priority  -   [<PUT subir bajar>] [como / de / con / a / en] [la] LEVEL prioridad

service   v   <SORT> [en / como / a / al / de / por] [servicio de] WHAT
service   n   <SORT> WHAT
service   v   <SORT>
service   n   <corregir rectificar recalificar>
service   -   <cambiar corregir poner> [el / la / de / del] (servicio / categoria / clasificacion / tipo) [a / al /
              por / en / de] [servicio de / el de] WHAT
service   -   <cambiar corregir> [el / la / de] (servicio / categoria / clasificacion / tipo)
hand      iw  <di: GIVE direccionar redireccionar> (a / al / para / hacia / con) [el / la / los] [area / equipo /
              grupo / gente / servicio] [de / del] WHAT
hand      iw  <poner mover cambiar meter> (en / a / al / por / de / como) WHAT
hand      w   [mejor / deberia / debe] (es / va / seria / son / ir / corresponde / pertenece / toca) [un / una]
              [tema / problema / cosa / asunto] (en / de / del / para / con / a / al / por) [los / el / la / lo de]
              [area / servicio / categoria] [de] WHAT
hand      iw  (es / son) WHAT
hand      w   [no] (es / son) BARE WHAT
hand      n   (servicio / categoria) [es / a] WHAT
hand      nw  a WHAT
hand      w   (deberia / debe / va / tiene que) [estar / quedar / ir] en WHAT
hand      iw  no (es / son) ELSE (sino / es / son) [de / del / un / una] [tema / problema] WHAT

wait      is   <di: PUT> [como / en / a] PAUSE [TEXT]
wait      -   [<di: PUT>] en (espera / <pausar> / stand by / standby) [TEXT]
wait      i   <PUT> (pausa / una <pausar>)
wait      -   <PUT> [como / en] (pendiente / espera / pausa) (por / de / del / hasta / a que) TEXT
wait      -   (pendiente / queda pendiente) (por / de que) TEXT
wait      -   [queda / <di: quedar> / esta] (parado / detenido / congelado / suspendido / pausado / frenado) (por /
              hasta / mientras / porque) TEXT
wait      -   [en / queda / <di: quedar>] a la espera (de / del) TEXT
wait      -   (espera / esperando / pendiente) [de / por] (repuesto / repuestos / compra / proveedor / garantia /
              insumo) [TEXT]
wait      -   (stand by / standby) [TEXT]
wait      -   <pausar> (por / hasta / mientras) TEXT
wait      n   [queda / <di: quedar> / esta / quedan / estan / sigue] (pendiente / pendientes / esperando / en espera / a
              la espera / estancado) [TEXT]
wait      n   (falta / hace falta / le falta) TEXT
wait      v   <pausar congelar suspender aplazar detener frenar aguantar posponer parquear aparcar estacionar>
wait      i   <parar reposar> [ahi / ahi quieto]
wait      -   <pausar>
wait      t   <di: quedar> (pendiente / parado)
wait      -   (toca / hay que / habra que) (esperar / esperando) que TEXT
wait      -   esperando que TEXT
wait      i   <yo: dejar> [como / en] PAUSE [TEXT]
wait      -   [queda / <di: quedar>] en PARKED
wait      n   [queda / <di: quedar> / esta / <PUT>] [ahi] [en / en el / en la] PARKED
wait      i   <PUT> [ahi] [en / en el / en la / a] PARKED
wait      i   <PUT> reposar_
wait      i   <dejar> [ahi] (quieto / parado)

resume    -   <sacar quitar levantar revocar> [de] [la / el / esa] (espera / <pausar> / suspension / stand by / hold)
resume    -   <sacar quitar levantar> [de] [la / el / esa] PARKED
resume    i   <despertar rehabilitar>
resume    n   <despertar rehabilitar>
resume    aw  <di: seguir>
resume    v   <reanudar retomar reactivar continuar despausar descongelar activar destrabar> [con / en]
resume    i   <seguir arrancar> [con / en / adelante / de nuevo]
resume    n   <seguir>
resume    i   <poner pasar volver devolver dejar> [a] [poner] [en] (proceso / curso / marcha / tramite / activo /
              andando)
resume    i   [ya] no (espera / esta en espera / esta pendiente)

solve     v   <END>
solve     v   <marcar poner dejar dar> [como / por] <hecho: cerrar resolver solucionar terminar finalizar>
solve     -   <echar poner meter dar> (candado / cerrojo) [a]
solve     -   <dar> (cierre / cerrar!)
solve     n   <dar> [el / de] [santo / cristiana] (entierro / sepultura / matar* / cierre)
solve     -   <proceder> [a / al / con / con el] (cierre / <cerrar>)
solve     -   [ya] [se] (puede / pueden / puedes / puedo) [ya] <END>
solve     -   [para] (cierre / cerrar!)
solve     a   [esta / queda] <hecho: END>
solve     a   (ya / fin)
solve     t   ya (esta / funciona / imprime / sirve / prende / entra / abre / salio / carga)
solve     t   todo bien [ya]
solve     ti  ya fue
solve     t   solucion
solve     -   [ya] <yo: dar> solucion
solve     a   [ya] listo el pollo
solve     ti  [ya] (murio / corono / salio / sali / <yo: coronar>) [de]
solve     n   [ya] (murio / corono / muerto / coronado / listo el pollo / [para] fuera / fallecio)
solve     it  para fuera
solve     ti  ya <yo: sacar despachar>
solve     vs   <dar> [por] (<hecho: ENDED> / listo / cierre / cerrar!)
solve     is   <PUT> [como / en / de / por / a] (<hecho: ENDED> / listo / lista / cierre)
solve     -   <dar> cerrar! a
solve     t   [esta / queda / <quedar> / problema / asunto / todo / ya] [esta] <hecho: ENDED>
solve     t   [ya / todo] (quedo / quedaron) [WORKING]
solve     ti  [ya] <yo: arreglar reparar corregir>
solve     n   [ya] [esta / estan / queda / quedan / quedo / <quedar> / fue / fueron / fui / se] [todos / ya / como /
              todo] (<hecho: ENDED> / listo / listos / lista / listas / ok / al pelo / full / funcionando / bien)
solve     n   ya (<quedar> / quedaron / esta / estan / funciona / sirve / salio / imprime / abre / entro / entra)
              [todos / bien / todo]
solve     n   ya (fui / fuimos / pase) [y] [ya] (quedo / quedaron / funciona)
solve     n   [ya] (sali / salimos) [de / del / con]
solve     n   ya [yo] [le / les] <yo: ENDED>
solve     n   <yo: ENDED>
solve     -   [problema / queda / ya] <hecho: cerrar resolver finalizar solucionar terminar> (con / via / mediante /
              por / desde / cambiando / reiniciando / de) TEXT

cancel    v   <END> [sin] NOSOLUTION
cancel    i   <dejar> sin NOSOLUTION
cancel    vt  <borrar eliminar>
cancel    n   <borrar eliminar>
cancel    v   <cancelar anular tumbar descartar rechazar desestimar invalidar desechar matar revocar>
cancel    i   <dejar quedar> sin efecto
cancel    i   no va
cancel    n   ya no [lo / la / se] (necesita / necesitan / requiere / requieren / ocupan)
cancel    -   [es / fue / era] [una] falsa alarma
cancel    n   (se (<retractar> / arrepintio / retracto) / desistio)
cancel    v   <dar> de <bajar>
cancel    it  <di: sacar quitar botar retirar> [de la (lista / fila / cola / mesa)]
cancel    -   [queda / esta] <hecho: cancelar anular descartar rechazar>
cancel    -   (no procede / no aplica)
cancel    i   (ya no va / sobra / no es un caso)
cancel    n   (ya no va / no va / no procede / no aplica / sobra / sobran / no es caso / fue un error / es una
              prueba / son pruebas / no existe)

merge     s   <JOIN pasar> [con / al / a / en / dentro de / del] [el / la / lo de / el de] CASE
merge     -   [es / son / esta] [el / la / lo / los] (mismo / misma / mismos) [problema / cosa / vaina / persona /
              caida / falla / dano / reporte / inconveniente / queja / tema / error / solicitud] [que / del / de / al
              / con] [lo] [el / la] [de] CASE
merge     -   [es / esta] (igual / igualito / repetido / repetida / duplicado / duplicada / copia / dup / gemelo /
              hermano) [al / a / del / de / con / que] [el / la] CASE
merge     -   ya (esta / lo reportaron / existe / viene) (en / con / por) [el] CASE
merge     -   [es] (mismo / duplicado / repetido / igual / dup) [caso] CASE
merge     -   (va / viene) con [el] CASE [otra vez]
merge     i   es [el] CASE [otra vez]
merge     -   <cerrar> por (duplicado / repetido) [con / del / de] [el] CASE
merge     v   <END> (por / como / de) (duplicado / duplicados / repetido / repetidos)
merge     n   <JOIN> [se] [con / en] [uno / uno solo / dentro / un solo]
merge     2   (es / con / igual a)
merge     2   [es / esta / va / queda / son] [en / el] (dentro / copia / repetido / duplicado / igual / mismo / junto)
merge     2   se (repite / duplica) [en / con]
merge     n   son de (mismo / misma) [TEXT]
merge     -   CASE es [el] mismo
merge     i   y CASE son [el / la / lo / los] (mismo / misma / mismos / iguales / duplicado / duplicados) [TEXT]
merge     n   [es / son / esta / estan] [el / la / lo / los] (duplicado / duplicados / repetido / repetidos / misma
              vaina / mismo / mismos / misma / iguales / igual) [cosa / problema / falla / persona / que / de / con]

reopen    v   <reabrir revivir>
reopen    iw  <abrir> (otra vez / de nuevo / nuevamente)
reopen    iw  <abrir>
reopen    iw  <volver> (a / y) <abrir>
reopen    n   <abrir> [otra vez / de nuevo / nuevamente]
reopen    -   volver a abrir
reopen    vw  <abrir>
reopen    n   <volver> [a / y] <abrir poner activar>
reopen    i   <volver> a <poner activar> [en la (fila / cola / mesa)]
reopen    is  <devolver regresar pasar volver poner dejar> (a / como) abierto
reopen    n   <yo: cerrar> (sin querer / por error / antes de tiempo / mal / por equivocacion / muy rapido)
reopen    n   (fallo / fallaron) [otra vez / de nuevo]
reopen    v   <resucitar>
reopen    a   (volvio / volvieron) a (fallar / pasar / danar / danarse / caer / caerse)
reopen    n   (volvio / volvieron) a (fallar / pasar / danarse)
reopen    n   no quedo [bien / listo / resuelto]

remind    -   <di: recordar> a WHO [de] [que TEXT]
remind    -   a WHO [le] <di: recordar> [de] [que TEXT]

note      -   <anotar apuntar agregar adicionar registrar escribir dejar> [una nota] (ahi / aqui / al caso / a el /
              en el caso / en la historia / al historial) [una nota / la nota] [que / de que] TEXT
note      i   <WRITE> [una / la / como] (NOTE / constancia / escrito / anotado /
              recordatorio / apunte) [a / en / de / interna / para] [que / de que] TEXT
note      -   <WRITE> [una] (observacion / comentario) [que / de que] TEXT
note      t   <WRITE> [una / la] NOTE [interna] [que / de que] [TEXT]
note      -   nota interna que TEXT
note      -   NOTME <di: anotar apuntar agregar adicionar> que TEXT
note      ti  <dejar> [por] (escrito / anotado / registrado / <hecho: consignar>)
note      t   para que quede [constancia / escrito / registro] [que / de que] [TEXT]
note      t   que conste [que / de que] [TEXT]
note      -   [me] <dejar> [me] [por] (constancia / escrito / anotado / registrado / <hecho: consignar>) [en / a] [que
              / de que] TEXT
note      n   <poner> que TEXT
note      -   <consignar> [en / a] (que / de que) TEXT
note      -   <registrar> que TEXT
note      -   (<dejar> / que quede) [ahi] (constancia / escrito / anotado / registrado) [de / en el caso / ahi] que
              TEXT
note      -   (observacion / comentario / recordatorio / apunte) TEXT
note      nt  [<WRITE>] [la / una] (NOTE / apunte) [a / en / para] [que / de que]
              [TEXT]
note      ct  <anotar apuntar agregar adicionar> [ahi / aqui] [que / de que] [TEXT]
note      n   NOTME <anotar apuntar registrar agregar> [que / de que] TEXT

answer    w   <di: decir avisar informar comentar contar mandar escribir responder contestar explicar comunicar
              notificar> PERSON que WORDS TEXT
news      w   <di: decir avisar informar comentar contar mandar escribir responder contestar explicar comunicar
              notificar> EVERYBODY [que] WORDS TEXT
answer    w   <di: preguntar> PERSON [que] WORDS TEXT
answer    w   <di: hacer> saber PERSON que TEXT
answer    nw  <di: hacer> saber [a / al / a la] que TEXT
answer    nt  <di: responder contestar> [a / al / a la / a los] [que] [TEXT]
answer    nwt <di: decir avisar preguntar informar escribir comentar contar mandar> [a / al / a la / a los] [mensaje
              / decir] [a] [que] [TEXT]
answer    na  <di: responder contestar> [a / al]
answer    nt  (mensaje / respuesta) [para / a / al] [TEXT]

outage    i   [ya] (es / son / fue / era) [una / la] caida [general / masiva / total]
outage    i   <marcar poner registrar> [como / por] [una] caida
outage    n   [es / son / fue] una caida

undo      -   <deshacer> [esto / eso / ultimo]
keep      -   <guardar> [esta / esa / la / mi / una] [como] respuesta [guardada] [TEXT]
"""
