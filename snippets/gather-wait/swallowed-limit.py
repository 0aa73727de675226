# The same limit, but the work catches whatever is thrown at its wait.
import asyncio


async def work(name, wait):
    try:
        await wait
        print(f"{name}: finished")
    except BaseException:
        print(f"{name}: caught something")
    finally:
        print(f"{name}: cleaned up")


async def main():
    print("main: stop the work")
    try:
        async with asyncio.timeout(0.05):
            await work("b", asyncio.sleep(60))
        print("main: b is done")
    except TimeoutError as error:
        print(f"main: b is stopped, {type(error).__name__}")


asyncio.run(main())
