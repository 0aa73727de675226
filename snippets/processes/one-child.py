# Main starts a child process and asks how it has ended.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context('spawn')
count = 0


def work():
    global count
    count += 1
    print(f'child: count is {count}')
    sys.exit(3)


if __name__ == '__main__':
    count = 10
    print(f'main: count is {count}')
    child = context.Process(target=work)
    child.start()
    child.join()
    print(f'main: count is {count}')
    print(f'main: exit code {child.exitcode}')
