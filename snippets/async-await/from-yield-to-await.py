# An async function is a generator plus a driver that waits for it.
import asyncio


def later(price):
    return asyncio.create_task(asyncio.sleep(0.01, price))


def by_yield():
    for price in [20, 22]:
        got = yield later(price)
        print(f'generator: got {got}')
    return 'generator is done'


async def by_await():
    for price in [20, 22]:
        got = await later(price)
        print(f'async: got {got}')
    return 'async is done'


def drive(job, result, value=None):
    try:
        task = job.send(value)
    except StopIteration as stop:
        return result.set_result(stop.value)
    print('driver: waits')
    task.add_done_callback(lambda t: drive(job, result, t.result()))


async def main():
    result = asyncio.Future()
    drive(by_yield(), result)
    print('main: goes on')
    print(f'main: {await result}')
    print(f'main: {await by_await()}')


asyncio.run(main())
