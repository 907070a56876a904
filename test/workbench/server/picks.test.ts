import { type Sandbox, startSandbox } from "../../../sandbox";
import type { Picks, Told } from "../../../workbench/messages";
import { environmentOf } from "../../support/environment";
import { nextHeld } from "../support/sandbox";
import { type AsPage, openAsPage } from "./asPage";

const ASKED = { kind: "pickLists", key: "selectTag", inputs: {} };

let gorgias: Sandbox;
let page: AsPage;

beforeAll(async () => {
  gorgias = await startSandbox({ tickets: 1 });
  page = await openAsPage({ environment: environmentOf(gorgias), sandbox: { tickets: 1 } });
});

afterAll(async () => {
  await page?.close();
  await gorgias.close();
});

it("a pick list fills the gauge, though it is no run", async () => {
  const { choices } = await page.ask<Picks>("POST", "picks", ASKED);
  expect(choices.length).toBeGreaterThan(0);
  const { exchange, run } = await page.told(
    (told): told is Extract<Told, { type: "exchange" }> => told.type === "exchange",
  );
  expect([run, exchange.rateLimit]).toEqual(["", { used: 1, limit: 40 }]);
  expect(await page.ask("GET", "runs")).toEqual([]);
});

it("a pick list that nobody waits for is given up, and keeps nobody from changing the account", async () => {
  const held = nextHeld(gorgias);
  const gone = new AbortController();
  const read = fetch(`${page.url}api/picks`, {
    method: "POST",
    headers: { origin: new URL(page.url).origin },
    body: JSON.stringify(ASKED),
    signal: gone.signal,
  });
  await held;
  gone.abort();
  await expect(read).rejects.toThrow("aborted");
  expect(await page.ask("DELETE", "account")).toMatchObject({ isSandbox: true });
});
