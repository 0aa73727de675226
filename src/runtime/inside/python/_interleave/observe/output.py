"""The program's stdout, with the observer told of each line as it leaves. The bytes that leave are the same as without it,
and so is how many leave at once: a line that leaves in one piece is torn by no other thread."""

import io
import sys


class Lines:
    """The lines of one stream, as its pieces come. A line belongs to the strand that printed its first part."""

    def __init__(self, observer):
        self._observer = observer
        self._begun = None

    def note(self, piece):
        if self._observer is None or not piece:
            return
        try:
            self._note(bytes(piece), self._observer.current_strand(_writer()))
        except Exception:
            self._observer = None

    def _note(self, piece, strand):
        starter, begun = self._begun or (strand, b"")
        *ended, rest = (begun + piece).split(b"\n")
        for line in ended:
            self._observer.on_print(starter, _text(line))
            starter = strand
        # threads share what has begun: whole lines, which threads print, leave it alone
        if rest or self._begun:
            self._begun = (starter, rest) if rest else None

    def end(self):
        """A last line may lack its line end."""
        if self._observer is not None and self._begun:
            strand, rest = self._begun
            self._observer.on_print(strand, _text(rest))


def _text(line):
    return line.decode("utf-8", "replace").removesuffix("\r")


def _writer():
    """The frame that prints; None where Python itself writes what is left at the end."""
    try:
        return sys._getframe(3)
    except ValueError:
        return None


class FileIO(io.FileIO):
    """What lies under an unbuffered stream. It bears the name of the class that it stands for."""

    __module__ = "_io"
    _lines = None

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
    watched.mode = "w"
    plain.detach()
    setattr(sys, name, watched)
    setattr(sys, f"__{name}__", watched)

    def end():
        if not watched.closed:
            watched.flush()
        lines.end()

    return end
