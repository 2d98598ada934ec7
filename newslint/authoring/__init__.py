"""What rule writers need: running examples, generating pages and schemas."""
