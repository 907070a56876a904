import { create } from "zustand";
import type { Told } from "../../messages";
import { queries } from "./queries";
import {
  forgot,
  forgotRateLimit,
  lostSight,
  readRuns,
  took,
  tookEntry,
  tookExchange,
} from "./runs";

/** Whether the server can be heard: it cannot once somebody has stopped it. */
export const useHearing = create<{ readonly isLost: boolean }>(() => ({ isLost: false }));

/**
 * Follows what the server tells while the page is in sight. A browser has few connections for all
 * pages of a server together, and each that listens takes one.
 */
export function followEvents(): void {
  let source: EventSource | undefined;
  const follow = () => {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = undefined;
    } else {
      source ??= listen();
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}

function listen(): EventSource {
  const source = new EventSource("api/events");
  // What was told while nobody listened is asked for once.
  source.addEventListener("open", () => {
    useHearing.setState({ isLost: false });
    forgotRateLimit();
    // Why they could not be read is shown in their place.
    readRuns().catch(() => undefined);
    void queries.invalidateQueries();
  });
  source.addEventListener("error", () => {
    useHearing.setState({ isLost: true });
    lostSight();
  });
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    take(JSON.parse(data) as Told);
  });
  return source;
}

function take(told: Told): void {
  switch (told.type) {
    case "run":
      took(told.run);
      break;
    case "exchange":
      tookExchange(told);
      break;
    case "log":
      tookEntry(told);
      break;
    case "forgotten":
      forgot(told.run);
      break;
    case "account":
      forgotRateLimit();
      queries.setQueryData(["account"], told.account);
      void queries.invalidateQueries({ queryKey: ["sandbox"] });
      void queries.invalidateQueries({ queryKey: ["check"] });
      break;
    case "sandbox":
      queries.setQueryData(["sandbox"], told.sandbox);
      break;
    case "flow":
      void queries.invalidateQueries({ queryKey: ["flows"] });
      break;
  }
}
