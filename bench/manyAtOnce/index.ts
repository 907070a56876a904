import type { Row } from "../table";
import { type Figures, play, SCENES } from "./scenes";

/** The most that all together may take of the least time in which it can be done. */
const MOST_TIME = 1.1;

/**
 * How executions that know nothing of each other share one account's rate limit. The same on every
 * machine, for it is a simulation.
 */
export async function* manyAtOnce(): AsyncGenerator<Row> {
  for (const scene of SCENES) {
    const figures = await play(scene);
    const { requests, refused, seconds, leastSeconds, half, failed } = figures;
    yield {
      name: titleOf(figures),
      measured: seconds / leastSeconds,
      unit: "×",
      limit: MOST_TIME,
      exact: true,
      detail: `${seconds.toFixed(0)} s against ${leastSeconds} s, half of them after ${half.toFixed(0)} s`,
    };
    yield {
      name: "  refused with 429",
      measured: (100 * refused) / requests,
      unit: "%",
      limit: scene.mostRefused,
      exact: true,
      detail: `${refused} of ${requests} requests`,
    };
    yield {
      name: "  failed",
      measured: failed,
      unit: "",
      limit: 0,
      exact: true,
      detail: "executions",
    };
  }
}

function titleOf({ scene: { name, long, short } }: Figures): string {
  const all = `${long.executions} × ${long.pages} pages, ${name}`;
  return short ? `${all}, ${short.executions} short` : all;
}
