# The same callbacks in a loop with turns and in one without.
class Loop:
    def __init__(self):
        self.now = 0
        self.ready = []
        self.timers = []

    def run(self, one_turn):
        while self.ready or self.timers:
            due = self.timers[0][0] if self.timers else float("inf")
            if not self.ready or due <= self.now:
                self.now = max(self.now, due)
                self.ready.append(self.timers.pop(0)[1])
            left = len(self.ready) if one_turn else float("inf")
            while left > 0 and self.ready:
                left -= 1
                self.ready.pop(0)()
                self.now += 10  # each callback works for 10 ms


def show(one_turn):
    loop = Loop()

    def busy(round=1):
        if round < 5:
            loop.ready.append(lambda: busy(round + 1))
        else:
            print(f"at {loop.now}: round 5")

    loop.timers.append((20, lambda: print(f"at {loop.now}: alarm")))
    loop.ready.append(busy)
    loop.run(one_turn)


print("one turn at a time")
show(True)
print("until the queue is empty")
show(False)
