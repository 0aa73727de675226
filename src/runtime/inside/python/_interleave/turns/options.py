"""Who may go on at a point, as two lists: those that come for free, the usual one first, and those that cost a preemption.

A strand whose time has not come (a sleep, a wait with a timeout) may go on too: the others then stand still for so long,
as a machine may let them.
"""


def options(strands, current, now, stays, freely=False):
    """`stays`: the current strand could go on, and is the usual one; `freely`: whoever is ready comes for free all the same.

    Where it cannot, any that is ready comes for free; where none is ready, the first whose time comes.
    """
    ready = [strand for strand in strands if strand is not current and strand.can_go_on(now)]
    if len(ready) > 1:
        ready.sort(key=lambda strand: (strand.number < current.number, strand.number))  # in turn
    late = [strand for strand in strands if strand.due is not None and strand.due > now and strand not in ready]
    if len(late) > 1:
        late.sort(key=lambda strand: (strand.due, strand.number))
    if stays:
        return ([current, *ready], late) if freely else ([current], ready + late)
    if ready:
        return ready, late
    first = [strand for strand in late if strand.due == late[0].due]
    return first, late[len(first) :]
