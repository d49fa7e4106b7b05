"""What people do with services: one verb, one function, one transaction, one event."""
