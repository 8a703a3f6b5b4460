"""What is said when the platform cannot be started."""


class CannotStartError(Exception):
    """The platform cannot start; the message is one sentence: what was done, to what, and what to do next.

    `log` is what the failing part wrote, for those who ask for it.
    """

    def __init__(self, sentence: str, log: str = "") -> None:
        """Keep the sentence and the log."""
        super().__init__(sentence)
        self.log = log
