"""Forms of drafts, of approvals, and of how one looks at a version."""
