"""What is printed of an exception that ends a thread: as Python does it, without the frames that are ours."""

import _thread
import os
import sys
import traceback

_ours = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_real = _thread._excepthook  # pyright: ignore[reportAttributeAccessIssue]


def excepthook(args, /):
    """As `threading.excepthook`."""
    if args.exc_value is not None:
        args.exc_value.__traceback__ = without_ours(args.exc_value.__traceback__)
        clean = _thread._ExceptHookArgs  # pyright: ignore[reportAttributeAccessIssue]
        args = clean((args.exc_type, args.exc_value, args.exc_value.__traceback__, args.thread))
    _real(args)


def report_raw(function, error):
    """Of a thread that `_thread.start_new_thread` has started, which is none of `threading`."""
    print(f"Exception ignored in thread started by: {function!r}", file=sys.stderr)
    traceback.print_exception(type(error), error, without_ours(error.__traceback__))


def without_ours(trace):
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_ours):
        trace = trace.tb_next
    if trace is not None:
        trace.tb_next = without_ours(trace.tb_next)
    return trace
