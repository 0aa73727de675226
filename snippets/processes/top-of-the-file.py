# The top of the file and main each say where they run.
# needs: processes
import multiprocessing

is_child = __name__ != '__main__'
print(f'top of the file: in {"the child" if is_child else "main"}')


def work():
    print('child: works')


if not is_child:
    context = multiprocessing.get_context('spawn')
    child = context.Process(target=work)
    child.start()
    child.join()
    print('main: goes on')
