# A generator yields futures; a driver resumes it with their values.
import asyncio


def later(price):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, price)
    return future


def shop():
    pen = yield later(20)
    print(f'shop: the pen costs {pen}')
    ink = yield later(22)
    print(f'shop: the ink costs {ink}')
    return pen + ink


def drive(job, result, price=None):
    try:
        future = job.send(price)
    except StopIteration as stop:
        return result.set_result(stop.value)
    future.add_done_callback(lambda f: drive(job, result, f.result()))
    print('driver: returns')


async def main():
    result = asyncio.Future()
    drive(shop(), result)
    print('main: goes on')
    print('main: the sum is', await result)


asyncio.run(main())
