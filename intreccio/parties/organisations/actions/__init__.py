"""What people do in the network: one verb, one function, one transaction, one event."""
