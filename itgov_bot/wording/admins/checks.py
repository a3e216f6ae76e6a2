"""What `itgov check` says, by what was found: how it is, and what to do about it."""

# Subject → what was found → the sentence and the advice. Values are put in by name.
FOUND: dict[str, dict[str, tuple[str, str]]] = {
    "ajustes": {
        "fine": ("se entienden", ""),
        "wrong": ("{line}", "corríjalo en .env o en el entorno"),
    },
    "datos de la ciudad": {
        "fine": ("«{folder}» está completo", ""),
        "wrong": ("{line}", "corrija ese archivo"),
    },
    "entendimiento": {
        "fine": ("las frases de la mesa están aprendidas", ""),
        "untrained": (
            "las frases de la mesa no se han aprendido todavía",
            "se aprenden solas al iniciar, en medio minuto; o antes, con `itgov train`",
        ),
    },
    "carpeta": {
        "fine": ("«{home}» es solo de su dueño", ""),
        "missing": ("«{home}» todavía no existe", "se hace sola al iniciar el programa"),
        "closed": (
            "no se puede escribir en «{home}»",
            "désela a quien inicia el programa: chown -R USUARIO {home}",
        ),
        "open": (
            "otros usuarios del equipo pueden entrar en «{home}»",
            "se cierra sola al iniciar; o chmod 700 {home}",
        ),
    },
    "disco": {
        "fine": ("quedan {gb} GB", ""),
        "little": (
            "quedan {mb} MB",
            "libere espacio o amplíe el disco; vea «Disco lleno» en docs/operaciones.md",
        ),
    },
    "base de datos": {
        "fine": ("está al día y entera", ""),
        "missing": ("todavía no hay", "se hace sola al iniciar el programa, o con `itgov migrate`"),
        "away": ("{line}", "vea «La base de datos no responde» en docs/operaciones.md"),
        "old": (
            "es de una versión anterior del programa",
            "haga una copia (`itgov backup`) y ejecute `itgov migrate`",
        ),
        "damaged": (
            "está dañada: {line}",
            "detenga el programa y recupere la última copia con `itgov restore`",
        ),
    },
    "programa": {
        "fine": ("está en marcha", ""),
        "stopped": ("no está en marcha", "inícielo: python bot.py, o systemctl start itgov"),
        "stuck": (
            "sus rondas no terminan desde {since} (UTC)",
            "busque «round failed» en el registro y reinicie el programa",
        ),
        "waits": ("esperan por salir {count} mensajes", "busque «delivery put off» en el registro"),
    },
    "administradores": {
        "fine": ("hay {count}", ""),
        "one": ("hay uno solo", "que haya dos por lo menos: `itgov invite administrador`"),
        "silent": ("ninguno de ITGOV_ADMINS ha escrito al bot todavía", "que uno de ellos le escriba /start"),
        "none": (
            "no hay ninguno",
            "escriba su número de Telegram en ITGOV_ADMINS, o use `itgov invite administrador`",
        ),
    },
    "guardia": {
        "fine": ("sin huecos en dos semanas", ""),
        "nobody": (
            "no hay nadie: fuera del horario ningún aviso le llegaría a alguien",
            "en el chat: /guardia poner 1 @usuario, o /guardia orden",
        ),
        "holes": (
            "huecos en dos semanas: {count}; el primero, desde {since}",
            "en el chat: /guardia, o /guardia orden",
        ),
    },
    "otras vías": {
        "fine": ("la guardia puede recibir avisos también fuera de Telegram", ""),
        "none": (
            "si Telegram se cae, la guardia no se entera",
            "configure el correo (SMTP_HOST y SMTP_FROM)",
        ),
    },
    "Telegram": {
        "fine": ("acepta la clave de @{name}", ""),
        "none": (
            "no hay clave de bot: la mesa solo se usa en esta terminal",
            "pida una a @BotFather y escríbala en .env",
        ),
        "refused": ("no acepta la clave del bot", "pida otra a @BotFather y escríbala en TELEGRAM_BOT_TOKEN"),
        "away": ("no responde ({reason})", "revise la red, el proxy y TELEGRAM_API_BASE_URL"),
    },
    "mensajes": {
        "fine": ("llegan por {way}", ""),
        "elsewhere": (
            "Telegram los manda a otra dirección que la de estos ajustes",
            "se arregla al iniciar; si no, otro programa usa la misma clave",
        ),
        "undelivered": (
            "Telegram no logra entregarlos: {reason}",
            "revise que TELEGRAM_WEBHOOK_URL llegue a este programa",
        ),
        "many": (
            "esperan {count} en Telegram",
            "inicie el programa, o busque «telegram.turn_waits» en el registro",
        ),
    },
    "reloj": {
        "fine": ("está en hora", ""),
        "rehearsal": ("es de ensayo", "quite ITGOV_CLOCK antes de atender de verdad"),
        "unknown": (
            "no se pudo comparar con el de Telegram",
            "revise la red, y que el equipo ajuste su hora solo (NTP)",
        ),
        "wrong": ("está {seconds} segundos {side}", "active el ajuste automático de la hora (NTP)"),
    },
    "correo": {
        "fine": ("el servidor recibe", ""),
        "refused": (
            "el servidor no deja pasar ({reason})",
            "revise SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_USER y SMTP_PASSWORD",
        ),
    },
    "revisión": {"failed": ("no se pudo terminar ({reason})", "corrija primero lo de arriba")},
}
