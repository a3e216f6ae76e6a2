"""Addresses of the web to which something of ours goes. For the settings, and for whoever sends there."""

import ipaddress
from urllib.parse import urlsplit


def is_safe_url(address: str) -> bool:
    """Whether what goes there does not travel in the open: https, or http within this machine."""
    try:
        url = urlsplit(address)
        host = url.hostname or ""
    except ValueError:  # brackets that hold no address
        return False
    return bool(host) and (url.scheme == "https" or (url.scheme == "http" and _is_loopback(host)))


def stays_here(address: str) -> bool:
    """Whether what goes there does not leave this machine. A proxy of the machine is for what leaves it."""
    return _is_loopback(urlsplit(address).hostname or "")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
