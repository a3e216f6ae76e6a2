"""Misfortunes that a test arranges: floods, lost connections, errors, slowness, repeats, migrations."""

from dataclasses import dataclass

from .errors import ApiError
from .groups import Group, migrate
from .world import World


@dataclass
class Fault:
    method: str | None  # None: whatever is called next
    times: int
    error: ApiError | None = None
    drop_before: bool = False
    drop_after: bool = False
    delay: float = 0.0


class ConnectionDroppedError(Exception):
    """The client must see its connection close without an answer."""


class Faults:
    def __init__(self, world: World) -> None:
        self._world = world
        self._arranged: list[Fault] = []

    def retry_after(self, seconds: float, times: int = 1, method: str | None = "sendMessage") -> None:
        """Answer 429 with `retry_after`."""
        told = f"Too Many Requests: retry after {seconds}"
        error = ApiError(429, told, {"retry_after": seconds}, injected=True)
        self._arranged.append(Fault(method, times, error))

    def server_error(self, method: str | None = "sendMessage", times: int = 1) -> None:
        self._arranged.append(Fault(method, times, ApiError(502, "Bad Gateway", injected=True)))

    def drop_connection(self, method: str | None, times: int = 1, *, after_effect: bool) -> None:
        """Close the connection without an answer, before or after the call took effect."""
        self._arranged.append(Fault(method, times, drop_before=not after_effect, drop_after=after_effect))

    def slow(self, method: str | None, seconds: float, times: int = 1) -> None:
        """The call takes effect at once, its answer comes late."""
        self._arranged.append(Fault(method, times, delay=seconds))

    def redeliver_last_update(self) -> None:
        self._world.updates.redeliver_last()

    def migrate(self, group: Group, new_id: int) -> None:
        """From now on calls for the old id answer 400 with `migrate_to_chat_id`."""
        migrate(self._world, group, new_id)

    def clear(self) -> None:
        self._arranged.clear()

    @property
    def pending(self) -> int:
        """How many arranged faults have not struck yet."""
        return sum(fault.times for fault in self._arranged)

    def take(self, method: str) -> Fault | None:
        """The fault that strikes this call; a getUpdates only when it is meant by name."""
        fault = next((fault for fault in self._arranged if _strikes(fault, method)), None)
        if fault is not None:
            fault.times -= 1
            self._arranged = [other for other in self._arranged if other.times > 0]
        return fault


def _strikes(fault: Fault, method: str) -> bool:
    return fault.method == method or (fault.method is None and method != "getUpdates")
