import { create } from "zustand";
import type { Told } from "../../messages";
import { queries } from "./queries";
import { took, tookEntry, tookExchange } from "./runs";
import { server } from "./server";

/** Whether the server can be heard: it cannot once somebody has stopped it. */
export const useHearing = create<{ readonly isLost: boolean }>(() => ({ isLost: false }));

/** Follows what the server tells, for as long as the page is open. */
export function followEvents(): void {
  const source = new EventSource("api/events");
  // What was told while nobody listened is asked for once.
  source.addEventListener("open", () => {
    useHearing.setState({ isLost: false });
    void server.runs().then((runs) => runs.forEach(took));
    void queries.invalidateQueries();
  });
  source.addEventListener("error", () => useHearing.setState({ isLost: true }));
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    take(JSON.parse(data) as Told);
  });
}

function take(told: Told): void {
  switch (told.type) {
    case "run":
      took(told.run);
      break;
    case "exchange":
      tookExchange(told.run, told.exchange);
      break;
    case "log":
      tookEntry(told.run, told.entry);
      break;
    case "account":
      queries.setQueryData(["account"], told.account);
      void queries.invalidateQueries({ queryKey: ["sandbox"] });
      break;
    case "sandbox":
      queries.setQueryData(["sandbox"], told.sandbox);
      break;
    case "flow":
      void queries.invalidateQueries({ queryKey: ["flows"] });
      break;
  }
}
