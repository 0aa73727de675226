# A time limit of 50 ms, used in two ways on work that takes longer.
import asyncio


async def work(name, wait):
    try:
        await wait
        print(f"{name}: finished")
    finally:
        print(f"{name}: cleaned up")


async def main():
    print("main: stop waiting")
    gate = asyncio.Event()
    a = asyncio.create_task(work("a", gate.wait()))
    done, pending = await asyncio.wait([a], timeout=0.05)
    print("main: a is late" if a in pending else "main: a is done")
    gate.set()  # whatever a waited for has come
    await a

    print("main: stop the work")
    try:
        async with asyncio.timeout(0.05):
            await work("b", asyncio.sleep(60))
        print("main: b is done")
    except TimeoutError as error:
        print(f"main: b is stopped, {type(error).__name__}")


asyncio.run(main())
