"""What people do with signals and at the counter: one verb, one function, one transaction, one event."""
