// The least total of delays within a zone: a linear programme over differences, and so the dual of a flow of least cost (Ahuja,
// Magnanti & Orlin, "Network Flows", 1993, chapter 9). Each delay sends one unit from the time that it is counted from to its own; a
// unit over the arc a → b costs what a can be later than b, and the total is what the cheapest flow earns.
import type { Delay } from './path.ts';
import type { Zone } from './zone.ts';

/** In units of the clock. */
export interface LeastTotal {
  readonly total: number;
  /** A value for each time of the zone, of which the delays add up to that total. */
  readonly values: readonly number[];
}

export function leastTotal(zone: Zone, delays: readonly Delay[]): LeastTotal {
  const flow = new Flow(zone);
  let shift = 0;
  for (const { time, usual } of delays) {
    flow.supply(usual.time, 1);
    flow.supply(time, -1);
    shift += usual.plus;
  }
  const cost = flow.leastCost();
  return { total: 0 - cost - shift, values: flow.potentials() };
}

/** A flow between the times of a zone. Arcs carry any amount; the matrix is closed, so that a direct arc is a shortest path. */
class Flow {
  readonly #zone: Zone;
  readonly #supply: number[];
  /** Entry [a][b] is what flows from a to b. */
  readonly #flow: number[][];

  constructor(zone: Zone) {
    const { size } = zone;
    this.#zone = zone;
    this.#supply = Array.from({ length: size }, () => 0);
    this.#flow = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  }

  supply(time: number, amount: number): void {
    this.#supply[time] = (this.#supply[time] ?? 0) + amount;
  }

  /** Successive shortest paths, one unit each. */
  leastCost(): number {
    let cost = 0;
    for (let source; (source = this.#supply.findIndex((amount) => amount > 0)) >= 0;) cost += this.#send(source);
    return cost;
  }

  /** The solution that the cheapest flow proves: how far each time is from the origin along what flows. */
  potentials(): readonly number[] {
    return this.#shortestPaths(0).distance.map((distance) => 0 - distance);
  }

  /** Sends a unit from `source` to the time that needs one and is cheapest to come to; what it costs. */
  #send(source: number): number {
    const { distance, before } = this.#shortestPaths(source);
    const sinks = [...this.#supply.keys()].filter((time) => (this.#supply[time] ?? 0) < 0);
    const costOf = (time: number): number => distance[time] ?? Infinity;
    const sink = sinks.reduce((best, time) => (costOf(time) < costOf(best) ? time : best));
    for (let to = sink; to !== source;) {
      const from = before[to] ?? source;
      this.#addFlow(from, to);
      to = from;
    }
    this.supply(source, -1);
    this.supply(sink, 1);
    return costOf(sink);
  }

  #addFlow(from: number, to: number): void {
    const back = this.#flow[to];
    const forth = this.#flow[from];
    if (back && this.#usesBack(from, to)) back[from] = (back[from] ?? 0) - 1;
    else if (forth) forth[to] = (forth[to] ?? 0) + 1;
  }

  /** Whether a unit from `from` to `to` goes by taking one back from the other direction. */
  #usesBack(from: number, to: number): boolean {
    return (this.#flow[to]?.[from] ?? 0) > 0 && -this.#zone.most(to, from) <= this.#zone.most(from, to);
  }

  #cost(from: number, to: number): number {
    return this.#usesBack(from, to) ? -this.#zone.most(to, from) : this.#zone.most(from, to);
  }

  /** Bellman–Ford: costs may be negative. */
  #shortestPaths(source: number): { readonly distance: readonly number[]; readonly before: readonly number[] } {
    const { size } = this.#zone;
    const distance = Array.from({ length: size }, (_, time) => (time === source ? 0 : Infinity));
    const before = Array.from({ length: size }, () => source);
    for (let changed = true; changed;) {
      changed = false;
      for (let from = 0; from < size; from++) {
        for (let to = 0; to < size; to++) {
          const sum = (distance[from] ?? Infinity) + this.#cost(from, to);
          if (from === to || sum >= (distance[to] ?? Infinity)) continue;
          distance[to] = sum;
          before[to] = from;
          changed = true;
        }
      }
    }
    return { distance, before };
  }
}
