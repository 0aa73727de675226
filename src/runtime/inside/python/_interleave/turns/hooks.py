"""What a program with places calls, by model. The hooks stand among the builtins, so that its own names stay its own."""

import builtins

from .places.models import CALLED, LOOP, MANAGED, NOTE, NOTED, PLACE, PLACED

FAIR = 1000
"""Passes of a loop after which the other strands have their turn: the machine's scheduler would not wait for ever."""


class Hooks:
    """Each takes the number of a place; those that take a value too hand it on."""

    def __init__(self, scheduler, places):
        self._scheduler = scheduler
        self._places = places

    def install(self):
        hooks = {PLACE: self.place, PLACED: self.placed, CALLED: self.called}
        hooks |= {NOTE: self.note, NOTED: self.noted, LOOP: self.loop, MANAGED: self.managed}
        builtins.__dict__.update(hooks)

    def place(self, number):
        raise NotImplementedError

    def called(self, number, value):
        raise NotImplementedError

    def placed(self, number, value):
        self.place(number)
        return value

    def note(self, number):
        place = self._places[number]
        self._scheduler.touch(place.reads, place.writes)

    def noted(self, number, value):
        self.note(number)
        return value

    def managed(self, number, value):
        """What `with` enters and leaves."""
        kind = type(value)
        if self._scheduler.is_guarded(value) or not (hasattr(kind, "__enter__") and hasattr(kind, "__exit__")):
            return value
        return Managed(value, lambda: self.note(number))

    def loop(self, number, spins, reads):
        """One pass more. A strand that spins, or goes round very often, gives way."""
        scheduler = self._scheduler
        me = scheduler.current
        scheduler.pass_place()
        if len(scheduler.strands) > 1:
            if me.turn != scheduler.switches:
                me.turn = scheduler.switches
                me.loops.clear()
            me.loops[number] = passes = me.loops.get(number, 0) + 1
            if passes > 1 and (spins or passes > FAIR):
                asked, me.spun = me.spun, scheduler.clock.now
                if me.stays_in != (number, me.turn):
                    me.loops.clear()
                    stays = scheduler.give_way(self._places[number].line, asked)
                    me.stays_in = (number, me.turn) if stays else None
            else:
                self.pass_end(number, reads)

    def pass_end(self, number, reads):
        raise NotImplementedError


class Managed:
    """What a program enters and leaves by `with`; `touch` says what that may touch."""

    def __init__(self, value, touch):
        self._value = value
        self._touch = touch

    def __enter__(self):
        self._touch()
        entered = type(self._value).__enter__(self._value)
        self._touch()
        return entered

    def __exit__(self, *error):
        self._touch()
        left = type(self._value).__exit__(self._value, *error)
        self._touch()
        return left


class AnyHooks(Hooks):
    """A place comes before an operation on what is shared, which is done then."""

    def place(self, number):
        place = self._places[number]
        self._come_to(place.line)
        self._scheduler.touch(place.reads, place.writes)

    def _come_to(self, line):
        scheduler = self._scheduler
        scheduler.pass_place()
        scheduler.called = False
        if scheduler.clean:
            scheduler.current.line = line
        else:
            scheduler.offer("place", line)

    def called(self, number, value):
        self.place(number)
        self._scheduler.called = True
        return value

    def managed(self, number, value):
        self._come_to(self._places[number].line)
        return super().managed(number, value)

    def pass_end(self, number, reads):
        if reads:
            self.place(number)


class GilHooks(Hooks):
    """A place where nothing has been done since the last one is none."""

    def place(self, number):
        scheduler = self._scheduler
        scheduler.pass_place()
        if not scheduler.clean:
            scheduler.offer("place", self._places[number].line)

    def called(self, number, value):
        self.note(number)
        self.place(number)
        return value

    def pass_end(self, number, reads):
        if reads:
            self.note(number)
        self.place(number)


HOOKS = {"any": AnyHooks, "gil": GilHooks, "usual": GilHooks}
