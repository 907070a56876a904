import type { Elsewhere, InputValues, Kind } from "../../../workbench/messages";
import { type AsPage, openAsPage } from "../server/asPage";

let page: AsPage;

beforeAll(async () => {
  page = await openAsPage({ sandbox: { tickets: 1 } });
});

afterAll(() => page?.close());

/** Asks the server, as the page does. */
const ask = (kind: Kind, key: string, inputs: InputValues = {}): Promise<Response> =>
  page.send("POST", "elsewhere", { kind, key, inputs });

async function elsewhere(...asked: Parameters<typeof ask>): Promise<Elsewhere> {
  const response = await ask(...asked);
  expect(response.status).toBe(200);
  return (await response.json()) as Elsewhere;
}

const FILE = { file: "1", name: "package damaged.png", contentType: "image/png", size: 3 };

it("writes what differs from what the form begins with, and nothing else", async () => {
  const { terminal, code, mcp } = await elsewhere("actions", "createTicket", {
    customer: "jo@example.com",
    subject: "Where's my order?",
    messageText: "",
    status: "open",
    tags: ["shipping", "vip", ""],
    priority: "",
    spam: "false",
    fetchAll: "false",
  });
  expect(terminal.text.split(" \\\n  ")).toEqual([
    "npm start -- createTicket",
    "customer=jo@example.com",
    String.raw`subject='Where'\''s my order?'`,
    "tags=shipping,vip",
    "spam=false",
  ]);
  expect(code.text.split("\n")).toEqual([
    "const { data } = await context.components.gorgias.createTicket<{ data: unknown }>({",
    '  connection: context.configVars["Gorgias Connection"],',
    '  customer: "jo@example.com",',
    `  subject: "Where's my order?",`,
    '  messageText: "",',
    '  tags: ["shipping", "vip"],',
    '  spam: "false",',
    "});",
  ]);
  expect(JSON.parse(mcp.text)).toEqual({
    name: "gorgias_create_ticket",
    arguments: {
      customer: "jo@example.com",
      subject: "Where's my order?",
      status: "open",
      tags: ["shipping", "vip"],
      spam: false,
    },
  });
});

it("says a default that was cleared", async () => {
  const { terminal, code, mcp } = await elsewhere("actions", "updateTicket", {
    id: "7",
    status: "",
  });
  expect(terminal.text).toBe("npm start -- updateTicket id=7 status=");
  expect(code.text).toContain('status: ""');
  expect(JSON.parse(mcp.text).arguments).toEqual({ id: 7 });
});

it("shows no password, and says where it goes", async () => {
  const there = await elsewhere("actions", "createIntegration", {
    name: "Orders",
    hmac_secret: "a-s3cret-of-the-tests",
  });
  expect(JSON.stringify(there)).not.toContain("a-s3cret-of-the-tests");
  for (const { text, notes } of Object.values(there)) {
    expect(text).toContain("<HMAC Secret>");
    expect(notes).toContain("Put the HMAC Secret in place of <HMAC Secret>.");
  }
});

it("shows no secret of a raw request, and says where it goes", async () => {
  const there = await elsewhere("actions", "rawRequest", {
    url: "/tickets?access_token=a-t0ken-of-the-tests",
    headers: [
      { key: "X-Api-Key", value: "a-k3y-of-the-tests" },
      { key: "Accept-Language", value: "en-GB-oxendict" },
    ],
    queryParams: [{ key: "access_token", value: "an0ther-of-the-tests" }],
  });
  expect(JSON.stringify(there)).not.toContain("of-the-tests");
  for (const { text } of [there.terminal, there.code]) {
    expect(text).toContain("X-Api-Key");
    expect(text).toContain("en-GB-oxendict");
    expect(text).toContain("<secret of Header>");
  }
  for (const { notes } of Object.values(there)) {
    expect(notes).toContain(
      "Put the secret of Query Parameter in place of <secret of Query Parameter>.",
    );
  }
});

it("hands an agent all rows of the same key", async () => {
  const { mcp } = await elsewhere("actions", "rawRequest", {
    url: "/tickets",
    queryParams: [
      { key: "id", value: "1" },
      { key: "id", value: "2" },
      { key: "limit", value: "2" },
    ],
  });
  expect(Object.values(JSON.parse(mcp.text).arguments)).toContainEqual({
    id: ["1", "2"],
    limit: "2",
  });
});

it("says each note once, and nothing of a type that is not known", async () => {
  const file = { ...FILE, contentType: "application/octet-stream" };
  const files = ["a.png", "b.png"].map((key) => ({ key, value: file }));
  const there = await elsewhere("actions", "uploadFiles", {
    files: [...files, { key: "c.png", value: { ...file, file: "2" } }],
  });
  for (const { notes } of Object.values(there)) {
    expect(new Set(notes).size).toBe(notes.length);
  }
  expect(there.terminal.notes.join()).not.toContain("octet-stream");
});

it("names files by their paths in a terminal, and as data URIs elsewhere", async () => {
  const one = await elsewhere("actions", "uploadFiles", { file: FILE });
  expect(one.terminal.text).toBe("npm start -- uploadFiles file='./package damaged.png'");
  expect(one.terminal.notes.join()).toContain("Put the path to package damaged.png in place of");
  expect(one.code.text).toContain('"data:image/png;name=package%20damaged.png;base64,…"');
  expect(JSON.parse(one.mcp.text).arguments).toEqual({
    "package damaged.png": "data:image/png;base64,…",
  });

  const renamed = await elsewhere("actions", "uploadFiles", { file: FILE, fileName: "a.png" });
  expect(JSON.parse(renamed.mcp.text).arguments).toEqual({ "a.png": "data:image/png;base64,…" });

  const files = ["a.png", "photo", "scan"].map((key) => ({ key, value: FILE }));
  const { mcp, terminal } = await elsewhere("actions", "uploadFiles", { files });
  expect(terminal.text).toContain("a.png:./package damaged.png,photo:./package damaged.png");
  expect(JSON.parse(mcp.text).arguments).toEqual({
    file: "data:image/png;name=photo;base64,…",
    "a.png": "data:image/png;base64,…",
  });
  expect(mcp.notes.join()).toContain("scan is left out");
});

it("asks for no bytes that the call has no place for", async () => {
  const { mcp } = await elsewhere("actions", "rawRequest", {
    url: "/upload",
    method: "POST",
    fileData: [{ key: "a.png", value: FILE }],
  });
  expect(mcp.notes.join("\n")).toContain("The tool does not take File Data.");
  expect(mcp.notes.join("\n")).not.toContain("base64");
});

it("shows a trigger as a flow in code, and at work in a terminal where that shows it", async () => {
  const polled = await elsewhere("triggers", "pollChangesTrigger", { resourceType: "messages" });
  expect(polled.terminal.text).toBe("npm start -- --poll messages");
  expect(polled.code.text).toContain('resourceType: { value: "messages" }');
  expect(polled.code.text).toContain("schedule:");
  expect(polled.mcp).toMatchObject({ text: "", notes: [expect.stringContaining("cannot start")] });

  const webhook = await elsewhere("triggers", "ticketEventWebhook", { events: ["ticket-created"] });
  expect(webhook.terminal.text).toBe("npm start -- --listen");
  expect(webhook.code.text).not.toContain("schedule:");

  const untold = await elsewhere("triggers", "pollChangesTrigger", { resourceType: "widgets" });
  expect(untold.terminal).toMatchObject({ text: "", notes: [expect.stringContaining("cannot")] });
});

it("shows a pick list as a config variable in code", async () => {
  const { terminal, code, mcp } = await elsewhere("pickLists", "selectTicket");
  expect(code.text).toMatch(/^dataSourceConfigVar\(/);
  expect([terminal.text, mcp.text]).toEqual(["", ""]);
});

it("refuses a step that there is not", async () => {
  const { status } = await ask("actions", "nothing");
  expect(status).toBe(404);
});
