"""What a server answers to a request that it will not serve."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - an answer, not a fault
    """A request that cannot be served: the HTTP status, and what is wrong in plain words."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.status = status

    def __reduce__(self) -> tuple[type[Refusal], tuple[str, int]]:
        """Travel between processes whole."""
        return type(self), (self.message, self.status)
