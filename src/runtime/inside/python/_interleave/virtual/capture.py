"""What a program prints, kept with the time of each piece, in the place of the process's stdout and stderr."""

import io

from ..lines import LineSplitter, text_of

NUMBERS = {"stdout": 1, "stderr": 2}


class Sink(io.BufferedIOBase):
    """The bytes of one stream. It takes no more once the clock says that the program has ended."""

    mode = "wb"

    def __init__(self, name, clock, capture):
        self._name = name
        self.name = f"<{name}>"
        self._clock = clock
        self._capture = capture

    def writable(self):
        return True

    def fileno(self):
        """As of the stream that it stands for: faulthandler asks. What is written to the number by `os.write` comes here."""
        return NUMBERS[self._name]

    def write(self, piece):
        if not self._clock.ended:
            self._clock.writes += 1
            self._capture.add((self._name, self._clock.now, bytes(piece)))
        return len(piece)


class Capture:
    """`pieces` are (stream, seconds, bytes), in the order in which they were printed. With more than `room` bytes
    `flooded` is called."""

    def __init__(self, clock, room, flooded):
        self.pieces = []
        self._room = room
        self._flooded = flooded
        self.stdout, self.stderr = (self._stream(name, clock) for name in ("stdout", "stderr"))

    def add(self, piece):
        self._room -= len(piece[2])
        if self._room < 0:
            self._flooded()
        self.pieces.append(piece)

    def written(self, number, piece):
        """By `os.write`, to the number of one of the streams."""
        stream = self.stdout if number == NUMBERS["stdout"] else self.stderr
        return stream.buffer.write(piece)

    def _stream(self, name, clock):
        sink = Sink(name, clock, self)
        errors = "surrogateescape" if name == "stdout" else "backslashreplace"
        how = {"encoding": "utf-8", "errors": errors, "newline": "\n", "write_through": True}
        stream = io.TextIOWrapper(sink, **how)  # pyright: ignore[reportArgumentType]
        stream.mode = "w"  # pyright: ignore[reportAttributeAccessIssue]
        return stream


class Stopped:
    """Why a run has no outcome of its own. `why` is one of `refused`, `blocked`, `endless`, `died`; `what` says it."""

    def __init__(self, why, what, file=None, line=None):
        self.why = why
        self.what = what
        self.file = file
        self.line = line

    def as_dict(self):
        return {name: value for name, value in vars(self).items() if value is not None}


class Outcome:
    """What one run printed, its exit code and its virtual milliseconds. A limit has `cut` a run that has an outcome all the
    same; `beside` is what else was kept of it. A run that is spoilt has left something behind for the next."""

    def __init__(self, pieces, code, milliseconds, stopped=None, cut=False, beside=None, is_spoilt=False):
        self._pieces = pieces
        self.exit = code
        self.elapsed = milliseconds
        self.stopped = Stopped(*stopped) if stopped else None
        self.cut = cut
        self.beside = beside
        self.is_spoilt = is_spoilt

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
