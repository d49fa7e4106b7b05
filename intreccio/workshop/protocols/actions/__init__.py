"""What is written: the library by the keeper, drafts by who coordinates, approvals by who reads them."""
