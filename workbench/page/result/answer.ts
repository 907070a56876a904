import { useQuery } from "@tanstack/react-query";
import type { Answer, RunSummary } from "../../messages";
import { addressOf, server } from "../state/server";

/** How long an answer that nobody looks at stays in memory: it may be large. */
const KEPT_MS = 30_000;

/** What came back as JSON. It is fetched once, and never copied. */
export function useAnswer(run: string) {
  return useQuery({
    queryKey: ["answer", run],
    queryFn: ({ signal }) => server.answer(run, signal),
    gcTime: KEPT_MS,
    structuralSharing: false,
  });
}

/** What came back as a text. */
export function useText(run: string) {
  return useQuery({
    queryKey: ["text", run],
    queryFn: async ({ signal }) => (await fetch(addressOf(run, "answer"), { signal })).text(),
    gcTime: KEPT_MS,
  });
}

/** A run whose answer has come. */
export type Answered = RunSummary & { readonly answer: Answer };

/** Whether a run's answer has come. */
export function isAnswered(run: RunSummary): run is Answered {
  return run.answer !== undefined;
}

/** Only JSON is compared: what differs in two files is for other tools. */
export function isComparable(run: RunSummary): run is Answered {
  return isAnswered(run) && run.answer.kind === "json";
}
