# A loop that does not look at its sockets yet.
class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.timers = []
        self.arrivals = []

    def call_later(self, delay, callback):
        self.timers.append((self.now + delay, callback))
        self.timers.sort(key=lambda timer: timer[0])

    def poll(self, until):
        self.now = until  # your lines

    def run(self):
        while self.ready or self.timers:
            due = self.timers[0][0] if self.timers else float("inf")
            self.poll(self.now if self.ready else due)
            while self.timers and self.timers[0][0] <= self.now:
                self.ready.append(self.timers.pop(0)[1])
            turn, self.ready = self.ready, []
            for callback in turn:
                callback()


def log(text):
    print(f"at {loop.now}: {text}")


loop = Loop()
loop.arrivals.append((150, lambda: log("socket readable")))
loop.call_later(300, lambda: log("tea"))
loop.call_later(100, lambda: log("eggs"))
loop.run()
log("nothing left to run")
