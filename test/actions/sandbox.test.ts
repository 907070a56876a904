import { type Sandbox, startSandbox } from "../../sandbox";
import { actions } from "../../src/actions";
import { endpointOf } from "../../src/actions/route";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 1 });
});
afterAll(() => sandbox.close());

/** A route whose parameters have no names: `GET /api/tickets/{}`. */
const nameless = (route: string) => route.replace(/\{\w+\}/g, "{}");

it("the sandbox serves the route of every action", () => {
  const served = new Set(sandbox.routes.map(nameless));
  const called = Object.values(actions).flatMap(({ route }) => (route ? [endpointOf(route)] : []));
  const lacking = called.filter((endpoint) => !served.has(nameless(endpoint)));
  expect(lacking).toEqual([]);
});
