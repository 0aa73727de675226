"""What is said of a run in which no strand can ever go on: who waits, where, and for what."""

import linecache
import sys


def waiting(scheduler):
    """One dict for each strand that waits: {strand, name, line, kind, of, holder}."""
    return [_wait(strand, scheduler) for strand in scheduler.strands if strand.wants is not None]


def describe(waits, file):
    """One sentence, then a line for each strand that waits."""
    lines = [f"  {wait['name']} waits {_for(wait)}{_at(file, wait['line'])}\n" for wait in waits]
    return "nothing left can wake this: every thread waits for another\n" + "".join(lines)


def _wait(strand, scheduler):
    wants = strand.wants
    holder = getattr(wants, "holder", None)
    ends = getattr(wants, "ends", None)
    return {
        "strand": strand.number,
        "name": strand.name,
        "line": strand.line,
        "kind": "thread" if ends is not None else wants.kind,
        "of": _name_in_program(wants) if ends is None else scheduler.ever[ends].name,
        "holder": None if holder is None or ends is not None else holder.name,
    }


def _for(wait):
    if wait["kind"] == "thread":
        return f"for the end of {wait['of']} "
    name = f" {wait['of']}" if wait["of"] else ""
    holder = f", held by {wait['holder']}," if wait["holder"] not in (None, wait["name"]) else ""
    return f"for the {wait['kind']}{name}{holder} "


def _at(file, line):
    text = linecache.getline(file, line).strip()
    return f"at line {line}: {text}" if text else f"at line {line}"


def _name_in_program(wanted):
    """By which expression the main module can name this object: `lock`, or `locks['ann']`."""
    for name, value in list(vars(sys.modules["__main__"]).items()):
        if value is wanted:
            return name
        parts = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, (list, tuple)) else ()
        )
        for key, part in parts:
            if part is wanted:
                return f"{name}[{key!r}]"
    return None
