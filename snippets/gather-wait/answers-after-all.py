# Main opens all gates, and then takes the answers.
import asyncio

gates = {}


async def job(name):
    await gates[name].wait()
    print(f'{name}: ends')
    return name


async def main():
    gates.update((name, asyncio.Event()) for name in 'abc')
    jobs = [asyncio.create_task(job(name)) for name in 'abc']
    await asyncio.sleep(0)  # each job comes to its gate
    for name in ['c', 'a', 'b']:
        gates[name].set()
    for coming in asyncio.as_completed(jobs):
        print(f'main: gets {await coming}')


asyncio.run(main())
