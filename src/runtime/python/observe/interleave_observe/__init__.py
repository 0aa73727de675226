"""Says of each printed line which lane printed it. Never changes what is printed: if it fails, it switches itself off."""

from .observer import Observer
from .output import observe_output
from .records import file_writer


def observe_file(path):
    """Appends the records of this process, and of those that it starts, to the file `path`."""
    write, first = file_writer(path)
    observe_output(Observer(write, is_program=first))
