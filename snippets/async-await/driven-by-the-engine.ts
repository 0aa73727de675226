// The same job as an async function.
const later = (price: number) =>
  new Promise<number>((resolve) => setTimeout(resolve, 10, price));

async function shop(): Promise<number> {
  const pen = await later(20);
  console.log(`shop: the pen costs ${pen}`);
  const ink = await later(22);
  console.log(`shop: the ink costs ${ink}`);
  return pen + ink;
}

const result = shop();
console.log('main: goes on');
console.log(`main: the sum is ${await result}`);
