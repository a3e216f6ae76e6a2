"""Whose a case is, how soon it is to be seen to, and of which service it is: the frames of these orders."""

FRAMES = """
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
release   i   [yo] [ya] no quiero [mas]
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
release   i   [ya] no [me] (toca / tocan / corresponde / corresponden) [a mi]

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
escalate  -   <di: escalar> (a / al) ANYONE
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
priority  -   que <quedar> [en / con / de / como] [prioridad] LEVEL
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
"""
