"""One request to one checked address, with limits on time and bytes.

The connection goes to the address that was checked, so that a name cannot change its mind in
between; the certificate is checked against the name. There are no cookies, no proxy, and no way to
switch the verification of certificates off.
"""

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import SplitResult, urlsplit

import httpx2

from pipelines.sources.http.faults import FetchFault, Passing, Unusable
from pipelines.sources.http.hosts import checked_addresses

PORTS = {"https": 443, "http": 80}
# Own servers of councils take up to a minute, and one is known to take 90 seconds.
TIMEOUTS = {"connect": 20.0, "read": 90.0, "write": 20.0, "pool": 20.0}
MOST_SECONDS = 900.0  # for one answer: a large pack on a slow line
CHUNK_BYTES = 1 << 16
ERROR_BYTES = 1 << 16  # what is read of an answer that is not what was asked for
GZIP_OR_ZLIB = 47  # window bits by which zlib finds out which it is
WHOLE = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of an answer, and its body unless that went to a file.

    Attributes:
        headers: By name in small letters.
        body: At most `ERROR_BYTES` of it if the status is not 200.
        has_length: Whether the site said how long the body is, so that a cut one is noticed.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    has_length: bool

    @property
    def content_type(self) -> str:
        """The media type in small letters, without parameters; empty if not given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Transport:
    """Asks one site.

    Attributes:
        user_agent: Who asks.
        allow_private: Whether the site may be at a private address.
        count: Told the number of bytes of each piece as it comes; may raise to stop.
        answered: Told when an answer begins.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        allow_private: bool,
        count: Callable[[int], None],
        answered: Callable[[], None],
    ) -> None:
        self.user_agent = user_agent
        self.allow_private = allow_private
        self.count = count
        self.answered = answered
        self._transport = httpx2.HTTPTransport(
            verify=True, trust_env=False, limits=httpx2.Limits(max_keepalive_connections=1)
        )

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def ask(
        self, url: str, most_bytes: int, into: BinaryIO | None, etag: str | None = None
    ) -> Reply:
        """Ask for an address once, and read the answer.

        Args:
            url: An address without a blank or a letter outside ASCII.
            most_bytes: Limit of the body, also when it is unpacked.
            into: A file for the body of a 200; None to have it in the reply.
            etag: The mark of the version that is known.

        Raises:
            Passing: The connection failed, was cut or took too long.
            Unusable: The body is too large or packed in an unknown way.
            FetchFault: The address may not be asked, or its certificate is not trusted.
        """
        try:
            response = self._connected(url, etag)
        except httpx2.InvalidURL as error:
            raise Unusable(url, f"is not an address that can be asked for ({error})") from error
        except httpx2.HTTPError as error:
            raise _transport_fault(url, error) from error
        self.answered()
        try:
            return self._read(url, response, most_bytes, into)
        except httpx2.HTTPError as error:
            raise _transport_fault(url, error) from error
        finally:
            response.close()

    def _connected(self, url: str, etag: str | None) -> httpx2.Response:
        parts = urlsplit(url)
        host = parts.hostname or ""
        addresses = checked_addresses(
            url, host, parts.port or PORTS[parts.scheme], allow_private=self.allow_private
        )
        for address in addresses[:-1]:
            try:
                return self._transport.handle_request(self._request(parts, address, etag))
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                continue  # such as an IPv6 address on a line that has none
        return self._transport.handle_request(self._request(parts, addresses[-1], etag))

    def _request(self, parts: SplitResult, address: str, etag: str | None) -> httpx2.Request:
        shown = f"[{address}]" if ":" in address else address
        port = f":{parts.port}" if parts.port else ""
        place = parts._replace(netloc=f"{shown}{port}", fragment="").geturl()
        headers = {
            "Host": parts.netloc,
            "User-Agent": self.user_agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
        }
        if etag:
            headers["If-None-Match"] = etag
        extensions = {"sni_hostname": parts.hostname or "", "timeout": TIMEOUTS}
        return httpx2.Request("GET", place, headers=headers, extensions=extensions)

    def _read(
        self, url: str, response: httpx2.Response, most_bytes: int, into: BinaryIO | None
    ) -> Reply:
        headers = {name.lower(): value for name, value in response.headers.items()}
        length = headers.get("content-length", "")
        is_wanted = response.status_code == WHOLE
        if is_wanted and length.isdigit() and int(length) > most_bytes:
            raise Unusable(url, f"has {int(length):,} bytes; {most_bytes:,} are allowed")
        body = bytearray()
        taken = 0
        for piece in _unpacked(url, self._pieces(url, response), headers.get("content-encoding")):
            taken += len(piece)
            if not is_wanted and taken > ERROR_BYTES:
                break
            if taken > most_bytes:
                raise Unusable(url, f"has more than the {most_bytes:,} bytes that are allowed")
            if into is not None and is_wanted:
                into.write(piece)
            else:
                body += piece
        has_length = length.isdigit() or "transfer-encoding" in headers
        return Reply(url, response.status_code, headers, bytes(body), has_length)

    def _pieces(self, url: str, response: httpx2.Response) -> Iterator[bytes]:
        ends_at = time.monotonic() + MOST_SECONDS
        # As they come: pieces of one size would keep a slow answer from being counted and timed
        for piece in response.iter_raw():
            self.count(len(piece))
            if time.monotonic() > ends_at:
                raise Unusable(url, f"was not complete after {MOST_SECONDS:.0f} s")
            yield piece


def _unpacked(url: str, pieces: Iterator[bytes], encoding: str | None) -> Iterator[bytes]:
    """Unpack piece by piece, so that no small piece becomes a large one in memory."""
    if not encoding or encoding.lower() == "identity":
        yield from pieces
        return
    if encoding.lower() not in ("gzip", "x-gzip", "deflate"):
        raise Unusable(url, f"is packed as {encoding!r}, which was not asked for")
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
    try:
        for packed in pieces:
            rest = packed
            while rest:
                yield unpacker.decompress(rest, CHUNK_BYTES)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Unusable(url, f"cannot be unpacked ({error})") from error
    if not unpacker.eof:
        raise Passing(url, "was cut off before its end")


def _transport_fault(url: str, error: httpx2.HTTPError) -> FetchFault:
    told = str(error) or type(error).__name__
    if "certificate" in told.lower() or "CERTIFICATE" in told:
        return FetchFault(url, f"has a certificate that is not trusted ({told})")
    if isinstance(error, httpx2.TimeoutException):
        return Passing(url, f"did not answer in time ({type(error).__name__})")
    return Passing(url, f"broke the connection off ({told})")
