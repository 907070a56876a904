import type {
  Account,
  Asked,
  Catalogue,
  Checked,
  Elsewhere,
  Failure,
  FaultAsked,
  FileReference,
  Flow,
  Happened,
  Picks,
  Run,
  RunSummary,
  SandboxState,
} from "../../messages";

/** What the server refused, in its words. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** What is to be done when nothing comes back. */
const NO_ANSWER = "The workbench does not answer. Start it again with npm run workbench.";

/**
 * Everything that the page asks of its server. Each throws {@link Refused}, or another error with
 * words for a person when nothing comes back.
 */
export const server = {
  catalogue: () => ask<Catalogue>("GET", "catalogue"),
  account: () => ask<Account>("GET", "account"),
  connect: (asked: Asked) => ask<Account>("PUT", "account", asked),
  leaveAccount: () => ask<Account>("DELETE", "account"),
  check: (asked: Asked, signal?: AbortSignal) => ask<Checked>("POST", "check", asked, signal),
  elsewhere: (asked: Asked, signal?: AbortSignal) =>
    ask<Elsewhere>("POST", "elsewhere", asked, signal),
  picks: (asked: Asked, signal?: AbortSignal) => ask<Picks>("POST", "picks", asked, signal),
  storeFile: (file: File) =>
    ask<FileReference>("POST", `files?name=${encodeURIComponent(file.name)}`, file),
  runs: () => ask<RunSummary[]>("GET", "runs"),
  run: (asked: Asked) => ask<Run>("POST", "runs", asked),
  oneRun: (id: string) => ask<Run>("GET", `runs/${id}`),
  cancelRun: (id: string) => ask<Run>("DELETE", `runs/${id}`),
  answer: (id: string, signal?: AbortSignal) =>
    ask<unknown>("GET", `runs/${id}/answer`, undefined, signal),
  flows: () => ask<Flow[]>("GET", "flows"),
  startFlow: (asked: Asked) => ask<Flow>("POST", "flows", asked),
  runFlow: (id: string) => ask<Run>("POST", `flows/${id}/runs`),
  stopFlow: (id: string) => ask<Flow>("DELETE", `flows/${id}`),
  sandbox: () => ask<SandboxState>("GET", "sandbox"),
  happen: (key: string) => ask<Happened>("POST", "sandbox/happenings", { key }),
  fault: (fault: FaultAsked) => ask<SandboxState>("POST", "sandbox/faults", fault),
  clearFaults: () => ask<SandboxState>("DELETE", "sandbox/faults"),
};

/** The address of something that the browser loads or saves by itself. */
export function addressOf(
  run: string,
  part: "answer" | "answer.json" | "answer.csv" | "answer.file",
) {
  return `api/runs/${run}/${part}`;
}

async function ask<T>(...asked: Parameters<typeof answerTo>): Promise<T> {
  try {
    return (await answerTo(...asked)) as T;
  } catch (error) {
    // The browser's own error for a request that has failed. One that is called off is another.
    throw error instanceof TypeError ? new Error(NO_ANSWER) : error;
  }
}

async function answerTo(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const isFile = body instanceof Blob;
  const response = await fetch(`api/${path}`, {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && {
      body: isFile ? body : JSON.stringify(body),
      headers: {
        "content-type": isFile ? body.type || "application/octet-stream" : "application/json",
      },
    }),
  });
  if (!response.ok) {
    const failure: Failure = await response
      .json()
      .catch(() => ({ message: `The workbench answered ${response.status}.` }));
    throw new Refused(failure);
  }
  return response.json();
}
