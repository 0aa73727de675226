# The same loop, with two timers for the same moment.
class Loop:
    def __init__(self):
        self.now, self.ready, self.timers = 0, [], []

    def call_later(self, delay, callback):
        self.timers.append((self.now + delay, callback))
        self.timers.sort(key=lambda timer: timer[0])

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now = self.timers[0][0]
            while self.timers and self.timers[0][0] <= self.now:
                self.ready.append(self.timers.pop(0)[1])
            turn, self.ready = self.ready, []
            for callback in turn:
                callback()


def task(name, delay):
    print(f"at {loop.now}: {name} first half")
    yield delay
    print(f"at {loop.now}: {name} second half")


def start(steps):
    def step():
        delay = next(steps, None)
        if delay is not None:
            loop.call_later(delay, step)
    loop.ready.append(step)


loop = Loop()
start(task("tea", 300))
start(task("eggs", 300))
print("both started, neither has run")
loop.run()
print(f"at {loop.now}: nothing left to run")
