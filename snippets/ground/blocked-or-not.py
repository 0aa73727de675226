# A file is read by a call that blocks and by one that does not.
import asyncio


def read():
    with open(__file__) as file:
        return file.read()


def has_answer(reading):
    print('callback: has the answer')


async def main():
    print('main: asks')
    read()
    print('main: has the answer')
    print('main: asks again')
    loop = asyncio.get_running_loop()
    reading = loop.run_in_executor(None, read)
    reading.add_done_callback(has_answer)
    print('main: goes on')
    await reading


asyncio.run(main())
