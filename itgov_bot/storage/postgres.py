"""What PostgreSQL needs of its connections: a server elsewhere proves who it is, unless the operator says otherwise."""

import ssl
from typing import Any

from sqlalchemy.engine import URL

from itgov_bot.storage import unavailable
from itgov_bot.urls import is_loopback

VERIFYING = ("verify-ca", "verify-full")
LIBPQ = ("sslmode", "sslrootcert", "channel_binding")
"""What hosting services write into addresses; asyncpg calls it otherwise or does not have it."""


def prepared(url: URL) -> tuple[URL, dict[str, Any]]:
    """The address as asyncpg takes it, and the arguments of its connections.

    Without an `sslmode` it is `verify-full`, but for a server on this machine. Raises StorageUnavailable.
    """
    mode = url.query.get("sslmode") or ("disable" if _is_here(url) else "verify-full")
    plain = url.difference_update_query(LIBPQ)
    if mode not in VERIFYING:
        return plain, {"ssl": mode}
    return plain, {"ssl": _trust(url.query.get("sslrootcert"), names=mode == "verify-full")}


def _is_here(url: URL) -> bool:
    """Over a socket of the machine, or its loopback."""
    host = str(url.host or url.query.get("host") or "")
    return not host or host.startswith("/") or is_loopback(host)


def _trust(authority: object, *, names: bool) -> ssl.SSLContext:
    """Whom the machine trusts, or the authority of a file; `names`: the certificate must be of that server."""
    try:
        trust = ssl.create_default_context(cafile=str(authority) if authority else None)
    except OSError:
        raise unavailable.no_authority(str(authority)) from None
    trust.check_hostname = names
    return trust
