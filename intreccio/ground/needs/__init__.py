"""The thread: one list of needs that signals, services and goals all carry, and the ledger of what could not be answered."""
