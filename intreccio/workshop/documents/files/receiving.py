"""What is sent by a form stays in memory until it is sealed: Django would lay large files down in the clear."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

# Of all files of one form together; how big one may be says the parameter `document_limits`.
MOST = 25_000_000


class InMemory(FileUploadHandler):
    """Keeps the first bytes and counts the others: the form says that it was too much."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept: list[bytes] = []
        self.room = MOST

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """One more file."""
        super().new_file(*args, **kwargs)
        self.kept = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Some of its bytes."""
        del start
        if self.room >= len(raw_data):
            self.kept.append(raw_data)
        self.room -= len(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """As far as there was room; `size` is what was sent."""
        file = BytesIO(b"".join(self.kept))
        self.kept = []
        return InMemoryUploadedFile(file, self.field_name, "file", self.content_type, file_size, self.charset)
