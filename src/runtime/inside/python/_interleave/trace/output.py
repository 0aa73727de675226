"""What the program prints, as events: each line belongs to the strand that printed its first part."""

from collections import defaultdict

from ..lines import LineSplitter, text_of


class Output:
    def __init__(self, emit):
        self._emit = emit
        self._splitters = defaultdict(LineSplitter)

    def printed(self, stream, text, strand, line, via):
        """`text` is bytes."""
        self._add(stream, self._splitters[stream].lines(text, (strand, line, via)))

    def end(self):
        for stream, splitter in self._splitters.items():
            self._add(stream, splitter.rest())

    def _add(self, stream, lines):
        for (strand, line, via), text in lines:
            more = {"via": via} if via else {}
            self._emit("print", strand=strand, line=line, **more, stream=stream, text=text_of(text))
