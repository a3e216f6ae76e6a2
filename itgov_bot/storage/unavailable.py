"""Why a database cannot be used, said to the operator in one sentence. Called by `database`; never shows a password."""

import errno
import socket
import ssl
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import TimeoutError as NoFreeConnection

URLS = "postgresql://usuario:clave@servidor:5432/base o sqlite:////carpeta/itgov.db"

_BY_SQLITE_NAME = {
    "SQLITE_NOTADB": "El archivo «{place}» no es una base de datos SQLite: muévalo a otra parte o indique otro archivo",
    "SQLITE_CORRUPT": "La base de datos «{place}» está dañada: recupere una copia de seguridad",
    "SQLITE_CANTOPEN": "No se puede abrir la base de datos «{place}»: revise que la carpeta exista y tenga permisos",
    "SQLITE_READONLY": "No hay permiso para escribir en la base de datos «{place}» o en su carpeta",
    "SQLITE_PERM": "No hay permiso para usar la base de datos «{place}»",
    "SQLITE_BUSY": "Otro programa tiene ocupada la base de datos «{place}»: ciérrelo y vuelva a intentar",
    "SQLITE_LOCKED": "Otro programa tiene ocupada la base de datos «{place}»: ciérrelo y vuelva a intentar",
    "SQLITE_FULL": "No queda espacio en el disco de la base de datos «{place}»",
    "SQLITE_IOERR": "El disco falló al usar la base de datos «{place}»",
}
_BY_SQLSTATE = {
    "28P01": "PostgreSQL en {place} no acepta el usuario o la clave de DATABASE_URL",
    "28000": "PostgreSQL en {place} no acepta el usuario o la clave de DATABASE_URL",
    "3D000": "En PostgreSQL no existe la base de datos {place}: créela o corrija DATABASE_URL",
    "42501": "El usuario de DATABASE_URL no tiene permiso para crear tablas en {place}",
    "53300": "PostgreSQL en {place} no admite más conexiones: cierre otros procesos o aumente max_connections",
    "57P03": "PostgreSQL en {place} está arrancando o cerrándose: espere un momento y vuelva a intentar",
}

_PASSING = ("08", "28", "3D", "40", "53", "57", "58")
"""SQLSTATE classes that tell nothing about the statement: connection, access, conflict, resources, shutdown, disk."""
_NETWORK = (None, errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.ENETUNREACH, errno.ENETDOWN)
"""Of a plain OSError; asyncio gives one without a number when several addresses failed."""


class StorageUnavailable(Exception):
    """The database cannot be opened or written; the text says which and why, for the operator."""


def not_understood() -> StorageUnavailable:
    return StorageUnavailable(
        f"DATABASE_URL no se entiende; escríbala como {URLS} (en la clave, @ es %40, : es %3A y / es %2F)."
    )


def unknown_engine(scheme: str) -> StorageUnavailable:
    return StorageUnavailable(
        f"DATABASE_URL empieza por «{scheme}://», que no se puede usar; escriba {URLS}."
    )


def no_driver() -> StorageUnavailable:
    return StorageUnavailable(
        "Para usar PostgreSQL falta un paquete: instálelo con pip install --require-hashes -r requirements/postgres.txt."
    )


def no_authority(file: str) -> StorageUnavailable:
    return StorageUnavailable(
        f"No se puede leer «{file}», el certificado que dice sslrootcert en DATABASE_URL: revise la ruta y sus permisos."
    )


def explain(url: URL, failure: Exception) -> StorageUnavailable | None:
    """What went wrong, as far as it is the database's doing; None when it is a fault of the program."""
    place = _place(url)
    cause = _innermost(failure)
    if url.get_backend_name() == "sqlite":
        sentence = _of_folder(url, cause) or _by_prefix(getattr(cause, "sqlite_errorname", ""))
    else:
        sentence = _BY_SQLSTATE.get(getattr(cause, "sqlstate", None) or "") or _of_network(cause)
    sentence = sentence or _of_shape(cause) or _of_driver(failure, cause)
    return StorageUnavailable(sentence.format(place=place) + ".") if sentence else None


def is_away(failure: Exception) -> bool:
    """Whether the database itself could not be used just now, so that the same work may well succeed later."""
    cause = _innermost(failure)
    if isinstance(failure, NoFreeConnection) or getattr(failure, "connection_invalidated", False):
        return True
    if isinstance(cause, ConnectionError | TimeoutError | socket.gaierror):
        return True
    if type(cause) is OSError:
        return cause.errno in _NETWORK
    sqlstate = str(getattr(cause, "sqlstate", None) or "")
    return sqlstate.startswith(_PASSING) or bool(_by_prefix(getattr(cause, "sqlite_errorname", "")))


def _place(url: URL) -> str:
    """Where the database is, without user, password or the rest of the address."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    host = url.host or url.query.get("host") or "localhost"
    return f"{host}:{url.port or 5432}/{url.database or ''}"


def _innermost(failure: Exception) -> BaseException:
    """SQLAlchemy wraps the driver's exception, and for asyncpg the wrapped one is a wrapper again."""
    cause: BaseException = failure
    while found := getattr(cause, "orig", None):
        cause = found
    return cause


def _of_folder(url: URL, cause: BaseException) -> str | None:
    file = Path(str(url.database))
    if file.is_dir():
        return "«{place}» es una carpeta; escriba también el nombre del archivo, por ejemplo {place}/itgov.db"
    if isinstance(cause, PermissionError):
        return "No hay permiso para crear la carpeta de la base de datos «{place}»"
    if isinstance(cause, FileExistsError | NotADirectoryError):
        return "No se puede crear la base de datos «{place}»: una parte de esa ruta es un archivo, no una carpeta"
    if isinstance(cause, OSError):
        return "No se puede crear la carpeta de la base de datos «{place}»: escoja otra"
    return None


def _by_prefix(name: str) -> str | None:
    """SQLite's names have endings: SQLITE_READONLY_DIRECTORY."""
    return next((text for start, text in _BY_SQLITE_NAME.items() if name.startswith(start)), None)


_UNPROVEN = (
    "PostgreSQL en {place} no demuestra por TLS que es él: agregue a DATABASE_URL ?sslrootcert=/ruta/de/su/autoridad.pem, "
    "o ?sslmode=disable si toda la red hasta allá es suya"
)


def _of_network(cause: BaseException) -> str | None:
    if isinstance(cause, ssl.SSLError) or (
        isinstance(cause, ConnectionError) and "rejected SSL" in str(cause)
    ):
        return _UNPROVEN
    if isinstance(cause, socket.gaierror):
        return "No se encuentra el servidor de PostgreSQL {place}: revise el nombre en DATABASE_URL"
    if isinstance(cause, PermissionError):
        return "No hay permiso para conectarse a PostgreSQL en {place}"
    if isinstance(cause, OSError):
        return "PostgreSQL no responde en {place}: revise que esté encendido y que DATABASE_URL sea la suya"
    return None


def _of_shape(cause: BaseException) -> str | None:
    if type(cause).__module__.startswith("alembic"):
        return "La base de datos {place} no corresponde a esta versión del programa: actualice el programa o use otra"
    if isinstance(cause, TypeError) and "unexpected keyword argument" in str(cause):
        return "DATABASE_URL tiene después de «?» una opción que no existe: quítela o corríjala"
    return None


def _of_driver(failure: Exception, cause: BaseException) -> str | None:
    """What we have no sentence for, in the words of the database: one line, so that it can be looked up."""
    if cause is failure and not hasattr(cause, "sqlstate"):
        return None
    told = (str(cause).splitlines() or [""])[0].replace("{", "(").replace("}", ")").rstrip(".")
    return f"La base de datos {{place}} no se puede usar; dice: {told}"
