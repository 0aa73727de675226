# A driver that brings failures into the generator, and out of it.
import asyncio


async def fail():
    raise OSError('no answer')


def ask():
    try:
        yield asyncio.create_task(fail())
    except OSError:
        print('ask: caught the first failure')
    yield asyncio.create_task(fail())
    print('ask: goes on')


def drive(job, result, failure=None):
    try:
        task = job.throw(failure) if failure else job.send(None)
    except StopIteration as stop:
        result.set_result(stop.value)
    except Exception as error:
        result.set_exception(error)
    else:
        task.add_done_callback(
            lambda task: drive(job, result, task.exception())
        )


async def main():
    result = asyncio.Future()
    drive(ask(), result)
    try:
        await result
    except OSError:
        print('main: caught the second failure')


asyncio.run(main())
