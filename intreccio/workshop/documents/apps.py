from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files out: PDF, CSV, XLSX. Files kept: sealed, outside whatever is served."""

    name = "intreccio.workshop.documents"
    label = "documents"
    verbose_name = "Documenti"

    def ready(self) -> None:
        """Says which dated numbers this area reads."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.workshop.documents.actions import load_limits

        add_reference("document_limits", load_limits)
