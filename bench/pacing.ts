import { type BucketSize, startSandbox } from "../sandbox";
import { connectTo } from "./connector";
import type { Row } from "./table";

/** A documented rate limit, and how many pages are read under it. */
interface Scene {
  readonly name: string;
  readonly bucket: BucketSize;
  readonly pages: number;
  /** Left out where the figure has no limit. */
  readonly limit?: number;
}

const SCENES: readonly Scene[] = [
  { name: "API key", bucket: { capacity: 40, windowSeconds: 20 }, pages: 60, limit: 1.15 },
  { name: "enterprise", bucket: { capacity: 40, windowSeconds: 10 }, pages: 60 },
  { name: "OAuth", bucket: { capacity: 80, windowSeconds: 20 }, pages: 100 },
];

/** How long Fetch All takes under Gorgias' rate limits, against the time that each imposes. */
export async function* pacing(): AsyncGenerator<Row> {
  for (const scene of SCENES) {
    const { seconds, refused } = await read(scene);
    const imposed = imposedSeconds(scene);
    const limit = scene.limit === undefined ? {} : { limit: scene.limit };
    yield {
      name: `Fetch All of ${scene.pages} pages, ${scene.name}`,
      measured: seconds / imposed,
      unit: "×",
      ...limit,
      detail: `${seconds.toFixed(1)} s against ${imposed} s that the rate limit imposes`,
    };
    yield {
      name: "  refused with 429",
      measured: refused,
      unit: "",
      ...(scene.limit === undefined ? {} : { limit: 0, exact: true }),
      detail: `of ${scene.pages} requests`,
    };
  }
}

/** A full bucket's worth goes at once; the rest goes as fast as the bucket drains. */
function imposedSeconds({ bucket: { capacity, windowSeconds }, pages }: Scene): number {
  return ((pages - capacity) * windowSeconds) / capacity;
}

async function read({ bucket, pages }: Scene): Promise<{ seconds: number; refused: number }> {
  const sandbox = await startSandbox({ tickets: pages * 100, rateLimit: bucket });
  try {
    const connector = connectTo({ url: sandbox.url, ...sandbox.credentials });
    const start = performance.now();
    await connector.fetchAllTickets();
    const seconds = (performance.now() - start) / 1000;
    return { seconds, refused: sandbox.requests.filter(({ status }) => status === 429).length };
  } finally {
    await sandbox.close();
  }
}
