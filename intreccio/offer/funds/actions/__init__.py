"""What people do with lines and hours: one verb, one function, one transaction, one event."""
