"""The models of when another thread may go on, as what they put around the parts of a program.

`gil` is CPython with its lock: it looks whether another thread wants to run where a function is entered, after a call of
C, and where a loop goes round (`eval_breaker` of Python/ceval.c, since 3.10); so `n += 1` cannot be cut and `n += one()`
can. `any` is CPython without it: between any two operations on what threads share. Under `usual` no thread goes on that
need not: its places count the passes of loops.
"""

import ast

PLACE, PLACED, CALLED = "__place__", "__placed__", "__called__"
LINE = "__line__"
NOTE, NOTED, LOOP, MANAGED = "__note__", "__noted__", "__loop__", "__managed__"
"""The names under which a program finds the hooks among its builtins: see hooks.py."""

OBJECTS = "objects"
"""What is inside of lists, dictionaries and the like, and of all that a call that nobody knows may look into."""


class Place:
    """A place in a program, and what is read and written there."""

    __slots__ = ("line", "reads", "writes")

    def __init__(self, line, reads=(), writes=()):
        self.line = line
        self.reads = reads
        self.writes = writes


class Model:
    """Makes hooks; `places` has the place of each, by the number that the hook is called with."""

    def __init__(self):
        self.places = []

    def managed(self, node):
        """What a `with` statement enters and leaves, if it is no call."""
        return self._around(node, MANAGED, (), (OBJECTS,))

    def loop(self, node, spins, reads):
        """At the end of each pass."""
        return self._hook(LOOP, node, (OBJECTS,) if reads else (), (), [ast.Constant(spins), ast.Constant(reads)])

    def _hook(self, name, node, reads=(), writes=(), more=()):
        self.places.append(Place(node.lineno, reads, writes))
        values: list[ast.expr] = [ast.Constant(len(self.places) - 1), *more]
        return ast.copy_location(ast.Call(ast.Name(name, ast.Load()), values, []), node)

    def _before(self, node, call):
        """The hooks return None, so that `hook() or node` is node."""
        return ast.copy_location(ast.BoolOp(ast.Or(), [call, node]), node)

    def _around(self, node, name, reads=(), writes=()):
        return self._hook(name, node, reads, writes, [node])


class Any(Model):
    """A place before each operation on what is shared."""

    def access(self, node, name):
        return self._before(node, self._hook(PLACE, node, (name,)))

    def store(self, value, names):
        return self._around(value, PLACED, (), names)

    def store_inside(self, value, names):
        return self.store(value, names)

    def just_stored(self, node, names):
        return [statement(self._hook(PLACE, node, (), names))] if names else []

    def read_first(self, node, names):
        return [statement(self._hook(PLACE, node, names))] if names else []

    def bind(self, node, names):
        return [statement(self._hook(PLACE, node, (), names)), node]

    def stored(self, node, names):
        return [node]

    def entry(self, node):
        """A generator that runs is seen by whoever else would run it."""
        return [statement(self._hook(PLACE, node, (), (OBJECTS,)))] if is_generator(node) else []

    def entered(self, node):
        return node

    def call(self, node, kind):
        """The last that is evaluated before a call is its last argument."""
        if kind in ("pure", "plain"):
            return node
        reads, writes = touched(kind)
        arguments = [*node.args, *node.keywords]
        if not arguments:
            node.func = self._around(node.func, CALLED, reads, writes)
            return node
        last = max(arguments, key=_position)
        if isinstance(last, (ast.keyword, ast.Starred)):
            last.value = self._around(last.value, CALLED, reads, writes)
        else:
            node.args[node.args.index(last)] = self._around(last, CALLED, reads, writes)
        return node

    def resumed(self, node):
        return node if isinstance(node, ast.Await) else self._around(node, PLACED, (), (OBJECTS,))

    def around_with(self, node, calls):
        """First and last inside it, and after it: here before something is given back; `managed` stands before it is taken."""
        if calls:
            return [], [], []
        return [], [statement(self._hook(PLACE, node))], []


class Gil(Model):
    """A place where CPython looks; a note of each operation on what is shared, so that places without one are none."""

    def access(self, node, name):
        return self._before(node, self._hook(NOTE, node, (name,)))

    def store(self, value, names):
        return value

    def store_inside(self, value, names):
        return self._around(value, NOTED, (), names)

    def just_stored(self, node, names):
        return [statement(self._hook(NOTE, node, (), names))] if names else []

    def read_first(self, node, names):
        return [statement(self._hook(NOTE, node, names))] if names else []

    def bind(self, node, names):
        return self.stored(node, names)

    def stored(self, node, names):
        return [node, statement(self._hook(NOTE, node, (), names))]

    def entry(self, node):
        return [statement(self._hook(PLACE, node))]

    def entered(self, node):
        return self._before(node, self._hook(PLACE, node))

    def call(self, node, kind):
        if kind == "plain":
            return node
        return self._around(node, PLACED) if kind == "pure" else self._around(node, CALLED, *touched(kind))

    def resumed(self, node):
        return self._around(node, PLACED)

    def around_with(self, node, calls):
        """CPython looks after the call of `__enter__`, from 3.14 on, and after that of `__exit__`."""
        return [statement(self._hook(PLACE, node))], [], [statement(self._hook(PLACE, node))]


MODELS = {"any": Any, "gil": Gil, "usual": Gil}


def statement(call):
    return ast.copy_location(ast.Expr(call), call)


def is_generator(function):
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in ast.walk(function))


def touched(kind):
    """What a call reads and writes; in a function that stands behind locks of its own, those say it."""
    return _touched[kind]


_touched = {
    "guarded": ((), ()),
    "reads": ((OBJECTS,), ()),
    "prints": ((OBJECTS,), ("output",)),
    "unknown": ((), (OBJECTS, "output")),
}


def _position(argument):
    node = argument.value if isinstance(argument, ast.keyword) else argument
    return node.lineno, node.col_offset
