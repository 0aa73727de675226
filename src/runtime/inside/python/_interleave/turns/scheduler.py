"""Decides, where another strand could go on, which one does. One for the process, begun anew for each run."""

import sys
from collections.abc import Callable

from .decisions import Decisions, end_of
from .happened import CLOCK, ENDS, EVERYTHING, STARTS
from .options import options
from .ordinals import Ordinals
from .policies import Misfit, Policy
from .strands import Baton, Strand

_usual = {"deviations": []}
_clock = (CLOCK,)


class Scheduler:
    """Its methods are called by the strand whose turn it is; `run` by nobody of the program."""

    def __init__(self, clock):
        self.clock = clock
        self.is_program = lambda file: False
        self.is_guarded: Callable[[object], bool] = lambda value: False
        self.on_deviation = lambda ways, taken: None
        self.wrappers = set()
        """Code whose calls count as those of who called it."""
        self.ordinals = Ordinals()
        self._over = Baton()
        self._reset(_usual, 0)

    def run(self, work, schedule, most, *how):
        """Runs `work` as the main strand, until it ends or the run can go on no more; returns what ended the run. `how` is
        handed to Decisions.

        At most `most` places are passed. "end", "deadlock", "limit", a Misfit, or what was handed to `stop` or `cut`. Strands
        that are left stand still for ever.
        """
        self.ordinals.restart()
        self._reset(schedule, most, *how)
        self.main = self.current = self._strand(work)
        self.on = True
        self._hand_on(self.main)
        self._over.wait()
        return self._policy.fault(len(self.decisions.taken)) or self._why

    def _reset(self, schedule, most, *how):
        self._policy = Policy(schedule)
        self.decisions = Decisions(self._policy, self.on_deviation, *how)
        self._seen = self.clock.now
        self.strands = []
        self.ever = []
        self.passed = 0
        self.switches = 0
        self.clean = False
        """Since its last point the strand has done nothing that another could see."""
        self.called = False
        """A call of the program was a point, and nothing has happened since."""
        self.on = False
        """Whether a run is on: before and after it locks are taken by nobody in particular."""
        self.handlers = {}
        """Of signals, by number."""
        self._most = most
        self._why = "end"
        self._starting = None
        self.main = self.current = Strand(0, None)

    def end(self):
        """What still happens in this run are no turns: the interpreter's last acts."""
        self.on = False
        self.strands = []

    def stop(self, why):
        """Does not return: the strand stands still for ever."""
        self.on = False
        self._why = why
        me = self.current
        self._over.give()
        me.stand_still()

    def cut(self, why):
        """From outside of all strands: the run is over, and the current strand runs on unless the process ends."""
        if self.on:
            self.on = False
            self._why = why
            self._over.give()

    def touch(self, reads=(), writes=()):
        """What the current strand does from here on, to its next point."""
        if reads or writes:
            self.clean = False
            self.decisions.happened.touch(self.current.number, reads, writes)

    def name_lock(self):
        """The name of a new lock, the same in each run that makes it."""
        maker = self.current
        maker.locks += 1
        return f"lock {maker.locks} of {maker.path}" if self.on else f"lock {maker.locks} of a library"

    # places

    def pass_place(self):
        """Counts; a run that passes too many is ended."""
        self.passed += 1
        if self.passed > self._most and self.on:
            self.stop("limit")
        if self.current.interrupts:
            self._interrupt()

    def offer(self, what, line=0, freely=False):
        """A point at which the current strand could go on. `freely`: who is ready instead comes without a preemption."""
        me = self.current
        me.steps += 1
        if len(self.strands) > 1:
            me.line = line or self.program_line(sys._getframe(2))
            self._switch(self._choose(options(self.strands, me, self.clock.now, True, freely), what))
        self.clean = True
        if self.current.interrupts:
            self._interrupt()

    def give_way(self, line, asked):
        """A strand that spins lets the others go on; whether it goes on itself. `asked`: the time when it spun last.

        Where time passes meanwhile, it waits for a time perhaps, and the others may stand still until then.
        """
        me = self.current
        now = self.clock.now
        me.line = line
        able, late = options(self.strands, me, now, False)
        if not able or (now != asked and not able[0].can_go_on(now)):
            return False
        self.touch(writes=(EVERYTHING,))
        chosen = self._choose((able, late if now == asked else [*late, me]), "spins")
        self._switch(chosen)
        return chosen is me

    # waits

    def wait(self, wants, due=None):
        """Until `wants` is open (True) or the clock shows `due` (False)."""
        me = self.current
        if not self.on:
            raise RuntimeError("nobody is left to release this lock")
        what = "sleep" if wants is None else wants.kind
        while True:
            me.steps += 1
            me.wants, me.due, me.waits_in = wants, due, sys._getframe(1)
            me.line = self.program_line(me.waits_in)
            if due is not None:
                self.touch(reads=_clock)
            self._leave(what)
            me.wants = me.due = me.waits_in = None
            if me.interrupts:
                self._interrupt()
            elif wants is None:
                return False
            elif wants.is_open():
                return True
            elif due is not None and due <= self.clock.now:
                return False

    def sleep(self, seconds):
        if seconds > 0:
            self.wait(None, self.clock.now + seconds)
            # nobody can see that a sleep has ended, where the program goes on right after it
            self.clean = self.is_called_by_program(sys._getframe(2))
        else:
            self.offer("sleep", freely=True)

    # beginnings and ends

    def start(self, work, at_once=False):
        """A new strand, which may go on from now on. `at_once`: who starts it waits next for it to begin."""
        strand = self._strand(work)
        self.touch(writes=(STARTS,))
        self.decisions.happened.begin(strand.number, self.current.number)
        self._starting = strand if at_once else None
        return strand

    def begun(self):
        """The current strand has begun: it goes on, or who has started it. What comes first is code of the program."""
        self.offer("start", self.current.line, freely=True)
        self.clean = self.current.line > 0

    def interrupt(self, handler):
        self.touch(writes=(EVERYTHING,))
        self.main.interrupts.append(handler)

    def _strand(self, work):
        parent = self.current if self.ever else None
        strand = Strand(len(self.ever), lambda: self._live(strand, work), parent)
        self.strands.append(strand)
        self.ever.append(strand)
        return strand

    def _live(self, strand, work):
        self._settle()
        try:
            work()
        finally:
            if strand is self.main:
                self.on = False
                self._over.give()
            else:
                self._leave_for_good(strand)

    # choices

    def _choose(self, ways, what):
        """First whether one goes on that costs a preemption, then, if not, which of the others."""
        free, costly = ways
        self._look_at_clock()
        try:
            chosen = self.decisions.choose(self.current, free, costly, what)
        except Misfit as error:
            self.stop(error)
            raise
        if not chosen.can_go_on(self.clock.now):
            self._seen = self.clock.now = chosen.due
            self.decisions.happened.touch(chosen.number, (), _clock)
        return chosen

    def _look_at_clock(self):
        """Who reads the clock moves it a little."""
        if self.clock.now != self._seen:
            self._seen = self.clock.now
            self.touch(writes=_clock)

    def _leave(self, what):
        """The current strand cannot go on."""
        if self._starting is not None:
            chosen, self._starting = self._starting, None
            self._switch(chosen)
            return
        me = self.current
        free, costly = options(self.strands, me, self.clock.now, False)
        if me.can_go_on(self.clock.now):
            free = [me, *free]
        if not free:
            self.stop("deadlock")
        self._switch(self._choose((free, costly), what))

    def _leave_for_good(self, strand):
        strand.done = True
        self.strands.remove(strand)
        self.touch(reads=(ENDS,), writes=(end_of(strand),))
        free, costly = options(self.strands, strand, self.clock.now, False)
        if not free:
            self.stop("deadlock")
        self._hand_on(self._choose((free, costly), "end"))

    def _switch(self, chosen):
        me = self.current
        if chosen is not me:
            self._hand_on(chosen)
            me.stand_still()
            self._settle()

    def _hand_on(self, chosen):
        self.switches += 1
        self.current = chosen
        chosen.go_on()

    def _settle(self):
        """What a strand does first when it has got the turn."""
        self.called = False
        self.clean = False

    def _interrupt(self):
        """As the main thread does between two instructions: `interrupts` are handlers of signals."""
        self.current.interrupts.pop(0)()

    def is_called_by_program(self, frame):
        while frame is not None and frame.f_code in self.wrappers:
            frame = frame.f_back
        return frame is not None and self.is_program(frame.f_code.co_filename)

    def program_line(self, frame):
        """The line of the program, not of a library, from which this frame was called; 0 if there is none."""
        while frame is not None:
            if self.is_program(frame.f_code.co_filename):
                return frame.f_lineno
            frame = frame.f_back
        return 0
