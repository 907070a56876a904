import { parse } from "csv-parse/sync";
import { builtComponent } from "../../support/bundle";
import { type AsPage, action, openAsPage } from "./asPage";
import { mapped } from "./mapped";

let page: AsPage;
/** What List Views answers. */
let views: unknown;

beforeAll(async () => {
  const built = builtComponent();
  const perform = async () => ({ data: views });
  page = await openAsPage({
    component: {
      ...built,
      actions: mapped(built.actions, "listViews", (one) => ({ ...one, perform })),
    },
    sandbox: { tickets: 30, rateLimit: false },
  });
});

afterAll(() => page.close());

/** The rows of what an action answered, as a CSV file, and its answer in a few words. */
async function csvOf(asked: ReturnType<typeof action>): Promise<{
  readonly rows: readonly Record<string, string>[];
  readonly words: string | undefined;
}> {
  const { id, status, answer } = await page.run(asked);
  expect(status).toBe("succeeded");
  const response = await page.send("GET", `runs/${id}/answer.csv`);
  const rows: Record<string, string>[] = parse(Buffer.from(await response.arrayBuffer()), {
    columns: true,
    bom: true,
  });
  return { rows, words: answer?.words };
}

it("has a line for each record of a list, and a column for each field, however deep", async () => {
  const { rows } = await csvOf(action("listTickets", { limit: "3" }));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    "customer.email": expect.stringContaining("@"),
  });
});

it("has a line for each item that a search finds", async () => {
  const { rows, words } = await csvOf(action("search", { type: "customer", query: "a" }));
  expect(rows.length).toBeGreaterThan(1);
  expect(words).toBe(`${rows.length} items`);
  expect(rows[0]).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
});

it("has a line for each row of a report", async () => {
  const { rows, words } = await csvOf(
    action("getReportingStatistic", {
      scope: "tickets-created",
      start: "2026-01-01",
      end: "2026-12-31",
      measures: ["ticketCount"],
      dimensions: ["channel"],
    }),
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(words).toBe(`${rows.length} items`);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["channel", "ticketCount"]);
});

it("has one line for a record", async () => {
  const { rows } = await csvOf(action("getAccount"));
  expect(rows).toMatchObject([{ domain: expect.any(String) }]);
});

it("begins with the mark that tells a spreadsheet its encoding", async () => {
  const { id } = await page.run(action("listTags"));
  const response = await page.send("GET", `runs/${id}/answer.csv`);
  expect(Buffer.from(await response.arrayBuffer()).subarray(0, 3)).toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  );
});

it("has one column for values that are no records", async () => {
  views = ["one", "two", { id: 3 }];
  const { rows } = await csvOf(action("listViews"));
  expect(rows).toEqual([
    { value: "one", id: "" },
    { value: "two", id: "" },
    { value: "", id: "3" },
  ]);
});

/** A record within a record, and so on. */
function nested(levels: number): unknown {
  let record: unknown = 1;
  for (let level = 0; level < levels; level += 1) {
    record = { in: record };
  }
  return record;
}

it("has JSON in a column for what is nested deeper than columns are good for", async () => {
  views = nested(3000);
  const { rows } = await csvOf(action("listViews"));
  expect(rows).toEqual([{ [Array(20).fill("in").join(".")]: JSON.stringify(nested(2980)) }]);
});

it("is not reached where an answer is nested so deeply that it cannot be kept", async () => {
  views = nested(100_000);
  expect(await page.run(action("listViews"))).toMatchObject({
    status: "failed",
    failure: { message: expect.stringMatching(/^The step has run, but its answer/) },
  });
});
