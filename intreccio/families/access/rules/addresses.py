"""Whose tries are counted together: one connection, whoever sits behind it."""

from ipaddress import IPv6Address, ip_address, ip_network

HOME_OF_A_LINE = 64  # bits: one subscriber of an IPv6 line has 2^64 addresses to choose from


def connection_of(address: str) -> str:
    """The address to count: all of an IPv4 one, the subscriber's part of an IPv6 one, the text itself if neither."""
    try:
        known = ip_address(address.strip())
    except ValueError:
        return address.strip()
    if isinstance(known, IPv6Address):
        inner = known.ipv4_mapped
        return str(inner or ip_network((known, HOME_OF_A_LINE), strict=False).network_address)
    return str(known)
