import { stripVTControlCharacters } from "node:util";
import { readable } from "../../cli/answer";
import { readWait } from "../../cli/exchange";
import { lineOf } from "../../cli/line";
import { listOf } from "../../cli/list";
import { loggerThat, type Run } from "../../cli/run";
import { takeTour } from "../../cli/tour";
import component from "../../src";
import { actionGroups } from "../../src/actions";
import { logWait } from "../../src/client/log";
import { npmStart } from "./terminal";

/** The lines that are wider than a screen. */
const tooWide = (text: string, width: number) =>
  stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line.length > width);

const done: Run = {
  action: "listTickets",
  exchanges: [
    { request: "GET /api/tickets?limit=5", result: "200", ms: 41, rateLimit: "1/40" },
    { request: "GET /api/tickets?limit=5", result: "200", ms: 41, rateLimit: "1/40" },
  ],
  ms: 82,
  outcome: { ok: true, data: { object: "list", uri: "/api/tickets?limit=2", data: [{ id: 1 }] } },
};

describe("on a narrow screen", () => {
  it.each([20, 47, 52, 59, 60, 80, 104, 120])("a run fits %d columns", (width) => {
    expect(tooWide(lineOf(done, width), width)).toEqual([]);
  });

  it("a run shows what came back rather than status and time", () => {
    expect(stripVTControlCharacters(lineOf(done, 40))).toBe("✓ listTickets  1 ticket");
  });

  it.each([60, 80])("the list of actions fits %d columns, and every key is whole", (width) => {
    const list = stripVTControlCharacters(listOf(actionGroups, component.actions, width));
    expect(tooWide(list, width)).toEqual([]);
    for (const key of Object.keys(component.actions)) {
      expect(list).toContain(`  ${key} `);
    }
  });

  it("the hint at the columns that are left out is broken between words", () => {
    const ticket = { id: 1, status: "open", channel: "instagram-direct-message", subject: "Hello" };
    const dates = { created_datetime: "2026-11-28", updated_datetime: "2026-11-28" };
    const shown = readable([{ ...ticket, type: "question", name: "Jo", ...dates }], 44);
    expect(shown).toContain("\nA wider terminal shows ");
    expect(tooWide(shown, 44)).toEqual([]);
  });

  it("the help and the line that names the account fit 80 columns", async () => {
    const [help, run] = await Promise.all([
      npmStart(["--help"]),
      npmStart(["getAccount"], { env: { COLUMNS: "80" } }),
    ]);
    expect(tooWide(help.stdout, 80)).toEqual([]);
    expect(tooWide(run.stderr, 80)).toEqual([]);
  });

  it("the tour's summary is broken between words", async () => {
    const lines: string[] = [];
    const connection = { key: "gorgias-api-key", configVarKey: "", fields: {} };
    const stops = [{ action: "first" }, { action: "second" }];
    const nothing = { actions: {}, dataSources: {} };
    await takeTour(nothing, connection, (line) => lines.push(line), 40, stops);
    const summary = lines.slice(lines.indexOf("") + 1);
    expect(summary.length).toBeGreaterThan(1);
    expect(tooWide(summary.join("\n"), 40)).toEqual([]);
  });
});

it.each([
  [{ kind: "fault", code: "ECONNRESET", wasSent: true } as const, 900],
  [{ kind: "answer", status: 503, headers: {}, body: undefined } as const, 61_000],
])("a wait is read as the connector writes it: %j", (outcome, waitMs) => {
  const waits: unknown[] = [];
  const logger = loggerThat((_level, text) => void waits.push(readWait(text)));
  logWait(logger, (text) => text, { name: "GET /api/account" }, outcome, waitMs, 2);
  expect(waits).toEqual([
    {
      request: "GET /api/account",
      reason: expect.stringMatching(/^answered 503$|^no answer \(/),
      delay: expect.stringMatching(/^\S+ \w+$/),
      attempt: "2",
    },
  ]);
});
