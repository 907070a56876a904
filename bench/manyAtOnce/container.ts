import { readFileSync } from "node:fs";
import https from "node:https";
import { Readable, Writable } from "node:stream";
import vm from "node:vm";
import { BUNDLE } from "../connector";
import type { Answer } from "./account";
import type { Clock } from "./clock";

/** What a container finds around it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  /** Called when a request reaches the account. */
  readonly answer: (path: string) => Answer;
}

/** Runs an action of the connector, as a step of a flow does. */
export type Run = (action: string, inputs?: Record<string, unknown>) => Promise<unknown>;

interface Component {
  actions: Record<string, { perform(context: object, params: object): Promise<unknown> }>;
}

/** How long a request takes there and back, in milliseconds. */
const ROUND_TRIP = { shortest: 100, longest: 300 };

const context = { logger: new Proxy({}, { get: () => () => undefined }) };

const connection = {
  key: "gorgias-api-key",
  configVarKey: "",
  fields: { domain: "acme", username: "agent@example.com", apiKey: "bench-api-key" },
};

let bundle: ((...globals: unknown[]) => void) | undefined;

/**
 * Loads the built connector anew, as a fresh container does: it shares nothing with any other.
 * Time, chance, the network and the environment are those of the simulation.
 */
export function startContainer({ clock, random, answer }: Surroundings): Run {
  const exported: { default?: Component } = {};
  const wire = { ...https, request: requestOver({ clock, random, answer }) };
  const globals = {
    exports: exported,
    require: (id: string) => (id === "https" || id === "node:https" ? wire : require(id)),
    setTimeout: (work: () => void, ms = 0) => withUnref(clock.after(ms, work)),
    clearTimeout: (timer: object) => clock.cancel(timer),
    performance: { now: () => clock.now },
    Date: dateOf(clock),
    Math: Object.assign(Object.create(Math), { random }),
    process: Object.create(process, { env: { value: {} } }),
  };
  bundle ??= vm.compileFunction(readFileSync(BUNDLE, "utf8"), Object.keys(globals)) as () => void;
  bundle(...Object.values(globals));
  return async (name, inputs = {}) => {
    const action = exported.default?.actions[name];
    if (!action) {
      throw new Error(`The connector has no action ${name}.`);
    }
    return action.perform(context, { connection, debugRequest: "false", ...inputs });
  };
}

/** A timer as Node has it: nothing here depends on which of them keep a process alive. */
function withUnref(timer: object): object {
  return Object.assign(timer, { unref: () => timer });
}

function dateOf(clock: Clock): DateConstructor {
  return class extends Date {
    constructor(...parts: [] | [number | string]) {
      super(parts.length === 0 ? clock.now : parts[0]);
    }

    static override now(): number {
      return clock.now;
    }
  } as DateConstructor;
}

/** Node's `https.request`, over a network that isn't there. */
function requestOver({ clock, random, answer }: Surroundings) {
  const { shortest, longest } = ROUND_TRIP;
  const oneWayMs = () => (shortest + random() * (longest - shortest)) / 2;
  return ({ path }: https.RequestOptions, respond: (response: Readable) => void) => {
    const request = new Writable({
      // It is over with its answer, not when it has been sent.
      autoDestroy: false,
      write: (_chunk, _encoding, done) => done(),
      final: (done) => {
        clock.after(oneWayMs(), () => {
          const { status, headers, body } = answer(path ?? "/");
          const response = Object.assign(Readable.from([Buffer.from(body)]), {
            statusCode: status,
            headers,
          });
          clock.after(oneWayMs(), () => respond(response));
        });
        done();
      },
    });
    // The client has a time limit of its own.
    return Object.assign(request, { setTimeout: () => request });
  };
}
