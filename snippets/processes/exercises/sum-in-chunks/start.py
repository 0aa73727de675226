# The sum of ten numbers, computed by a pool in chunks of four.
# needs: processes
import multiprocessing

context = multiprocessing.get_context('spawn')


def chunks(numbers, size):
    return [numbers]  # your lines


def main():
    numbers = list(range(1, 11))
    with context.Pool(2) as pool:
        sums = pool.map(sum, chunks(numbers, 4))
    for number, part in enumerate(sums, 1):
        print(f'chunk {number}: {part}')
    print(f'total: {sum(sums)}')


if __name__ == '__main__':
    main()
