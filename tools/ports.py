"""TCP ports: is one free, and which one to take."""

import random
import socket

LOCAL = "127.0.0.1"
# Below the range from which systems hand out ports by themselves, so that ours is still free tomorrow.
RANGE = range(15_433, 32_000)


def is_free(port: int, host: str = LOCAL) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def choose_port() -> int:
    for port in random.SystemRandom().sample(RANGE, 50):
        if is_free(port):
            return port
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])
