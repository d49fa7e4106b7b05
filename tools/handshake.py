"""Is a PostgreSQL server taking connections? Asked in its own language, since before the libraries there is no driver."""

import socket
import struct

from tools.ports import LOCAL

PROTOCOL = 3 << 16
STARTING_UP = b"57P03"


def startup_message(user: str = "postgres", database: str = "postgres") -> bytes:
    pairs = b"".join(word.encode() + b"\0" for word in ("user", user, "database", database)) + b"\0"
    return struct.pack("!ii", len(pairs) + 8, PROTOCOL) + pairs


def means_ready(answer: bytes) -> bool:
    """It asks who we are, or complains of anything but being about to start or to stop."""
    return answer[:1] == b"R" or (answer[:1] == b"E" and STARTING_UP not in answer)


def takes_connections(port: int, timeout: float = 2) -> bool:
    try:
        with socket.create_connection((LOCAL, port), timeout=timeout) as connection:
            connection.sendall(startup_message())
            return means_ready(connection.recv(1024))
    except OSError:
        return False
