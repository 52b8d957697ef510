"""Which addresses a host has, and whether a program may connect to them."""

import ipaddress
import socket

from pipelines.sources.http.faults import FetchFault, Passing

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# 64:ff9b::/96 holds an IPv4 address in its last four bytes
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def checked_addresses(url: str, host: str, port: int, *, allow_private: bool) -> list[str]:
    """Every address of a host, in the order of the system.

    Raises:
        Passing: The name cannot be resolved now.
        FetchFault: One of the addresses is not public, and private ones are not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Passing(url, f"cannot be reached: its name is not known ({error})") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not (allow_private or is_public(address)):
            reason = f"is at the address {address}, which is not public; nothing was asked there"
            raise FetchFault(url, reason)
    return addresses


def is_public(printed: str) -> bool:
    """Whether an address is one of the public Internet, whatever form it has.

    >>> is_public("8.8.8.8"), is_public("::ffff:169.254.169.254"), is_public("fe80::1%eth0")
    (True, False, False)
    """
    address: Address = ipaddress.ip_address(printed.partition("%")[0])
    for inner in _inner_addresses(address):
        if not inner.is_global or inner.is_multicast or inner.is_reserved:
            return False
    return True


def _inner_addresses(address: Address) -> list[Address]:
    """The address, or those that an IPv6 address carries."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address, address.sixtofour]
    if address.teredo:
        return [address, *address.teredo]
    if address in NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address]
