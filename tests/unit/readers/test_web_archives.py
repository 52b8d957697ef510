"""Web pages saved as one file, and the e-mails that look like them."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.runtime.errors import UnknownMediaType

PAGE = "<html><body><p>Harbour dues =E2=80=93 paid</p></body></html>"
PARTS = f"""--b
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{PAGE}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--b--
"""
ARCHIVE = f"""From: <Saved by a browser>
Subject: Dues
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

{PARTS}"""


@pytest.mark.parametrize("start", ["", "\ufeff", "\r\n"], ids=["plain", "with a mark", "a gap"])
def test_the_page_of_an_archive_is_the_paper(start: str) -> None:
    document = read_document((start + ARCHIVE).encode(), "dues.mht")
    assert [block.text for block in document.blocks] == ["Harbour dues – paid"]


@pytest.mark.parametrize(
    "mail",
    [
        f"To: ann@quay.test\n{ARCHIVE}",
        f"Cc: ann@quay.test\n{ARCHIVE}",
        "MIME-Version: 1.0\nContent-Type: text/plain\n\nHarbour dues",
    ],
    ids=["an e-mail with a page in it", "a copy of one", "no page"],
)
def test_an_e_mail_is_no_paper(mail: str) -> None:
    with pytest.raises(UnknownMediaType, match=r"is a saved e-mail"):
        read_document(mail.encode(), "dues.eml")


def test_a_page_in_an_unknown_code_is_read_as_it_is() -> None:
    mail = "MIME-Version: 1.0\nContent-Type: text/html; charset=quay\n\n<p>Harbour dues</p>"
    document = read_document(mail.encode(), "dues.mht")
    assert [block.text for block in document.blocks] == ["Harbour dues"]
