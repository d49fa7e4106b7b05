"""What this area shows elsewhere."""


def register() -> None:
    """Fills the kernel's registers."""
