import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Parameter } from "../../../src/mcp/tools/tool";
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

/** What is refused before anything is asked, because an example alone does not make a call. */
const REFUSED: readonly string[] = [
  "gorgias_add_internal_note",
  "gorgias_add_ticket_tags",
  "gorgias_assign_ticket",
  "gorgias_create_customer",
  "gorgias_create_job",
  "gorgias_create_ticket",
  "gorgias_customer_timeline",
  "gorgias_find_or_create_customer",
  "gorgias_get_reporting_statistic",
  "gorgias_remove_ticket_tags",
  "gorgias_reply_to_ticket",
  "gorgias_set_ticket_tags",
  "gorgias_snooze_ticket",
  "gorgias_update_tickets",
  "gorgias_upload_files",
];

/** It tells what is known, and asks nobody. */
const ASKS_NOBODY = "gorgias_describe_reports";

it.each(tools.map((tool) => [tool.name, tool] as const))(
  "%s can be called: it asks Gorgias, or names what it needs",
  async (name, tool) => {
    const given = Object.fromEntries(
      tool.parameters.flatMap((one) => (one.required ? [[one.name, exampleOf(one)]] : [])),
    );
    const before = sandbox.requests.length;
    const result = await caller.call(name, given);
    const hasAsked = sandbox.requests.length > before;
    expect({ name, hasAsked, text: hasAsked ? "" : textOf(result).slice(0, 200) }).toEqual({
      name,
      hasAsked: !REFUSED.includes(name) && name !== ASKS_NOBODY,
      text: expect.not.stringMatching(/no such argument|failed unexpectedly/),
    });
    if (result.isError && !hasAsked) {
      expect(textOf(result)).toMatch(/^[\w.[\]]+: /);
    }
    expect(result.isError === true && !hasAsked).toBe(REFUSED.includes(name));
  },
);

/** What the field shows as an example, or the first of its choices. */
function exampleOf(parameter: (typeof tools)[number]["parameters"][number]): unknown {
  const { accepts } = parameter;
  const [first] = typeof accepts === "function" ? [] : (accepts.enum ?? []);
  const display: object =
    "field" in parameter ? (parameter.field as Parameter["field"]).display : {};
  return first ?? ("example" in display ? display.example : undefined);
}
