# A driver for generators that cannot fail yet.
import asyncio

failures = (Exception, asyncio.CancelledError)


def failing(message):
    future = asyncio.Future()
    future.set_exception(OSError(message))
    return future


def shop():
    try:
        yield failing('no pen')
    except OSError as error:
        print(f'shop: {error}, tries again')
    yield failing('no ink')
    print('shop: goes on')


def drive(job, result, resume, value=None):
    def answered(future):
        drive(job, result, job.send, future.result())

    try:
        resume(value).add_done_callback(answered)
    except StopIteration as stop:
        result.set_result(stop.value)


async def main():
    result = asyncio.Future()
    job = shop()
    drive(job, result, job.send)
    print('main: goes on')
    try:
        await result
    except OSError as error:
        print(f'main: {error}')


asyncio.run(main())
