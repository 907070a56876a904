import type { Account, Asked, Run, Told } from "../../../workbench/messages";
import { startWorkbench, type Workbench, type WorkbenchOptions } from "../../../workbench/server";
import { builtComponent } from "../../support/bundle";

/** What a page asks, and what it is told. */
export interface AsPage {
  readonly url: string;
  /** Asks as the page does. */
  send(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Response>;
  /** The same for an answer that is JSON. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The same step, agreed to on the account that is in use. */
  agreed(asked: Asked): Promise<Asked>;
  /** Starts a run, and waits until it has ended. */
  run(asked: Asked): Promise<Run>;
  /** Waits until a run has ended. */
  ended(id: string): Promise<Run>;
  /** Waits until something is told; what was told before counts. */
  told<T extends Told>(isIt: (told: Told) => told is T): Promise<T>;
  /** Everything that was told, as it came. */
  readonly events: readonly Told[];
  close(): Promise<void>;
}

/** An action, filled in. */
export function action(key: string, inputs: Asked["inputs"] = {}): Asked {
  return { kind: "actions", key, inputs };
}

/** Starts the workbench, and asks it what a page asks. */
export async function openAsPage(options: Partial<WorkbenchOptions> = {}): Promise<AsPage> {
  const workbench = await startWorkbench({
    component: builtComponent(),
    ...options,
  });
  return pageOf(workbench);
}

/** A page at an address, as far as its requests go. */
export async function pageOf({ url, close }: Pick<Workbench, "url" | "close">): Promise<AsPage> {
  const { origin } = new URL(url);
  const events: Told[] = [];
  const waiting = new Set<() => void>();
  const send = (method: string, path: string, body?: unknown, headers: HeadersInit = {}) =>
    fetch(`${url}api/${path}`, {
      method,
      headers: { origin, "content-type": "application/json", ...headers },
      ...(body !== undefined && {
        body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
      }),
    });
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await send(method, path, body)).json() as Promise<T>;
  const stream = await fetch(`${url}api/events`);
  void follow(stream, (told) => {
    events.push(told);
    for (const look of waiting) {
      look();
    }
  });
  const told = <T extends Told>(isIt: (told: Told) => told is T): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = events.find(isIt);
        if (found) {
          waiting.delete(look);
          resolve(found);
        }
      };
      waiting.add(look);
      look();
    });
  const ended = async (id: string) => {
    await told(
      (one): one is Extract<Told, { type: "run" }> =>
        one.type === "run" && one.run.id === id && one.run.status !== "running",
    );
    return ask<Run>("GET", `runs/${id}`);
  };
  return {
    url,
    send,
    ask,
    ended,
    told,
    events,
    close,
    agreed: async (asked) => ({
      ...asked,
      confirmedFor: (await ask<Account>("GET", "account")).name,
    }),
    run: async (asked) => ended((await ask<Run>("POST", "runs", asked)).id),
  };
}

async function follow({ body }: Response, take: (told: Told) => void): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const [rest = "", ...events] = text.split("\n\n").reverse();
      text = rest;
      for (const event of events.reverse()) {
        const data = event.replace(/^data: /, "");
        if (data !== event) {
          take(JSON.parse(data) as Told);
        }
      }
    }
  } catch {
    // The server has ended.
  }
}
