"""A program prints into our pipe as it does on a terminal, each line at once and whole. Unbuffered, a print would be two
writes, the text and the line end, and another thread could come between them."""

import sys


def start():
    sys.stdout.reconfigure(line_buffering=True, write_through=False)  # pyright: ignore[reportAttributeAccessIssue]
