"""Files out: each function takes values and answers bytes."""

from intreccio.workshop.documents.files.papers import pdf, undrawn
from intreccio.workshop.documents.files.sending import download, show
from intreccio.workshop.documents.files.tables import csv, xlsx

__all__ = ["csv", "download", "pdf", "show", "undrawn", "xlsx"]
