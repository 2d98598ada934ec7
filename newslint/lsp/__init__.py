"""The language server: findings, fixes and explanations while an editor types."""
