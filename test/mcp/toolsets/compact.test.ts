import { type Sandbox, startSandbox } from "../../../sandbox";
import { type Caller, overStdio, textOf } from "../clients";

let sandbox: Sandbox;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  caller = await overStdio(sandbox, ["--toolsets", "compact"]);
});
afterAll(async () => {
  await caller.close();
  await sandbox.close();
});

const find = async (words: string) => {
  const { structuredContent } = await caller.call("gorgias_find_action", { words });
  const { actions } = structuredContent as {
    actions: { action: string; does: string; changes: boolean; arguments: object }[];
  };
  return actions;
};

it.each([
  ["reply to a ticket", "reply_to_ticket"],
  ["write an internal note", "add_internal_note"],
  ["put tickets aside until tomorrow, snooze", "snooze_ticket"],
  ["merge two duplicate customers", "merge_customers"],
  ["how many tickets per channel", "count_tickets"],
  ["list the macros", "list_macros"],
  ["delete a tag", "delete_tag"],
])("what is wanted is among the first three: %s", async (words, action) => {
  const found = await find(words);
  expect(found.length).toBeLessThanOrEqual(8);
  expect(found.slice(0, 3).map((one) => one.action)).toContain(action);
});

it("an action is found with what it does, whether it writes, and its arguments", async () => {
  const found = await find("close ticket");
  expect(found.find(({ action }) => action === "close_ticket")).toEqual({
    action: "close_ticket",
    does: expect.stringMatching(/^Close /),
    changes: true,
    arguments: expect.objectContaining({ type: "object", required: ["id"] }),
  });
});

it("a read runs with run_action, a write with run_write_action", async () => {
  const listed = await caller.call("gorgias_run_action", {
    action: "list_tickets",
    arguments: { limit: 2 },
  });
  expect(listed.structuredContent).toMatchObject({ data: [{}, {}] });
  const [{ id }] = (listed.structuredContent as { data: [{ id: number }] }).data;
  const closed = await caller.call("gorgias_run_write_action", {
    action: "close_ticket",
    arguments: { id },
  });
  expect(closed.structuredContent).toMatchObject({ id, status: "closed" });
});

it.each([
  ["run_action", { action: "close_ticket" }, /^action: close_ticket changes something/],
  ["run_write_action", { action: "get_ticket" }, /^action: get_ticket only reads/],
  [
    "run_action",
    { action: "get_tickets" },
    /^action: there is no action "get_tickets" here\. Near/,
  ],
  [
    "run_action",
    { action: `get ticket ${"reply ".repeat(100)}` },
    /^action: there is no action "get ticket [reply ]+" here\. gorgias_find_action finds others\.$/,
  ],
  ["run_action", { action: [["get_ticket"]] }, /^action: expected the name of an action/],
  [
    "find_action",
    { words: "ticket ".repeat(100) },
    /^words: expected at most 300 characters, got 700\.$/,
  ],
  ["run_action", {}, /^action: expected the name of an action/],
  ["run_action", { action: "get_ticket", arguments: [] }, /^arguments: expected an object/],
  ["run_action", { action: "get_ticket", id: 1 }, /^id: there is no such argument/],
  ["run_action", { action: "get_ticket", arguments: { id: "x" } }, /^id: expected a whole number/],
])("%s with %j is refused with the reason, before any request", async (tool, given, reason) => {
  const before = sandbox.requests.length;
  const result = await caller.call(`gorgias_${tool}`, given);
  expect(result.isError).toBe(true);
  expect(textOf(result)).toMatch(reason);
  expect(sandbox.requests).toHaveLength(before);
});

it("what only reads finds and runs nothing that writes", async () => {
  const reading = await overStdio(sandbox, ["--toolsets", "compact", "--read-only", "--no-prefix"]);
  try {
    const { tools } = await reading.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["find_action", "run_action"]);
    const { structuredContent } = await reading.client.callTool({
      name: "find_action",
      arguments: { words: "close ticket" },
    });
    const { actions } = structuredContent as { actions: { changes: boolean }[] };
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ changes }) => changes)).toEqual([]);
  } finally {
    await reading.close();
  }
});
