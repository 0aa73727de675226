# Two coroutines say in which thread they run.
# needs: threads
import asyncio
import threading


async def coroutine(name):
    is_main = threading.current_thread() is threading.main_thread()
    print(f'{name}: in {"the main" if is_main else "another"} thread')


def work():
    asyncio.run(coroutine('second'))


asyncio.run(coroutine('first'))
thread = threading.Thread(target=work)
thread.start()
thread.join()
