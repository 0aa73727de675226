# A group: the first failure stops the siblings, and all have ended.
import asyncio


async def save():
    try:
        await asyncio.sleep(0.15)
        print("save: saved")
    except asyncio.CancelledError:
        print("save: stopped")
        raise


async def check():
    await asyncio.sleep(0.05)
    raise ValueError("check failed")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save())
            group.create_task(check())
    except* ValueError as errors:
        print(f"main: {errors.exceptions[0]}")
    print("main: connection closed")


asyncio.run(main())
