"""Pages of protocols: reading, preparing a draft, approving."""
