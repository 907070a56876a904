import { Presets, SingleBar } from "cli-progress";
import pc from "picocolors";
import type { Watcher } from "./run";

/** Shows how far a run is, and clears what it showed when the run is over. */
export interface Progress extends Watcher {
  stop(): void;
}

/**
 * Follows a Fetch All: pages count up live on a terminal. In a file or a pipe it passes on what
 * the connector itself reports now and then.
 */
export function followPages(): Progress {
  return process.stderr.isTTY ? livePages() : reports();
}

function livePages(): Progress {
  const bar = new SingleBar(
    {
      format: pc.dim("  {value} pages · rate limit {rateLimit} · {duration_formatted}"),
      clearOnComplete: true,
      hideCursor: null,
    },
    Presets.legacy,
  );
  let pages = 0;
  return {
    exchange({ rateLimit = "unknown" }) {
      pages += 1;
      if (pages === 2) {
        bar.start(0, pages, { rateLimit });
      } else if (pages > 2) {
        bar.update(pages, { rateLimit });
      }
    },
    stop: () => bar.stop(),
  };
}

function reports(): Progress {
  return {
    log(level, text) {
      if (level === "info") {
        process.stderr.write(`  ${text}\n`);
      }
    },
    stop() {},
  };
}
