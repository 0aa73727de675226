# A coroutine, a thread and a process each say where they run.
# needs: threads, processes
import asyncio
import multiprocessing
import os
import threading

context = multiprocessing.get_context('spawn')


def say(name, pid, thread):
    same_pid = 'same' if os.getpid() == pid else 'other'
    same = same_pid == 'same' and threading.get_ident() == thread
    same_thread = 'same' if same else 'other'
    line = f'{name}: {same_pid} process, {same_thread} thread'
    print(line, flush=True)


async def coroutine(*me):
    say('coroutine', *me)


def run(kind, *args):
    started = kind(target=say, args=args)
    started.start()
    started.join()


if __name__ == '__main__':
    me = os.getpid(), threading.get_ident()
    asyncio.run(coroutine(*me))
    run(threading.Thread, 'thread', *me)
    run(context.Process, 'process', *me)
