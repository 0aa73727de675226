"""The program's stdout, and each line reported to the observer as it leaves. The bytes that leave are the same as without it,
and so is how many leave at once: a line that leaves in one piece is torn by no other thread."""

import io
import sys

from ..lines import LineSplitter, text_of


class Lines:
    """The lines of one stream, as its pieces come. A line belongs to the strand that printed its first part."""

    def __init__(self, observer):
        self._observer = observer
        self._splitter = LineSplitter()

    def note(self, piece):
        if self._observer is None or not piece:
            return
        try:
            self._note(self._splitter.lines(bytes(piece), self._observer.current_strand(_writer())))
        except Exception:
            self._observer = None

    def end(self):
        self._note(self._splitter.rest())

    def _note(self, lines):
        for strand, line in lines:
            if self._observer is not None:
                self._observer.on_print(strand, text_of(line).removesuffix("\r"))


def _writer():
    """The frame that prints; None where Python itself writes what is left at the end."""
    try:
        return sys._getframe(3)
    except ValueError:
        return None


class FileIO(io.FileIO):
    """What lies under an unbuffered stream. It bears the name of the class that it stands for."""

    __module__ = "_io"
    _lines: Lines | None = None

    def write(self, piece):
        if self._lines is not None:
            self._lines.note(piece)
        return super().write(piece)


def observe_output(observer):
    """Watches what the program prints to stdout. Returns what has to be called at the end."""
    return watch_stream("stdout", observer)


def watch_stream(name, observer):
    """Puts a watched file under the stream, with the same settings. Returns what has to be called at the end."""
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
    lines = file._lines = Lines(observer)
    watched = io.TextIOWrapper(file, **settings)
    watched.mode = "w"  # pyright: ignore[reportAttributeAccessIssue]
    plain.detach()
    setattr(sys, name, watched)
    setattr(sys, f"__{name}__", watched)

    def end():
        if not watched.closed:
            watched.flush()
        lines.end()

    return end
