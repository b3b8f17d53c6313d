"""What a PDF of Chromium says of its own pages."""

from mkdocs_journeys.exports.printed.pdf import numbers_of, without_time

PDF = b"""%PDF-1.4
1 0 obj
<</Creator (Chromium)
/CreationDate (D:20261130212311+00'00')
/ModDate (D:20261130212311+00'00')>>
endobj
8 0 obj
<</Filter /FlateDecode
/Length 3>> stream
\x00\x9c\xff
endstream
endobj
2 0 obj
<</Type /Page
/Contents 8 0 R
/Parent 10 0 R>>
endobj
3 0 obj
<</Type /Page
/Parent 10 0 R>>
endobj
4 0 obj
<</Type /Page
/Parent 11 0 R>>
endobj
10 0 obj
<</Type /Pages
/Count 2
/Kids [2 0 R 3 0 R]>>
endobj
11 0 obj
<</Type /Pages
/Count 3
/Kids [10 0 R 4 0 R]>>
endobj
12 0 obj
<</p0 [3 0 R /XYZ 6 580 0]
/p1 [4 0 R /XYZ 6 580 0]
/p9 [99 0 R /XYZ 6 580 0]>>
endobj
13 0 obj
<</Type /Catalog
/Pages 11 0 R
/Dests 12 0 R>>
endobj
"""


def test_each_place_has_the_number_of_its_page_in_the_order_of_the_tree() -> None:
    assert numbers_of(PDF) == {"p0": 2, "p1": 3}


def test_nothing_is_found_in_another_pdf() -> None:
    assert numbers_of(b"%PDF-1.7\n1 0 obj\n<</Type /ObjStm>> stream\nx\nendstream\nendobj\n") == {}
    assert numbers_of(b"") == {}


def test_the_time_of_its_making_is_always_the_same_and_nothing_else_changes() -> None:
    other = PDF.replace(b"20261130212311", b"20270101000000")
    assert without_time(PDF) == without_time(other)
    assert len(without_time(PDF)) == len(PDF)
    assert numbers_of(without_time(PDF)) == numbers_of(PDF)
