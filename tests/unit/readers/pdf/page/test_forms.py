"""Values of form fields, which a viewer draws where the file has no print of them."""

import pytest

from pipelines.readers.pdf.reader import read_pdf

FIELD = "<< /Subtype /Widget {kind} /T (f) /DA (/F 12 Tf) /F {flags} /Rect [72 650 400 670] >>"
PRINT = b"BT /F 12 Tf 72 695 Td (Who was in the chair:) Tj ET"


def form(kind: str, flags: int = 4) -> bytes:
    """A page with a line of print, and a field below it that has no appearance of its own."""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R]"
        " /DR << /Font << /F 4 0 R >> >> >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [5 0 R] /Contents 6 0 R"
        " /Resources << /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        FIELD.format(kind=kind, flags=flags),
        f"<< /Length {len(PRINT)} >>\nstream\n{PRINT.decode()}\nendstream",
    ]
    data, places = b"%PDF-1.6\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 7\n0000000000 65535 f \n{table}trailer << /Size 7 /Root 1 0 R >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


@pytest.mark.parametrize(
    ("kind", "flags", "value"),
    [
        ("/FT /Tx /V (Cllr Ann Fenn)", 4, "Cllr Ann Fenn"),
        ("/FT /Ch /Ff 131072 /Opt [(Ann Fenn) (Cy Moss)] /V (Cy Moss)", 4, "Cy Moss"),
        ("/FT /Tx /V (hidden)", 2, ""),
    ],
    ids=["typed", "chosen", "hidden"],
)
def test_values_are_read(kind: str, flags: int, value: str) -> None:
    lines = [line.strip() for line in read_pdf(form(kind, flags)).pages[0].lines if line.strip()]
    assert lines == ["Who was in the chair:", *filter(None, [value])]
