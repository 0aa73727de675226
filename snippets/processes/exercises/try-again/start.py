# A child process that is started again until it succeeds.
# needs: processes
import multiprocessing
import sys

context = multiprocessing.get_context('spawn')


def work(number):
    sys.exit(1 if number < 3 else 0)


def attempt(number):
    print(f'attempt {number}: not started')  # your lines


def main():
    attempt(1)  # your lines


if __name__ == '__main__':
    main()
