"""What people do with families: one verb, one function, one transaction, one event."""
