from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files out: PDF, CSV, XLSX. Files kept: sealed, outside whatever is served."""

    name = "intreccio.workshop.documents"
    label = "documents"
    verbose_name = "Documenti"

    def ready(self) -> None:
        """Says which dated numbers this area reads, and how what was drawn is shown again."""
        from intreccio.ground.kernel.reference import add_reference
        from intreccio.ground.kernel.typed import easel
        from intreccio.workshop.documents.actions import load_limits
        from intreccio.workshop.documents.forms import drawn_again

        add_reference("document_limits", load_limits)
        easel.draw = drawn_again
