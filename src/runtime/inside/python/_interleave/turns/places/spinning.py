"""Loops that wait for another strand by asking again and again: `while not done: pass`."""

import ast

POLLS = {"is_set", "is_alive", "locked", "empty", "full", "qsize", "done", "running", "cancelled", "active_count"}
POLLS |= {"monotonic", "perf_counter", "time", "len", "all", "any", "bool"}
"""Calls that ask and change nothing."""

_asks = (ast.Name, ast.Attribute, ast.Constant, ast.Subscript, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.BinOp)
_parts = (ast.expr_context, ast.boolop, ast.unaryop, ast.cmpop, ast.operator)


def spins(loop, shows):
    """Whether a `while` loop changes nothing that it or another strand asks about. `shows(name)`: others see its binding."""
    written, asked = set(), set()
    harmless = _only_asks(loop.test, asked) and all(_harmless(each, written, asked) for each in loop.body)
    return harmless and not written & asked and not any(map(shows, written))


def _harmless(node, written, asked):
    if isinstance(node, (ast.Pass, ast.Continue, ast.Break)):
        return True
    if isinstance(node, ast.If):
        return _only_asks(node.test, asked) and all(
            _harmless(one, written, asked) for one in (*node.body, *node.orelse)
        )
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        written.add(node.target.id)
        return _only_asks(node.value, set())
    if isinstance(node, ast.Expr):
        return _is_yielding(node.value) or _only_asks(node.value, set())
    return False


def _only_asks(node, names):
    if isinstance(node, ast.Call):
        function = node.func
        polls = getattr(function, "attr", getattr(function, "id", None)) in POLLS
        return polls and all(_only_asks(child, names) for child in ast.iter_child_nodes(node))
    if isinstance(node, ast.Name):
        names.add(node.id)
    return isinstance(node, _parts) or (
        isinstance(node, _asks) and all(_only_asks(child, names) for child in ast.iter_child_nodes(node))
    )


def _is_yielding(node):
    """`time.sleep(0)` lets others go on and takes no time."""
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", None))
    value = node.args[0]
    return name == "sleep" and isinstance(value, ast.Constant) and value.value == 0
