import { barriersOn } from "../support/axe";
import { eventually } from "../support/eventually";
import { useResults } from "./open";

/** The made-up account's, as it is sent: nothing of it may be on the page. */
const KEY = "sandbox-api-key";
const SENT = Buffer.from(`agent@example.com:${KEY}`).toString("base64");

describe("a run", () => {
  const open = useResults({ tickets: 20, rateLimit: { capacity: 10, windowSeconds: 20 } });

  test("shows its requests with headers and bodies of both sides, and no credentials", async () => {
    const { page, run, tab } = await open();
    await run("createTag", { name: "workbench" });
    await tab("Requests");
    await page.getByRole("button", { name: /^POST \/api\/tags 201/ }).click();
    const request = page.getByRole("region", { name: "Request", exact: true });
    await request.getByRole("row", { name: "authorization ***" }).waitFor();
    await request.getByText('"name": "workbench"').waitFor();
    const response = page.getByRole("region", { name: "Response", exact: true });
    await response.getByRole("rowheader", { name: "x-gorgias-account-api-call-limit" }).waitFor();
    const html = await page.content();
    expect([KEY, SENT].filter((secret) => html.includes(secret))).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
  });

  test("shows its log, without the levels that are turned off", async () => {
    const { page, run, tab } = await open();
    await run("listTags", { limit: "1" });
    await tab("Log");
    const entry = page.getByText(/GET .*\/api\/tags\?limit=1/).first();
    await entry.waitFor();
    await page.getByRole("checkbox", { name: /^debug/ }).press("Space");
    await entry.waitFor({ state: "detached" });
    expect(await barriersOn(page)).toEqual([]);
  });

  test("is run again, and its answer compared with the one before", async () => {
    const { page, run, tab } = await open();
    const before = await run("getAccount");
    await tab("History");
    await page
      .getByRole("button", { name: `Run again: Get Account, run ${before.number}`, exact: true })
      .click();
    const again = page.getByLabel(`Compare Get Account, run ${before.number + 1}`, { exact: true });
    await again.check();
    await page.getByLabel(`Compare Get Account, run ${before.number}`, { exact: true }).check();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByText("The answers are the same.").waitFor();
    await page.keyboard.press("Escape");
    const other = await run("listTags", { limit: "1" });
    await tab("History");
    await again.check();
    await page.getByLabel(`Compare Get Account, run ${before.number}`, { exact: true }).check();
    await page.getByLabel(`Compare List Tags, run ${other.number}`, { exact: true }).check();
    // Of those that were ticked before, the last one stays.
    await again.and(page.locator(":not(:checked)")).waitFor();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByText(new RegExp(`^First: ${before.number}\\. Get Account, `)).waitFor();
    await page.getByText(new RegExp(`^Second: ${other.number}\\. List Tags, `)).waitFor();
    await page.getByRole("textbox", { name: "The first answer" }).waitFor();
    await page.getByRole("textbox", { name: "The second answer" }).waitFor();
    await page.locator(".cm-changedLine").first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test("fills the gauge of the rate limit, which drains by itself", async () => {
    const { page, run } = await open();
    // The page's clock stands, so that nothing has drained before it is looked at.
    const now = Date.now();
    await page.clock.setFixedTime(now);
    await run("listTags", { limit: "1" });
    const gauge = page.getByRole("meter", { name: "Rate limit" });
    await gauge.waitFor();
    const shows = (used: string) =>
      eventually(async () => {
        const now = await gauge.getAttribute("aria-valuenow");
        expect(now).toMatch(new RegExp(`^${used}$`));
        expect(await gauge.getAttribute("aria-valuetext")).toContain(`${now} of 10 requests`);
      });
    await shows("[1-9]\\d*");
    await page.clock.setFixedTime(now + 600_000);
    await shows("0");
    await page.getByText("0 of 10 requests").waitFor();
  });
});
