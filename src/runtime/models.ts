// The models: what a schedule of a program may choose. A light file: what lists the models loads no engine.

/**
 * `usual`: nothing is chosen. `cpu`: the process may stand still at any time, for any time; `stalls`: the same, each stall a
 * decision that costs 1, so that their number can be bounded. `latency`: sleeps stand for waits for the outside world, which may end
 * late, in any order. `ties`: nothing is late, and what has equal deadlines may come in any order. `gil`, `any`: threads take turns,
 * switched where CPython with its lock looks, or between any two operations on what they share.
 *
 * Where Python goes through a set of tasks, each model but `usual` chooses the order (`sets`), and so it does among equal deadlines
 * of asyncio (`ties`), unless time is `latency`, where ends have an order anyway.
 */
export const models = ['usual', 'cpu', 'stalls', 'latency', 'ties', 'gil', 'any'] as const;
export type Model = (typeof models)[number];
