"""What is to be told, noted or kept, and that it is an outage: the frames of these orders."""

FRAMES = """
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

answer    w   <di: TELL mandar> PERSON que WORDS TEXT
news      w   <di: TELL mandar> EVERYBODY [que] WORDS TEXT
news      w   <di: TELL mandar> AUDIENCE que TEXT
answer    w   <di: preguntar> PERSON [que] WORDS TEXT
answer    w   <di: hacer> saber PERSON que TEXT
answer    nw  <di: hacer> saber [a / al / a la] que TEXT
answer    nt  <di: responder contestar> [a / al / a la / a los] [que] [TEXT]
answer    nwt <di: decir avisar preguntar informar escribir comentar contar mandar
              enviar> [a / al / a la / a los] [mensaje
              / decir] [a] [que] [TEXT]
answer    na  <di: responder contestar> [a / al]
answer    nt  (mensaje / respuesta) [para / a / al] [TEXT]

outage    i   [ya] (es / son / fue / era) [una / la] caida [general / masiva / total]
outage    i   <marcar poner registrar> [como / por] [una] caida
outage    n   [es / son / fue] una caida

undo      -   <deshacer> [esto / eso / ultimo]
keep      -   <guardar> [esta / esa / la / mi / una] [como] respuesta [guardada] [TEXT]
"""
