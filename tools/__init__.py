"""The launcher. Standard library only: it runs before the virtual environment exists."""
