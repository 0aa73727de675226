# A child process that is started again until it succeeds.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context('spawn')


def work(number):
    sys.exit(1 if number < 3 else 0)


def attempt(number):
    child = context.Process(target=work, args=[number])
    child.start()
    child.join()
    print(f'attempt {number}: exit code {child.exitcode}')
    return child.exitcode


def main():
    for number in 1, 2, 3:
        if attempt(number):
            print('main: has succeeded')
            return
    print('main: gives up')


if __name__ == '__main__':
    main()
