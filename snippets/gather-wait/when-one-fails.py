# Of three jobs two fail; they are awaited together, in two ways.
import asyncio

gates = {}


async def job(name):
    await gates[name].wait()
    print("a: done" if name == "a" else f"{name}: breaks")
    if name != "a":
        raise ValueError(f"{name} broke")
    return name


async def start():
    gates.update((name, asyncio.Event()) for name in "abc")
    jobs = [asyncio.create_task(job(name)) for name in "abc"]
    await asyncio.sleep(0)  # let each job come to its gate
    return jobs


async def main():
    print("main: all or nothing")
    jobs = await start()
    gates["b"].set()
    try:
        await asyncio.gather(*jobs)
    except ValueError as error:
        print(f"main: caught {error}")
    gates["c"].set()
    gates["a"].set()
    await jobs[0]

    print("main: every end")
    others = await start()
    for name in "bca":
        gates[name].set()
    for end in await asyncio.gather(*others, return_exceptions=True):
        failed = isinstance(end, BaseException)
        print(f"- error: {end}" if failed else f"- {end}")


asyncio.run(main())
