import { type Sandbox, startSandbox } from "../../../sandbox";
import { toolsets } from "../../../src/mcp/toolsets";
import { type Caller, overStdio, textOf } from "../clients";

let sandbox: Sandbox;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  caller = await overStdio(sandbox, ["--toolsets", "all"]);
});
afterAll(async () => {
  await caller.close();
  await sandbox.close();
});

const tools = toolsets.find(({ name }) => name === "all")?.tools ?? [];

it("every path has its tools over HTTP under the same names as over stdio", async () => {
  const { tools: listed } = await caller.client.listTools();
  expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
});

it.each(tools.map((tool) => [tool.name, tool] as const))(
  "%s can be called: it asks Gorgias, or names what it needs",
  async (name, tool) => {
    const given = Object.fromEntries(
      tool.parameters.flatMap((one) =>
        one.required ? [[one.name, exampleOf(tool, one.name)]] : [],
      ),
    );
    const before = sandbox.requests.length;
    const result = await caller.call(name, given);
    if (sandbox.requests.length === before && name !== "gorgias_describe_reports") {
      expect(result.isError).toBe(true);
      expect(textOf(result)).toMatch(/^[\w.[\]]+: |^Nothing|^[A-Z]/);
      expect(textOf(result)).not.toMatch(/no such argument|failed unexpectedly/);
    }
  },
);

function exampleOf(tool: (typeof tools)[number], name: string): unknown {
  const parameter = tool.parameters.find((one) => one.name === name);
  const field = parameter && "field" in parameter ? parameter.field : undefined;
  return (field as { display?: { example?: unknown } } | undefined)?.display?.example ?? "x";
}
