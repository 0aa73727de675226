"""What the program prints, with lane and line, as it leaves: the same bytes, and as many at once, as without us."""

import io
import sys

from interleave_observe.output import Lines


class FileIO(io.FileIO):
    """What lies under an unbuffered stream. It bears the name of the class that it stands for."""

    __module__ = "_io"
    _lines = None

    def write(self, piece):
        if self._lines is not None:
            self._lines.note(piece)
        return super().write(piece)


class _Teller:
    """What Lines tells its lines to."""

    def __init__(self, recorder, stream):
        self._recorder = recorder
        self._stream = stream

    def current_lane(self, frame):
        line, via = self._recorder.places.stand(frame)
        return self._recorder.lane(frame, line), line, via

    def on_print(self, place, text):
        lane, line, via = place
        more = {"via": via} if via else {}
        self._recorder.tell("print", lane=lane, line=line, stream=self._stream, text=text, **more)


def watch_output(recorder):
    """Puts watched files under stdout and stderr. Returns what has to be called at the end."""
    ends = [_watch(recorder, name) for name in ("stdout", "stderr")]

    def end():
        for each in ends:
            each()

    return end


def _watch(recorder, name):
    plain = getattr(sys, name)
    settings = dict(
        encoding=plain.encoding,
        errors=plain.errors,
        line_buffering=plain.line_buffering,
        write_through=plain.write_through,
    )
    plain.flush()
    file = FileIO(plain.fileno(), "w", closefd=False)
    file.name = f"<{name}>"
    file._lines = Lines(_Teller(recorder, name))
    watched = io.TextIOWrapper(file, **settings)
    watched.mode = "w"
    plain.detach()
    setattr(sys, name, watched)
    setattr(sys, f"__{name}__", watched)

    def end():
        if not watched.closed:
            watched.flush()
            file._lines.end()

    return end
