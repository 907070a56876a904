import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { serverFor, TOKEN } from "./clients";

let sandbox: Sandbox;
let server: Listening;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 1, rateLimit: false });
  server = await serverFor(sandbox);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

/** Calls a tool with arguments as JSON, and gives what it answers. */
async function answerTo(tool: string, given: string): Promise<string> {
  const path = tool.startsWith("run_") ? "/gorgias-compact" : "/gorgias";
  const response = await fetch(new URL(path, server.url), {
    method: "POST",
    headers: {
      authorization: `Bearer ${TOKEN}`,
      accept: "application/json",
      "content-type": "application/json",
    },
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gorgias_${tool}","arguments":{"PCID":"acme",${given.slice(1)}}}`,
  });
  const { result, error } = JSON.parse(await response.text());
  return result?.content[0].text ?? error.message;
}

/** Arguments that have a number of names. */
function named(count: number, nameOf: (index: number) => string): string {
  return JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), 1])),
  );
}

afterEach(() => expect(sandbox.requests).toEqual([]));

it.each([
  ["get_tag", (given: string) => given],
  ["run_action", (given: string) => `{"action":"get_tag","arguments":${given}}`],
])("100,000 arguments of %s are refused at once, in a sentence", async (tool, inside) => {
  const text = await answerTo(tool, inside(named(100_000, (index) => `unknown${index}`)));
  const where = tool === "get_tag" ? "" : ".arguments";
  expect(text).toBe(
    `params.arguments${where}: more than 1000 arguments were given. Give only those that the tool has, by their names.`,
  );
});

it("of 900 unknown arguments ten are named, the others counted, and the known names told once", async () => {
  const text = await answerTo(
    "get_tag",
    named(900, (index) => `unknown${index}`),
  );
  const lines = text.split("\n");
  expect(lines.slice(0, 10)).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `unknown${index}: there is no such argument.`),
    "unknown9: there is no such argument. 890 more unknown arguments were given. There are: id.",
  ]);
  expect(lines.slice(10)).toEqual(["id: this argument is required."]);
});

it("a misspelt argument is answered with the one that was probably meant", async () => {
  expect(await answerTo("update_tag", '{"id":1,"descripton":"x"}')).toMatch(
    /^descripton: there is no such argument\. Did you mean description\? There are: id, name, /,
  );
});

it("a list tells of fields among the arguments that there are", async () => {
  expect(await answerTo("list_users", '{"bogus":1}')).toMatch(/There are: .*order_by, fields\.$/);
});

it.each([
  [
    "create_ticket",
    '{"customer":"jo@example.com"}',
    "messageText: is missing, and so are messageHtml and messageAttachments. Give at least one.",
  ],
  ["upload_files", '{"type":"attachment"}', "file: there is nothing to upload: give file."],
  [
    "search_view_items",
    '{"view_id":0}',
    "view_id: is 0, which is no saved view: give search or filters.",
  ],
  [
    "set_ticket_tags",
    '{"ticket_id":1}',
    "ids: is needed: give it, or names, or both. To take all tags off the ticket, set removeAll to true.",
  ],
  ["customer_timeline", '{"to":"2026-03-01"}', "customer_id: is missing: give this or email."],
])("%s %s offers only arguments that it has", async (tool, given, problem) => {
  expect(await answerTo(tool, given)).toBe(problem);
});

it("long names are cut, and secrets in them hidden", async () => {
  const long = await answerTo("get_tag", JSON.stringify({ id: 1, ["x".repeat(100_000)]: 1 }));
  expect(long.length).toBeLessThan(300);
  const { apiKey } = sandbox.credentials;
  const secret = await answerTo("get_tag", JSON.stringify({ id: 1, [`my ${apiKey}`]: 1 }));
  expect(secret).not.toContain(apiKey);
  expect(secret).toContain("there is no such argument.");
});

it("arguments may be called what every object has", async () => {
  const text = await answerTo("get_tag", '{"id":1,"__proto__":{"id":2},"constructor":1}');
  // The SDK takes __proto__ away before anybody sees it.
  expect(text).toBe("constructor: there is no such argument. There are: id.");
});

it("files are uploaded 20 at a time", async () => {
  expect(
    await answerTo(
      "upload_files",
      named(900, (index) => `${index}.png`),
    ),
  ).toBe("files: 900 arguments are named like files. Give at most 20 in one call.");
});

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const wide = `[${"1,".repeat(200_000)}1]`;

it.each([
  ["update_ticket", `{"id":1,"meta":${deep(10_000)}}`, "meta: is nested more than 500 deep."],
  ["update_ticket", `{"id":${deep(10_000)}}`, "id: is nested more than 500 deep."],
  ["get_tag", `{"id":1,"more":${deep(10_000)}}`, "more: there is no such argument. There are: id."],
  [
    "list_tickets",
    `{"ticket_ids":${wide}}`,
    "ticket_ids: holds more than 100000 values. Split it over several calls.",
  ],
])(
  "%s with what is too deep or too much is refused in a sentence (%#)",
  async (tool, given, refusal) => {
    expect(await answerTo(tool, given)).toBe(refusal);
  },
);
