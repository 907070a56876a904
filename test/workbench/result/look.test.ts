import type { Locator, Page } from "playwright-core";
import { eventually } from "../support/eventually";
import { useResults } from "./open";

const open = useResults({ tickets: 120, rateLimit: false });

const aside = (page: Page) => page.getByRole("complementary", { name: "Result" });

test("a failed run says why, in one voice, also in the history", async () => {
  const { page, run, tab } = await open();
  await run("getTicket", { id: "99" });
  const why = "Gorgias answered 404: Ticket 99 not found.";
  await page.getByRole("note").getByText(why).waitFor();
  await page.getByText("There is no answer to show.").waitFor();
  const heard = page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: why });
  await heard.waitFor({ state: "attached" });
  expect(await heard.count()).toBe(1);
  await tab("History");
  const row = page.getByRole("row").filter({ hasText: why });
  await row.getByText("id 99", { exact: true }).waitFor();
  expect(await row.innerText()).not.toContain("The connected account");
});

test("a text of many characters is cut, and the page goes on", async () => {
  const { page, run } = await open();
  await answerWith(page, { text: "W".repeat(5_000_000) });
  await run("getAccount");
  const rest = page.getByText("… (5,000,000 characters in all: the download has them)");
  await page.getByRole("button", { name: "Show all" }).click();
  await rest.waitFor();
  await page.getByText("Tree", { exact: true }).click();
  await rest.waitFor();
  await page.getByText("JSON", { exact: true }).click();
  await page.getByRole("textbox", { name: "The answer as JSON" }).waitFor();
});

test("an item has only what is its own", async () => {
  const { page, run } = await open();
  await answerWith(page, [{ id: 1, hasOwnProperty: 7, toString: 8 }, { id: 2 }]);
  await run("listTags", { limit: "1" });
  const table = page.getByRole("grid", { name: "Items" });
  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByRole("checkbox", { name: "hasOwnProperty" }).check();
  await page.keyboard.press("Escape");
  await table.getByRole("gridcell", { name: "7" }).or(table.getByText("7")).first().waitFor();
  expect(await table.getByText("function").count()).toBe(0);
});

test("a list takes the room that is left, and nothing scrolls around it", async () => {
  const { page, run } = await open();
  await run("listTickets", { limit: "100" });
  for (const [width, height] of [
    [1440, 780],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    const list = page.locator("[data-virtuoso-scroller]");
    await eventually(async () => {
      const box = await list.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      expect(box?.height).toBeGreaterThanOrEqual(240);
    });
    const around = page.locator('[aria-label="Result"]');
    expect(await around.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
  }
});

test("a wide window has room for most columns of tickets, with their dates in UTC", async () => {
  const { page, run } = await open();
  await run("listTickets", { limit: "30" });
  const heads = page.getByRole("columnheader");
  await heads.first().waitFor();
  const edge = await rightOf(aside(page));
  const begin = await Promise.all((await heads.all()).map(async (head) => (await boxOf(head)).x));
  expect(begin.filter((x) => x < edge - 40).length).toBeGreaterThanOrEqual(5);
  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByRole("checkbox", { name: "created_datetime" }).check();
  await page
    .getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)
    .first()
    .waitFor();
});

test("where it is narrow, a value stands under its whole name, and buttons under their run", async () => {
  const { page, run, tab } = await open();
  await run("getAccount");
  await page.setViewportSize({ width: 360, height: 740 });
  const row = page.getByRole("row").filter({ hasText: "created_datetime" }).first();
  const [name, value] = await Promise.all([
    boxOf(row.getByRole("rowheader")),
    boxOf(row.getByRole("cell")),
  ]);
  expect(value.y).toBeGreaterThanOrEqual(name.y + name.height);
  expect(name.height).toBeLessThan(40);
  await tab("History");
  const again = page.getByRole("button", { name: /^Run again/ }).first();
  await again.waitFor();
  expect(await rightOf(again)).toBeLessThan(360);
});

test("JSON is set in the font for code that the page brings", async () => {
  const { page, run } = await open();
  await run("getAccount");
  await page.getByText("JSON", { exact: true }).click();
  const json = page.getByRole("textbox", { name: "The answer as JSON" });
  const { fontFamily, fontSize } = await json.evaluate((text) => {
    const { fontFamily, fontSize } = getComputedStyle(text);
    return { fontFamily, fontSize };
  });
  expect({ fontFamily, fontSize }).toEqual({
    fontFamily: expect.stringContaining("JetBrains Mono"),
    fontSize: "12px",
  });
});

/** Has the page hear another answer than the connector's. */
async function answerWith(page: Page, answer: unknown): Promise<void> {
  await page.route(/\/answer$/, (route) => route.fulfill({ json: answer }));
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) {
    throw new Error("It is not to be seen.");
  }
  return box;
}

async function rightOf(element: Locator): Promise<number> {
  const { x, width } = await boxOf(element);
  return x + width;
}
