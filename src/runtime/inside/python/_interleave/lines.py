"""Cuts into lines what comes in pieces."""


class LineSplitter:
    """A line has the mark of the piece that began it: who printed it, for one."""

    def __init__(self):
        self._begun = None

    def lines(self, piece, mark=None):
        """The lines that end with this piece of bytes, each with its mark."""
        starter, begun = self._begun or (mark, b"")
        *ended, rest = (begun + piece).split(b"\n")
        # threads share what has begun: whole lines, which threads print, leave it alone
        if rest or self._begun:
            self._begun = (mark if ended else starter, rest) if rest else None
        return [(mark if index else starter, line) for index, line in enumerate(ended)]

    def rest(self):
        """A last line may lack its line end: it, or nothing."""
        begun, self._begun = self._begun, None
        return [begun] if begun else []


def text_of(line):
    return line.decode("utf-8", "replace")
