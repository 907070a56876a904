import { Presets, SingleBar } from "cli-progress";
import pc from "picocolors";
import type { Watcher } from "./run";

/** Shows how far a run is, and clears what it showed when the run is over. */
export interface Progress extends Watcher {
  stop(): void;
}

/**
 * Follows a run that takes its time: the pages of a Fetch All, and what it waits for before a
 * request is sent again. On a terminal that is one line, which changes; in a file or a pipe it is
 * what the connector itself reports now and then, and a line for each wait.
 */
export function follow(): Progress {
  return process.stderr.isTTY ? live() : reports();
}

function live(): Progress {
  const bar = new SingleBar(
    {
      format: pc.dim("  {state} · {duration_formatted}"),
      clearOnComplete: true,
      hideCursor: null,
    },
    Presets.legacy,
  );
  const show = (state: string) =>
    bar.isActive ? bar.update({ state }) : bar.start(0, 0, { state });
  const clear = () => bar.stop();
  // Ctrl-C ends the process while a line stands there, and the line has switched wrapping off.
  process.once("exit", clear);
  let list = "";
  let pages = 0;
  return {
    exchange({ request, result, rateLimit = "unknown" }) {
      const [address = "", query = ""] = request.split("?");
      pages = (address === list ? pages : 0) + (result.startsWith("2") ? 1 : 0);
      list = address;
      if (pages > 1 && new URLSearchParams(query).has("cursor")) {
        show(`${pages} pages · rate limit ${rateLimit}`);
      }
    },
    // What changes stands first: a narrow terminal cuts the rest.
    waiting: ({ request, reason, delay, attempt }) =>
      show(`try ${attempt} in ${delay} · ${request} ${reason}`),
    stop() {
      process.off("exit", clear);
      clear();
    },
  };
}

function reports(): Progress {
  const write = (text: string) => void process.stderr.write(`  ${text}\n`);
  return {
    log(level, text) {
      if (level === "info") {
        write(text);
      }
    },
    waiting: ({ request, reason, delay, attempt }) =>
      write(`${request}: ${reason}. Waiting ${delay} before try ${attempt}.`),
    stop() {},
  };
}
