"""Whose tries are counted together: one connection, whoever sits behind it."""

import re
from ipaddress import IPv6Address, ip_address, ip_network

WITH_PORT = re.compile(r"^(?:\[(?P<v6>[^\]]+)\](?::\d+)?|(?P<v4>\d+(?:\.\d+){3}):\d+)$")
HOME_OF_A_LINE = 64  # bits: one subscriber of an IPv6 line has 2^64 addresses to choose from


def connection_of(address: str) -> str:
    """The address to count: all of an IPv4 one, the subscriber's part of an IPv6 one; whatever is neither counts as one.

    Some proxies write the port too: another port is the same connection.
    """
    try:
        known = ip_address(WITH_PORT.sub(r"\g<v4>\g<v6>", address.strip()))
    except ValueError:
        return ""
    if isinstance(known, IPv6Address):
        inner = known.ipv4_mapped
        return str(inner or ip_network((known, HOME_OF_A_LINE), strict=False).network_address)
    return str(known)
