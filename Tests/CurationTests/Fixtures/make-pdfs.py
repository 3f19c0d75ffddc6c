"""Writes the PDFs of the tests. Needs reportlab (pip install reportlab)."""
import pathlib

from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

folder = pathlib.Path(__file__).parent / "pdf"

PAGES = [
    ["The well at Orvieto", "", "1 Two stairs",
     "The well of Saint Patrick has two stairs, one above the",
     "other, so that mules which go down never meet those that",
     "come up. It was dug after 1527, when the pope wanted wa-",
     "ter for a siege that never came.",
     "", "2 Light",
     "Seventy windows open from the stairs to the shaft, and",
     "whoever carries a lamp is seen by everybody else. The de-"],
    ["scent takes 248 steps. The shaft is 53 metres deep and 13",
     "metres wide.", "",
     "Below, a bridge crosses the water, which is one metre",
     "deep; coins lie in it."],
    ["Nothing is known of the mules' names. The builder was",
     "Antonio da Sangallo the Younger, whose drawings remain in",
     "Florence."],
]


def write(name, pages, encrypt=None, title="The well at Orvieto", heads=True):
    canvas = Canvas(str(folder / name), pagesize=A5, invariant=1, encrypt=encrypt)
    canvas.setTitle(title)
    canvas.setAuthor("Livia Conti")
    for number, lines in enumerate(pages, 1):
        if heads:
            canvas.drawString(40, 560, "Notes on wells")
            canvas.drawCentredString(210, 30, f"- {number} -")
        y = 520
        for line in lines:
            canvas.drawString(40, y, line)
            y -= 14 if line else 24
        canvas.showPage()
    canvas.save()


write("well.pdf", PAGES)
write("locked.pdf", PAGES[:1], encrypt=StandardEncryption("secret", "owner"))
canvas = Canvas(str(folder / "scanned.pdf"), pagesize=A5, invariant=1)
for _ in range(2):
    canvas.rect(50, 50, 200, 300, fill=1)
    canvas.showPage()
canvas.save()
(folder / "damaged.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n")
