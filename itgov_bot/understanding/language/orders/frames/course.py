"""What becomes of a case (waiting, solved, cancelled, one with another, open again): the frames of these orders."""

FRAMES = """
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
wait      -   (toca / hay que / habra que / nos toca) <di: esperar> [a] THING TEXT
wait      -   (quedamos / quedo / queda / estamos) (pendientes / pendiente) (de / del / por / a que) TEXT
wait      -   (quedamos / estamos) a la espera (de / del / de que) TEXT
wait      i   <yo: dejar poner> [como / en] PAUSE [TEXT]
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
resume    n   <yo: volver regresar retomar> [a / con / al]
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
cancel    n   (se (arrepintio / retracto) / desistio)
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
merge     w   [es / esta] (igual / igualito / repetido / repetida / duplicado / duplicada / copia / dup / gemelo /
              hermano) [a / de / con / que] (el / la / al / del) de [la / el] WHAT
merge     w   [es / son] [el / la / lo] (mismo / misma) [caso / problema / cosa / vaina / caida / falla / dano / reporte]
              [a / de / con / que] (el / la / al / del / lo) de [la / el] WHAT
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
"""
