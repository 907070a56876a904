import { execFile } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { startSandbox } from "../../sandbox";
import { builtComponent, bundlePath } from "../support/bundle";
import { newLog } from "../support/steps";

const harness = createHarness(builtComponent());

/** Runs an action of the built bundle. */
async function run(connection: object, key: string, inputs: object): Promise<unknown> {
  const { logger } = newLog();
  const result = await harness.action(key, { connection, ...inputs }, { logger });
  return (result as { data: unknown }).data;
}

describe("an account", () => {
  it("is exported with what its lists answer, row by row", async () => {
    const sandbox = await startSandbox({ tickets: 350, rateLimit: false });
    process.env.GORGIAS_BASE_URL = sandbox.url;
    const fields = { domain: "acme", ...sandbox.credentials };
    const connection = { key: "gorgias-api-key", configVarKey: "Gorgias", fields };
    try {
      for (const [resource, list] of [
        ["tickets", "listTickets"],
        ["messages", "listMessages"],
      ] as const) {
        const all = await run(connection, list, { fetchAll: true });
        const { data } = all as { data: { id: number }[] };
        const text = String(await run(connection, "exportList", { resource, format: "jsonl" }));
        expect(
          text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line)),
        ).toEqual(data);
        const csv = String(await run(connection, "exportList", { resource, columns: "id" }));
        expect(csv.trimEnd().split("\r\n")).toEqual(["id", ...data.map(({ id }) => String(id))]);
      }
      const first = await run(connection, "listMessages", { limit: 1 });
      const [{ ticket_id }] = (first as { data: [{ ticket_id: number }] }).data;
      const inputs = { resource: "messages", filters: { ticket_id }, columns: "ticket_id" };
      const csv = String(await run(connection, "exportList", inputs));
      expect(new Set(csv.trimEnd().split("\r\n"))).toEqual(new Set(["ticket_id", `${ticket_id}`]));
    } finally {
      delete process.env.GORGIAS_BASE_URL;
      await sandbox.close();
    }
  });
});

describe("an account that is larger than the memory for it", () => {
  /** How many items an account has, and how large each of them is. */
  const PAGES = 30;
  const ITEM_BYTES = 20_000;

  let server: http.Server;

  beforeAll(async () => {
    server = http.createServer(({ url = "" }, response) => {
      const at = Number(new URL(url, "http://any").searchParams.get("cursor") ?? 0);
      const data = Array.from({ length: 100 }, (_, index) => ({
        id: at * 100 + index,
        subject: "x".repeat(ITEM_BYTES),
      }));
      const next_cursor = at + 1 < PAGES ? String(at + 1) : null;
      const meta = { prev_cursor: null, next_cursor };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ object: "list", uri: "/api/tickets", data, meta }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Runs an action of the built bundle in a process of its own. */
  const PROGRAM = `
    const [bundle, action, inputs] = process.argv.slice(1);
    const fields = { domain: "acme", username: "agent@example.com", apiKey: "an-api-key" };
    const quiet = () => undefined;
    require(bundle)
      .default.actions[action].perform(
        { logger: { info: quiet, warn: quiet } },
        { connection: { key: "gorgias-api-key", fields }, ...JSON.parse(inputs) },
      )
      .then(({ data }) => ({ length: data.length }), ({ message }) => ({ message }))
      .then((result) => console.log(JSON.stringify(result)));
  `;

  async function runSmall(action: string, inputs: object, heapMiB: number) {
    const { port } = server.address() as AddressInfo;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        `--max-old-space-size=${heapMiB}`,
        "-e",
        PROGRAM,
        bundlePath(),
        action,
        JSON.stringify(inputs),
      ],
      { env: { GORGIAS_BASE_URL: `http://127.0.0.1:${port}` } },
    );
    return JSON.parse(stdout) as { length?: number; message?: string };
  }

  const HEAP_MIB = 48;

  it("is more than Fetch All can hold", async () => {
    const ended = await runSmall("listTickets", { fetchAll: true }, HEAP_MIB).catch(
      ({ message }: Error) => ({ message }),
    );
    // Some versions of Node run out before the step can tell.
    expect(ended.message).toMatch(/nearly all memory that the step has|heap out of memory/);
  }, 60_000);

  it.each([
    ["csv", { columns: "id" }, 4 + 10 * 3 + 90 * 4 + 900 * 5 + 2000 * 6],
    ["jsonl", {}, undefined],
  ])(
    "is exported as %s all the same",
    async (format, inputs, length) => {
      const result = await runSmall(
        "exportList",
        { resource: "tickets", format, ...inputs },
        HEAP_MIB,
      );
      expect(result.message).toBeUndefined();
      expect(result.length).toBeGreaterThanOrEqual(length ?? PAGES * 100 * ITEM_BYTES);
      expect(result.length).toBeLessThanOrEqual(length ?? PAGES * 100 * (ITEM_BYTES + 50));
    },
    60_000,
  );
});
