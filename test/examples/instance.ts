import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Flow as FlowDefinition } from "@prismatic-io/spectral";
import { createHarness, invokeFlow } from "@prismatic-io/spectral/dist/testing";
import { builtComponent, manifestPath } from "../support/bundle";
import { newLog } from "../support/steps";
import { type Flow, flowWith, type Handed } from "../triggers/flow";

const EXAMPLES = path.join(__dirname, "..", "..", "examples");

const component = builtComponent();

/** A deployed flow that is written in code. */
export interface Instance {
  /** What it keeps from run to run. */
  readonly kept: Pick<Flow, "state">;
  /** Sets up what its trigger needs in Gorgias. */
  deploy(): Promise<void>;
  /**
   * Runs its trigger, and what the trigger starts.
   *
   * @returns what each execution answered
   */
  run(payload?: object): Promise<unknown[]>;
}

/** Any flow, whatever its trigger delivers. */
// biome-ignore lint/suspicious/noExplicitAny: as Spectral's own tester takes flows
type AnyFlow = FlowDefinition<any, any, any, any, any, any, any, any>;

/**
 * Loads a flow of an example. Its types stay its own: a compiler can see one integration at a time,
 * because an integration gives Spectral's types its config pages.
 */
function flowOf(module: string, key: string): AnyFlow {
  manifestPath();
  const flows: Record<string, AnyFlow> = jest.requireActual(path.join(EXAMPLES, module));
  const flow = flows[key];
  if (!flow) throw new Error(`${module} has no flow ${key}.`);
  return flow;
}

/**
 * Deploys a flow of an example: its actions and its trigger are those of the built bundle.
 *
 * @param configVars what its config pages were filled in with
 * @param url where the flow can be called
 */
export function deployed(
  [module, key]: readonly [module: string, flow: string],
  configVars: Record<string, Handed>,
  url = "https://example.com",
): Instance {
  const flow = flowOf(module, key);
  const harness = createHarness(component);
  const { logger } = newLog();
  const gorgias = Object.fromEntries(
    Object.keys(component.actions).map((key) => [
      key,
      (values: Record<string, unknown>) => harness.action(key, values, { logger } as Handed),
    ]),
  );
  const trigger = triggerOf(flow, configVars, url);
  const kept: Pick<Flow, "state"> = trigger ?? {
    state: { instanceState: {}, crossFlowState: {} },
  };

  async function execute(payload: object): Promise<unknown> {
    const { result } = await invokeFlow(flow, {
      configVars,
      payload,
      context: { ...kept.state, components: { gorgias }, logger } as Handed,
    });
    const { data, instanceState } = result as Handed;
    if (instanceState) kept.state.instanceState = instanceState;
    return data;
  }

  return {
    kept,
    deploy: async () => trigger?.deploy(),
    async run(payload = {}) {
      if (!trigger) return [await execute(payload)];
      const { data, resultType } = await trigger.run(payload);
      if (resultType === "polled_no_changes") return [];
      const answers: unknown[] = [];
      for (const one of [data].flat()) answers.push(await execute({ body: { data: one } }));
      return answers;
    },
  };
}

/** The trigger of the component that a flow starts with, with the inputs that the flow gives it. */
function triggerOf(
  { onTrigger }: AnyFlow,
  configVars: Record<string, Handed>,
  url: string,
): Flow | undefined {
  if (typeof onTrigger !== "object") return undefined;
  const inputs = Object.entries<Handed>(onTrigger.values).map(([key, given]) => [
    key,
    "configVar" in given ? configVars[given.configVar] : given.value,
  ]);
  return flowWith(onTrigger.key, Object.fromEntries(inputs), { component, url });
}

/** A server of somebody else: the shop, the chat, the store. */
export interface FarEnd {
  readonly url: string;
  readonly requests: Received[];
  close(): Promise<void>;
}

/** What a far end was asked. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** Starts a server that answers as the test says: a status, and JSON where there is some. */
export async function farEnd(
  answer: (request: Received) => readonly [status: number, body?: object] = () => [200],
): Promise<FarEnd> {
  const requests: Received[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url: path = "", headers } = request;
    const body = Buffer.concat(chunks).toString();
    const received = { method, path, headers, body };
    requests.push(received);
    const [status, content] = answer(received);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(content && JSON.stringify(content));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
