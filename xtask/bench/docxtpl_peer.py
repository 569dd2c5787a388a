"""The peer of the benchmark: docxtpl renders a Word template, LibreOffice makes the PDF.

usage: docxtpl_peer.py TEMPLATE.docx FAKTA.json OUT.docx

The template is our own Word file, so that the content is equal; the peer is spared all computing, charts and HTML.
"""

import json
import sys

from docxtpl import DocxTemplate


def main():
    template, fakta, out = sys.argv[1:]
    with open(fakta, encoding="utf8") as file:
        values = {row["kode"].replace(".", "_"): row["nilai"] for row in json.load(file)["fakta"]}
    document = DocxTemplate(template)
    document.render(values)
    document.save(out)


main()
