from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files out: PDF, CSV, XLSX."""

    name = "intreccio.workshop.documents"
    label = "documents"
    verbose_name = "Documenti"
