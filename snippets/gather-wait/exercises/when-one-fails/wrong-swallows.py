# A group of jobs: a failure stops the others, and all have ended.
import asyncio


async def save(sent):
    try:
        await sent.wait()
        print("save: saved")
    except asyncio.CancelledError:
        print("save: stopped")
        raise


async def check():
    raise ValueError("check failed")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save(asyncio.Event()))
            group.create_task(check())
    except* ValueError:
        pass
    print("main: connection closed")


asyncio.run(main())
