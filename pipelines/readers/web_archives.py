"""Web pages saved as one file (MHTML), as browsers and Word write them."""

import email
import re
from email.message import Message

# MIME-Version: 1.0, below other fields: the top of such a file, and of an e-mail
MAIL_TOP = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+):",
    re.IGNORECASE,
)
# Fields that only an e-mail to somebody has
SENT = ("To", "Cc", "Bcc", "Received", "Delivered-To", "Return-Path")
PAGE = "text/html"
MARK = "\ufeff"  # says that what follows is UTF-8, whatever the page says of itself


def is_mail(head: bytes) -> bool:
    """Whether the first bytes of a file are the fields of an e-mail or of a web archive."""
    return MAIL_TOP.match(head.lstrip(b"\xef\xbb\xbf\r\n")) is not None


def archived_page(data: bytes) -> bytes | None:
    """The web page in a web archive; None for an e-mail, and for an archive without a page.

    The first page of the file is the paper; later parts are its frames and pictures.
    """
    mail = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    if any(mail[field] for field in SENT):
        return None
    page = next((part for part in mail.walk() if part.get_content_type() == PAGE), None)
    return _words(page) if page else None


def _words(page: Message) -> bytes | None:
    printed = page.get_payload(decode=True)
    if not isinstance(printed, bytes):
        return None
    charset = page.get_content_charset()
    try:
        return (MARK + printed.decode(charset)).encode() if charset else printed
    except (LookupError, UnicodeDecodeError):
        return printed
