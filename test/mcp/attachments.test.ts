import { type Sandbox, startSandbox } from "../../sandbox";
import type { JsonObject } from "../../src/client/json";
import type { Listening } from "../../src/mcp/serving/http";
import { type Caller, overHttp, serverFor } from "./clients";

const GIF = "R0lGODlhAgADAAAAADs=";
const TEXT = "ordered: 2 lamps\nbroken: 1\n";

let sandbox: Sandbox;
let server: Listening;
let tickets: Caller;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
  tickets = await overHttp(`${server.origin}/gorgias-tickets`);
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await tickets.close();
  await server.close();
  await sandbox.close();
});

const objectOf = ({ structuredContent }: Awaited<ReturnType<Caller["call"]>>) =>
  structuredContent as JsonObject;

/** A ticket's thread with two files in it, a text and a picture. */
async function attachments(): Promise<Record<string, string>[]> {
  const { data: uploaded } = objectOf(
    await tickets.call("gorgias_tickets_upload_files", {
      "order.txt": `data:text/plain;base64,${Buffer.from(TEXT).toString("base64")}`,
      "lamp ä.gif": `data:image/gif;base64,${GIF}`,
    }),
  );
  const found = objectOf(await tickets.call("gorgias_tickets_list_tickets"));
  const listed = found.data as { id: number; channel: string }[];
  const id = listed.find(({ channel }) => channel === "email")?.id;
  await tickets.call("gorgias_tickets_reply_to_ticket", {
    ticket_id: id,
    text: "See the files.",
    attachments: uploaded,
  });
  const thread = objectOf(await tickets.call("gorgias_tickets_ticket_thread", { id }));
  const last = (thread.messages as JsonObject[]).at(-1);
  return last?.attachments as Record<string, string>[];
}

describe("a file that a ticket's thread tells of comes with the arguments that stand there", () => {
  const partsOf = ({ file_type, domain_hash, resource_name }: Record<string, string>) => ({
    file_type,
    domain_hash,
    resource_name,
  });

  it.each([
    ["customers", true],
    ["tickets", false],
    ["", false],
  ])("at /gorgias-%s", async (toolset, hasContract) => {
    const [text = {}, picture = {}] = await attachments();
    expect([text.name, picture.name]).toEqual(["order.txt", "lamp ä.gif"]);
    const caller = await overHttp(`${server.origin}/gorgias${toolset && `-${toolset}`}`);
    const tool = `gorgias_${toolset && `${toolset}_`}download_file`;
    const read = await caller.call(tool, partsOf(text));
    const seen = await caller.call(tool, partsOf(picture));
    await caller.close();
    expect(read.structuredContent).toMatchObject({ text: TEXT });
    expect(seen.content).toContainEqual({ type: "image", mimeType: "image/gif", data: GIF });
    // Some hosts show a model nothing else where there is an object.
    expect("structuredContent" in seen).toBe(hasContract);
  });
});
