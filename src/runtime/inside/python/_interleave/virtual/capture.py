"""What a program prints, kept with the time of each piece, in the place of the process's stdout and stderr."""

import io

from ..lines import LineSplitter, text_of


class Sink(io.BufferedIOBase):
    """The bytes of one stream. It takes no more once the clock says that the program has ended."""

    def __init__(self, name, clock, pieces):
        self._name = name
        self._clock = clock
        self._pieces = pieces

    def writable(self):
        return True

    def write(self, piece):
        if not self._clock.ended:
            self._pieces.append((self._name, self._clock.now, bytes(piece)))
        return len(piece)


class Capture:
    """`pieces` are (stream, seconds, bytes), in the order in which they were printed."""

    def __init__(self, clock):
        self.pieces = []
        self.stdout, self.stderr = (self._stream(name, clock) for name in ("stdout", "stderr"))

    def _stream(self, name, clock):
        sink = Sink(name, clock, self.pieces)
        how = {"encoding": "utf-8", "errors": "surrogateescape", "newline": "\n", "write_through": True}
        return io.TextIOWrapper(sink, **how)  # pyright: ignore[reportArgumentType]


class Outcome:
    """What one run printed, its exit code and its virtual milliseconds."""

    def __init__(self, pieces, code, milliseconds):
        self._pieces = pieces
        self.exit = code
        self.elapsed = milliseconds

    def bytes_of(self, stream):
        return b"".join([piece for name, _, piece in self._pieces if name == stream])

    def lines(self):
        """Each line with its stream and the time of its end in ms, in the order of their ends."""
        splitters = {"stdout": LineSplitter(), "stderr": LineSplitter()}
        lines = []
        now = 0.0
        for stream, now, piece in self._pieces:
            lines += [_line(stream, now, line) for _, line in splitters[stream].lines(piece)]
        return lines + [_line(stream, now, line) for stream, each in splitters.items() for _, line in each.rest()]


def split_lines(text):
    """As the lines of a file: what stands after the last line end is one only if it is not empty."""
    lines = text_of(text).split("\n")
    return lines if lines[-1] else lines[:-1]


def _line(stream, now, line):
    return {"at": round(now * 1000, 1), "stream": stream, "text": text_of(line)}
