import type { TriggerPayload } from "@prismatic-io/spectral";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import source from "../../src";
import { type Log, newLog } from "../support/steps";

// biome-ignore lint/suspicious/noExplicitAny: what triggers deliver is read as a flow reads it
export type Handed = any;

/** A run of a trigger: what it delivers, and what the platform is told about it. */
export interface Run {
  readonly data: Handed;
  readonly resultType: string;
  readonly response?: { readonly statusCode: number };
  readonly paginationState: Record<string, unknown> | null;
}

/** A deployed flow: it keeps its state from run to run, as plain data. */
export interface Flow {
  readonly log: Log;
  state: { instanceState: object; crossFlowState: object };
  /** Inputs can be changed between runs. */
  inputs: Record<string, unknown>;
  run(payload?: Partial<TriggerPayload>): Promise<Run>;
  /** One page of the initial sync. */
  initialSync(payload?: Partial<TriggerPayload>): Promise<Run>;
  deploy(): Promise<void>;
  remove(): Promise<void>;
}

/** The part of a component that flows start with. */
type Component = Parameters<typeof createHarness>[0];

/** Deploys a flow that starts with one of the triggers. */
export function flowWith(
  key: string,
  given: Record<string, unknown>,
  { component = source, url = "https://example.com" }: { component?: Component; url?: string } = {},
): Flow {
  const harness = createHarness(component);
  const trigger = component.triggers[key] as Handed;
  const log = newLog();
  const flow: Flow = {
    log,
    state: { instanceState: {}, crossFlowState: {} },
    inputs: given,
    run: (payload = {}) =>
      within(async (context) =>
        handed(await harness.trigger(key, payload as Handed, flow.inputs, context)),
      ),
    initialSync: (payload = {}) =>
      within(async (context) => {
        const runner = createHarness({
          ...component,
          triggers: { [key]: { ...trigger, perform: trigger.onDeployPerform } },
        } as Component);
        return handed(await runner.trigger(key, payload as Handed, flow.inputs, context));
      }),
    deploy: () => lifecycle("webhookCreate"),
    remove: () => lifecycle("webhookDelete"),
  };

  /** What a run leaves in its state is kept as plain data, also when it fails. */
  async function within<T>(work: (context: Handed) => Promise<T>): Promise<T> {
    const state = copy(flow.state);
    try {
      return await work({ ...state, logger: log.logger, webhookUrls: { "Flow 1": url } });
    } finally {
      flow.state = copy(state);
    }
  }

  /** Handlers see no state of the flow itself, and return what is to be kept. */
  async function lifecycle(handler: "webhookCreate" | "webhookDelete"): Promise<void> {
    await within(async (context) => {
      const runner = createHarness({
        ...component,
        triggers: { [key]: { ...trigger, onInstanceDeploy: trigger[handler] } },
      } as Component);
      const kept = await runner.triggerOnInstanceDeploy(key, flow.inputs, {
        ...context,
        instanceState: {},
      });
      Object.assign(context.crossFlowState, kept?.crossFlowState);
    });
  }

  return flow;
}

function handed(result: Handed): Run {
  const { payload, resultType, response } = result;
  const { body, paginationState = null } = payload;
  return { data: body.data, resultType, response, paginationState: copy(paginationState) };
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** An account that runs on this machine, and a connection to it. */
export interface Account {
  readonly sandbox: Sandbox;
  /** Gorgias' clock. It is nobody else's. */
  readonly clock: { now: number };
  readonly connection: object;
  /** How many requests some work takes. */
  requestsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** Opens an account whose clock moves only when told, and without a rate limit. */
export async function openAccount(options: SandboxOptions = {}): Promise<Account> {
  const clock = { now: Date.parse("2026-03-01T12:00:00Z") };
  const sandbox = await startSandbox({
    tickets: 300,
    rateLimit: false,
    now: () => clock.now,
    ...options,
  });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  return {
    sandbox,
    clock,
    connection: {
      key: "gorgias-api-key",
      configVarKey: "Gorgias",
      fields: { domain: "acme", ...sandbox.credentials },
    },
    async requestsOf(work) {
      const before = sandbox.requests.length;
      await work();
      return sandbox.requests.length - before;
    },
    async close() {
      delete process.env.GORGIAS_BASE_URL;
      await sandbox.close();
    },
  };
}

/** What an account has at a path of its API, read past the connector. */
export async function read({ sandbox }: Account, path: string): Promise<Handed> {
  const { username, apiKey } = sandbox.credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
  const answer = await fetch(`${sandbox.url}/api${path}`, { headers: { authorization } });
  return answer.json();
}

/** The tickets of an account as they are, oldest first, read past the connector. */
export async function ticketsOf(
  account: Account,
  most = Number.POSITIVE_INFINITY,
): Promise<Handed[]> {
  const all: Handed[] = [];
  for (let cursor: string | null = ""; cursor !== null && all.length < most; ) {
    const query = cursor === "" ? "" : `&cursor=${cursor}`;
    const page = await read(account, `/tickets?limit=100&order_by=created_datetime:asc${query}`);
    all.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  return all;
}

/** A customer's first message, which makes a ticket. */
export function newTicket(email = "jo@example.com") {
  return {
    via: "api",
    subject: "Where is my order?",
    messages: [
      { channel: "email", via: "api", from_agent: false, sender: { email }, body_text: "Hello?" },
    ],
  };
}
