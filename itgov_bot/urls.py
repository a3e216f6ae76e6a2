"""Addresses of the web to which something of ours goes. For the settings, and for whoever sends there."""

import ipaddress
from urllib.parse import urlsplit


def is_safe_url(address: str, *, private: bool = False) -> bool:
    """Whether what goes there does not travel in the open: https, or http within this machine (or a `private` net)."""
    try:
        url = urlsplit(address)
        host = url.hostname or ""
    except ValueError:  # brackets that hold no address
        return False
    is_near = is_loopback(host) or (private and _is_private(host))
    return bool(host) and (url.scheme == "https" or (url.scheme == "http" and is_near))


def stays_here(address: str) -> bool:
    """Whether what goes there does not leave this machine. A proxy of the machine is for what leaves it."""
    return is_loopback(urlsplit(address).hostname or "")


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_private(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
