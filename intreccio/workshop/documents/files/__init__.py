"""Files out: each function takes values and answers bytes."""

from intreccio.workshop.documents.files.papers import drawable, pdf, undrawn
from intreccio.workshop.documents.files.sending import download, show
from intreccio.workshop.documents.files.tables import Sheet, book, csv, xlsx

__all__ = ["Sheet", "book", "csv", "download", "drawable", "pdf", "show", "undrawn", "xlsx"]
