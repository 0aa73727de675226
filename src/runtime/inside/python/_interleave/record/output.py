"""What the program prints, with strand and line, as it leaves: the same bytes, and as many at once, as without us."""

from ..observe.output import watch_stream


class _Emitter:
    """Emits what Lines finds."""

    def __init__(self, recorder, stream):
        self._recorder = recorder
        self._stream = stream

    def current_strand(self, frame):
        line, via = self._recorder.locations.locate(frame)
        return self._recorder.strand(frame, line), line, via

    def on_print(self, location, text):
        strand, line, via = location
        more = {"via": via} if via else {}
        self._recorder.emit("print", strand=strand, line=line, stream=self._stream, text=text, **more)


def watch_output(recorder):
    """Puts watched files under stdout and stderr. Returns what has to be called at the end."""
    ends = [watch_stream(name, _Emitter(recorder, name)) for name in ("stdout", "stderr")]

    def end():
        for each in ends:
            each()

    return end
