"""Filled-in form fields of a PDF page, made part of its print."""

import pypdfium2
import pypdfium2.raw as pdfium


def with_print_of_fields(pdf: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """A page of an open file, counted from 0, with the values of its form fields as print.

    Raises:
        pypdfium2.PdfiumError: The page is damaged.
    """
    page = pdf[number]
    if not _has_fields(page):  # as most pages
        return page
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number]


def _has_fields(page: pypdfium2.PdfPage) -> bool:
    for place in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            return True
    return False
