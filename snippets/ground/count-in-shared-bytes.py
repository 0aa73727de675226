# The same three; the threads of Python share all variables.
# needs: threads, processes
import asyncio
import multiprocessing
import threading

context = multiprocessing.get_context('spawn')
count = 0


def add():
    global count
    count += 1


async def coroutine():
    add()


if __name__ == '__main__':
    asyncio.run(coroutine())
    print(f'main: {count} after the coroutine')
    thread = threading.Thread(target=add)
    thread.start()
    thread.join()
    print(f'main: {count} after the thread')
    process = context.Process(target=add)
    process.start()
    process.join()
    print(f'main: {count} after the process')
