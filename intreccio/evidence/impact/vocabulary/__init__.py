"""Words of facts, and what each indicator means."""
