# Two time limits: one stops the waiting, the other stops the work.
import asyncio


async def work(name):
    try:
        await asyncio.sleep(0.15)
        print(f"{name}: finished")
    finally:
        print(f"{name}: cleaned up")


async def main():
    print("main: stop waiting")
    a = asyncio.create_task(work("a"))
    done, pending = await asyncio.wait([a], timeout=0.05)
    print("main: a is late" if a in pending else "main: a is done")
    await a

    print("main: stop the work")
    try:
        async with asyncio.timeout(0.05):
            await work("b")
    except TimeoutError as error:
        print(f"main: b is stopped, {type(error).__name__}")


asyncio.run(main())
