"""What the program prints, as lines: each belongs to the strand that printed its first part."""


class Lines:
    def __init__(self, tell):
        self._tell = tell
        self._begun = {}

    def printed(self, stream, text, strand, line, via):
        """`text` is bytes."""
        *ended, rest = text.split(b"\n")
        for part in ended:
            self._add(stream, part, strand, line, via)
            self._end(stream)
        if rest:
            self._add(stream, rest, strand, line, via)

    def _add(self, stream, part, *place):
        self._begun.setdefault(stream, ([], *place))[0].append(part)

    def end(self):
        """A last line may lack its line end."""
        for stream in list(self._begun):
            self._end(stream)

    def _end(self, stream):
        parts, strand, line, via = self._begun.pop(stream)
        text = b"".join(parts).decode("utf-8", "replace")
        more = {"via": via} if via else {}
        self._tell("print", strand=strand, line=line, **more, stream=stream, text=text)
