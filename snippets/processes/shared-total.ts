// A second thread adds to the total while main adds a result to it.
// needs: threads
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [TOTAL, DONE] = [0, 1];

function addTen(cells: Int32Array) {
  Atomics.add(cells, TOTAL, 10);
  Atomics.store(cells, DONE, 1);
  Atomics.notify(cells, DONE);
}

function one(cells: Int32Array) {
  new Worker(import.meta.filename, { workerData: cells });
  Atomics.wait(cells, DONE, 0);
  console.log(`inside the line: ${cells[TOTAL]}`);
  return 1;
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  cells[TOTAL]! += one(cells);
  console.log(`after the line: ${cells[TOTAL]}`);
} else {
  addTen(workerData);
}
