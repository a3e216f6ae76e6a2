"""Cues of urgency in a message: what is down, for whom, whether it still is. Readable rules, each with a name.

They are the features that statistics on few phrases cannot find (a negation, "ya volvió", "si se cae"), and the vetoes
of `urgency`. All patterns are for folded text: lower case, no accents.
"""

from __future__ import annotations

import re

from .normalize import fold
from .patterns import words_like

_BROKEN = r"""
    ca(?:y\w+|e|en|id[oa]s?) callo call?eron caer\w* caidas? abajo muert[oa]s? murio murieron apag\w+ tumb\w+ revent\w+
    rot[oa]s? rompi\w+ cort\w+ quem\w+ fundi\w+ dan(?:o|ad[oa]s?|aron) fall\w+ offline incomunicad\w+ inaccesible\w*
    indisponib\w+ intermiten\w+ inalcanzable\w* desconect\w+ bloque\w+ perdi\w+ incidente incidencia emergencia
    problemas? novedad alarmas? alertas? unreachable critical colaps\w+ suspend\w+ hacke\w+
"""
_LITTLE = r"se ha han esta estan estamos es fue hubo una? que la el"
_AGAIN = r"sigue siguen seguimos continua\w* todavia aun otra\svez de\snuevo nuevamente apenas"
_SUPPOSED = r"se algun llega\w* hubiera nos el la un no falla\w* alguien manana pasa hay ocurre"
_FINE = r"bien normal perfecto navegan? trabajan? atendiendo consultan entran prendieron agarran limpios pueden sirve"

CUES: dict[str, re.Pattern[str]] = {
    "infra": words_like(
        r"""
        servid\w+|serbid\w+|enlaces?|enlase\w*|troncal\w*|canal(es)?|fibra|datacenter|data center
        centro de (datos|computo)|cuarto (tecnico|de (datos|redes))|switch\w*|suich\w*|core|backbone|firewall|router\w*
        antena\w*|radioenlace\w*|cluster|nodos?|vmware|base de datos|bd|oracle|mysql|postgres|dns|dhcp|dominio
        directorio activo|storage|san|nas|ups|planta electrica|rack|conmutador|pbx|proveedor|red|internet|interne|wifi
        vpn|telefon\w+|lineas?|extensiones|correo|exchange|portal|pagina|pajina|web|sistemas?|aplicativos?|plataformas?
        intranet|servicios?|sigob|predis|predial|nomina|ica|saus|turnos|recaudo|pagos|pse|tuneles?|camaras
        """
    ),
    "core": words_like(
        r"""
        servid\w+|serbid\w+|troncal\w*|fibra|datacenter|data center|centro de (datos|computo)|core|backbone|cluster
        firewalls?|radioenlace\w*|enlaces?|enlase\w*|directorio activo|storage|vmware|switch core|exchange
        """
    ),
    "down": words_like(
        r"""
        {broken}
        fuera de (?:linea|servicio)
        no (?:\w+ )?(?:responde|contesta|levanta|sube|abre|carga|arranca|prende|enciende|funciona|sirve|entra)\w*
        no (?:\w+ )?(?:conecta|navega|tiene|llega|suena|puede|resuelve|resuelven|deja)\w*
        no (?:\w+ )?(?:hay|tenemos|da\w?|salen?)
        sin (?:red|internet|sistema|servicio|enlace|linea|telefon|conexi|conectividad|comunicacion)\w*
        sin (?:correo|respuesta|salida|acceso|ping|tono|luz|energia|datos|wifi|senal|nada|servicio)
        nada (?:funciona|abre|carga|sirve)
        """,
        broken=_BROKEN,
    ),
    "notdown": words_like(
        r"""
        (?:no|ni|ningun\w?|nada|nadie|nunca|sin)(?: {little}){0,4} {broken}
        (?:no|ni|ningun\w?|nadie) (?:\w+ )?(?:reporta\w*|presenta\w*|hay|tenemos|ha reportado) (?:ningun\w? )?{broken}
        no fue (?:nada|grave)|sin (?:novedad|afectacion|problema|alarma|lio)\w*|no hay (?:afectacion|emergencia|incidente)
        no es (?:una? |ningun\w? )?(?:caida|emergencia|incidente|urgente|falla|dano)|no (?:es|fue) general
        falsa alarma|por error|todo (?:bien|ok|normal|arriba|estable|en orden|funciona\w*|esta funcionando)
        siguen? (?:arriba|estable\w*|trabajando|operando|normal)|entran? bien|hay (?:red|internet|luz|sistema|correo) y
        """,
        broken=_BROKEN,
        little=_LITTLE,
    ),
    "many": words_like(
        r"""
        nadien?|todos?|todas?|toda|sedes?|pisos?|edificio|alcaldia|ciudadan\w+|contribuyentes?|usuarios|la gente
        publico|fila|ventanillas?|cajas|entidad|dependencias?|secretaria de|ningun\w?|general|masiv\w+|hospital|cam
        aduana|chambacu|manga|casas? de justicia|funcionarios|teletrabajo|distrito|somos|estamos|quedamos|tenemos
        no podemos|nos|miles|varios|\d{2,} (?:equipos|usuarios|funcionarios|personas|companeros|hosts|vms)
        """
    ),
    "one": words_like(
        r"""
        mi|mis|mio|mia|yo|me|conmigo|solo (?:a )?(?:mi|yo|un\w?|est\w)|una sola|un solo|menos (?:yo|el mio|la mia|mi)
        un (?:computador|equipo|portatil|usuario|pc)|otros? si|companer\w+ si|el resto|l[oa]s demas|l[oa]s otr[oa]s
        """
    ),
    "others_fine": words_like(
        r"""
        (?:l[oa]s demas|l[oa]s otr[oa]s|otr[oa]s|a todos|mis compa\w+|el resto)\b.{0,30}\b(?:si|{fine})
        (?:todo el mundo|ningun otro)\b.{0,30}\b(?:si|{fine})
        solo (?:yo|a mi|el mio|la mia)|menos (?:yo|el mio|la mia|mi)|(?:al|del|el) (?:wifi|celular) si
        """,
        fine=_FINE,
    ),
    "up": words_like(
        r"""
        (?:ya|se) (?:\w+ ){0,3}?(?:volv|regres|llego|arregl|solucion|resolv|resuelto|restablec|reestablec|recuper)\w*
        (?:ya|se) (?:\w+ ){0,3}?(?:normaliz|quedo|funciona|entra|abre|carga|conect|repar|empat|conmut|contuvo|super)\w*
        (?:ya|se) (?:\w+ ){0,3}?(?:responde\w*|levant(?:o|aron)|subi(?:o|eron)|tenemos|hay|sirve\w*|puede\w*)
        (?:ya|se) (?:\w+ ){0,3}?esta\w* (?:bien|arriba|ok|funcionando|en linea|operando|trabajando|pagando|listo)
        ya (?:\w+ ){0,2}(?:todos|los \w+) (?:\w+ )?(?:estan|entran|trabaj\w+|tienen|pagando)
        volvio|volvieron|regreso|restablecid\w+|restablecio|solucionad\w+|superad\w+|arreglad\w+|reparad\w+|resolved
        recuperad\w+|erradicad\w+|estamos al aire|servicio ok|todo (?:normal|volvio)|estable|en linea|ahora si
        cerrar el caso|caso cerrado|pueden cerrar|gracias por|gracias a|levanto|arrancaron|usuarios trabajando
        """
    ),
    "still": words_like(
        r"""
        {again}\b.{0,25}\b(?:abajo|sin|igual|no|mal|fuera)
        {again}\b.{0,25}\b(?:caid|fall|muert|apagad|cay|oscur)\w*
        volvio a (?:caer\w*|irse|fall\w+)|se volvio a \w+|y no (?:volvio|levanto|ha vuelto)|no ha vuelto
        (?:se fue|cayo) otra vez
        pero (?:el|la|los|las|no|nada|aca|aqui|{again})\b.{0,40}\b(?:no|sin|abajo|tampoco)
        pero (?:el|la|los|las|no|nada|aca|aqui|{again})\b.{0,40}\b(?:caid|muert|sigue|apagad)\w*
        """,
        again=_AGAIN,
    ),
    "if": words_like(
        r"""
        si {supposed}\b.{0,45}\b(?:que|quien|como|cual)
        si {supposed}\b.{0,45}\b(?:llam|hag|hac|deb|seri|afect|queda|avis)\w*
        en caso de|por si|que (?:pasa|pasaria|hago|debo|hacemos|sucede|se hace) (?:si|cuando|en caso)|algun dia|hubiera
        cuando (?:se (?:caiga|vaya|dane)|no haya)|caiga|puede caerse|plan de (?:contingencia|continuidad)
        simulacr\w+|ejercicio
        (?:es|era|esto es) una prueba|test|miedo|temo|riesgo de|podria\w*|van a \w+|vamos a|programad\w+|mantenimiento
        nos quedariamos|protocolo|precaucion|previst[oa]|probable|asuman|por vencer
        """,
        supposed=_SUPPOSED,
    ),
    "past": words_like(
        r"""
        ayer|antier|anteayer|anoche|(?:la )?semana pasada|(?:el )?(?:mes|ano) pasado|el otro dia|hubo|estuv\w+|fue|paso
        (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana|trimestre|semestre) (?:pasad\w|anterior)
        hace (?:\w+ )?(?:dias?|semanas?|mes\w*|anos?|tiempo)|fallo|fallaron|en (?:enero|febrero|marzo|abril|mayo|junio)
        en (?:julio|agosto|septiembre|octubre|noviembre|diciembre)
        """
    ),
    "wants_report": words_like(
        r"""
        informe\w*|reporte de|soportes?|certific\w+|historico|explicacion|porcentaje|cuant[oa]s?|causa raiz|bitacora
        acta|descuent\w+|estadistic\w+|constancia|que (?:fue lo que )?paso|que hicieron|quedo algun|disponibilidad
        """
    ),
    "slow": words_like(
        r"""
        lent\w+|demor\w+|latencia|pesad\w+|un poquito|un poco|intermitente|perdida de paquetes|degradad\w+|se tarda
        """
    ),
    "request": words_like(
        r"""
        necesit\w+|nesesit\w+|solicit\w+|requier\w+|quier\w+|quisier\w+|instal\w+|crear|creen|configur\w+|agregar
        cambi\w+|asign\w+|nuev[oa]s?|renov\w+|comprar|cotiz\w+|habilit\w+|permis\w+|contratar|etiquetar
        """
    ),
    "strange": words_like(
        r"""
        transcaribe|transito|servidor(?:a|es)? public\w+|youtube|instagram|facebook|tiktok|whatsapp|nequi|bancolombia
        bancos?|claro|movistar|tigo|netflix|mi (?:casa|barrio|edificio|apartamento)|acueducto|alcantarillad\w+|alumbrado
        semaforo\w*|agua|aseo|basura|hueco|postes?|arbol|cafeteria|cafe|comida|almuerzo|aire acondicionado|ascensor
        llaves|candado|celador|dengue|gripa|vacuna|puente|bus(?:es)?|cano|ratones|play|eps|cancha|tuberia|humo|quema
        gusanos|lluvia|gotera|techo|silla|puerta|ventana|bombillos?|parqueadero|barrio|servidor de la cafeteria
        redes? social(?:es)?|comentarios? ofensiv\w+|escaleras?|golpe\w+|cabeza|lesion\w+|herid[oa]s?|ambulancia
        tropez\w+|desmay\w+|pierna|brazo|tobillo|paciente|jubil\w+|renunci\w+
        """
    ),
    "mayor": words_like(
        r"""
        al[ck]ald?es?|al[ck]al?de?sa|alcaldeza|alcald|acalde|burgomaestre|mandatari[oa]|primera autoridad|despacho
        consejo de (?:seguridad|gobierno|govierno)|alocucion|rr?u?e?u?da de prensa|primera dama|pmu|puesto de mando
        """
    ),
    "other_host": words_like(
        r"""
        alcald\w+ (?:local|menor)\w*|gobernador\w*|concejo|concejal\w*|secretari[oa] de \w+|sindicato|ider|ipcc
        universidad|colegio|personer[oi]a?|contralor\w*|escuela|integracion|cumpleanos|despedida|torneo|grado|policia
        """
    ),
    "event": words_like(
        r"""
        event\w+|acto|r\w+ d?e? ?prensa|alocucion|consejo|transmi\w+|streaming|posesion|reunion|audiencia|visita
        inaugura\w+|rendicion|ceremonia|gala|foro|cabildo|jornada|tarima|discurso|recorrido|cabalgata|fiesta\w*|saludo
        velada|homenaje|entrevista|medios|firma|gabinete|pmu|encuentro|lanzamiento|comite|concierto|sesion|desfile
        cumbre|ciclovia|misa|declaracion|hablar|video bin|novena\w*|encend\w+|prende\w* (?:las |la )?lu[cs]es|concentracion
        entrega|informe de gestion|balance|marcha|procesion|festival|carnaval|reinado|show|debate|firma\w*|alumbrad\w+
        """
    ),
    "help": words_like(
        r"""
        acompan\w+|ingenier\w+|inge?|apoy\w+|tecnic\w+|necesit\w+|nesesit\w+|requier\w+|solicit\w+|soporte|sonido
        pantalla\w*|video ?b\w+|microfon\w+|internet|conexion|conect\w+|wifi|router|portatil\w*|laptop|cable\w*|extensor
        camara\w*|transmi\w+|alguien|quien|muchacho|mand\w+|envi\w+|ayud\w+|asist(?:ir|a|an|encia)|montar|montaje|falla|falta
        disponib\w+|pendiente|turno|equipo\w*|piden
        """
    ),
    "no_help": words_like(
        r"""
        no (?:se )?(?:requ\w+|necesit\w+|hace falta|hacen falta|mand\w+|envi\w+|vengan?|va)|no (?:es|sera) necesari\w+
        sin (?:necesidad|requerir)|tienen? todo|traen su|se encarga|cubiert\w+|ya tenemos|solo (?:para que sepan|inform\w+)
        aplaz\w+|cancel\w+|suspendi\w+|pospu\w+|anul\w+|no (?:habra|hay) (?:\w+ )?evento|nada de informatica|lo pone
        ya no (?:se|es necesario|necesit\w+|requ\w+|hace falta)
        sin (?:el |su )?(?:apoyo|acompan\w+|ayuda|soporte|personal) (?:de|tecnico)
        de todas (?:formas|maneras)|no (?:los |las )?esperamos
        """
    ),
    "event_over": words_like(
        r"""
        ya (?:termino|acabo|paso|lo devolv\w+|finalizo)|salio (?:todo )?(?:bien|perfecto|excelente)|gracias por
        agradec\w+ el (?:apoyo|acompan\w+)|anoche|ayer|termino|acabo|devolv\w+|recoger
        felicit\w+|(?:que )?(?:bonito|lindo) qued\w+
        (?:estuvo|qued[oa]|resulto) (?:muy )?(?:bonito|lindo|bueno|excelente|bien)|los que acompanaron
        """
    ),
    "other_errand": words_like(
        r"""
        toner|silla|contrasena|clave|decreto|copia|convenio|foto\w*|publicar|pagina el|agenda|cita|derecho de peticion
        impresora|extension|telefono|papel|monitor|informe|licencia\w*|comunicado|editar|redes sociales|carpeta
        donde (?:consigo|veo)|por donde|a que hora es|como le escribo|prima|cuando se posesiona|acrobat
        """
    ),
}
_TURN = re.compile(
    r"\b(?:pero|sino(?: que)?|lo que pasa es que|sin embargo|aunque|es que|solo que)\b|[;.!?]+"
)


def cues_of(text: str) -> frozenset[str]:
    """The names of the cues in a text; those of the part after a turn ("pero …") again with the prefix `then_`."""
    folded = fold(text)
    found = {name for name, rule in CUES.items() if rule.search(folded)}
    parts = [part for part in _TURN.split(folded) if part.strip()]
    if len(parts) > 1:
        found |= {f"then_{name}" for name, rule in CUES.items() if rule.search(parts[-1])}
    return frozenset(found)
