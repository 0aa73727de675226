# Main sends a list to a child, which appends to it and sends it back.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def work(messages):
    names = messages.recv()
    names.append('cid')
    print(f'child: has {len(names)} names', flush=True)
    messages.send(names)


if __name__ == '__main__':
    mine, theirs = context.Pipe()
    child = context.Process(target=work, args=[theirs])
    child.start()
    names = ['ann', 'bob']
    mine.send(names)
    answer = mine.recv()
    print(f'main: got {len(answer)} names')
    print(f'main: has {len(names)} names')
    child.join()
