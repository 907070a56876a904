import type { Locator, Page } from "playwright-core";
import { eventually } from "../support/eventually";
import { useResults } from "./open";

describe("the keyboard", () => {
  const open = useResults({ tickets: 150, rateLimit: false });

  test("goes through a long table by the page, and keeps its place as it is scrolled", async () => {
    const { page, run } = await open();
    await run("listTickets", { limit: "100" });
    const table = page.getByRole("grid", { name: "Items" });
    // What can be seen of it is there.
    await table.getByRole("row").nth(12).waitFor();
    await table.getByRole("row").nth(1).focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    const row = table.locator("tr:focus");
    await eventually(async () => expect(await placeOf(row)).toBeGreaterThan(20));
    const before = await placeOf(row);
    await page.keyboard.press("PageUp");
    await eventually(async () => expect(await placeOf(row)).toBeLessThan(before));
    await scrollDown(page, table);
    await eventually(async () => expect(await placeOf(row)).toBeGreaterThan(before));
    const place = await placeOf(row);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: `Item ${place - 1} of 100` }).waitFor();
  });

  test("reaches a row of a table that was scrolled before", async () => {
    const { page, run } = await open();
    await run("listTickets", { limit: "100" });
    const table = page.getByRole("grid", { name: "Items" });
    await scrollDown(page, table);
    await table.locator('tr[aria-rowindex="2"]').waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Columns/ }).focus();
    await page.keyboard.press("Tab");
    await table.locator("tr:focus").waitFor();
  });

  test("goes through a tree by the page, and keeps its place as it is scrolled", async () => {
    const { page, run } = await open();
    await run("listTickets", { limit: "100" });
    await page.getByText("Tree", { exact: true }).click();
    const tree = page.getByRole("tree", { name: "Answer" });
    // What can be seen of it is there.
    await tree.getByRole("treeitem").nth(15).waitFor();
    await tree.getByRole("treeitem").first().focus();
    await page.keyboard.press("PageDown");
    const item = tree.locator('[role="treeitem"]:focus');
    await eventually(async () => expect(await placeOf(item)).toBeGreaterThan(10));
    const before = await placeOf(item);
    await scrollDown(page, tree);
    await eventually(async () => expect(await placeOf(item)).toBeGreaterThan(before));
    await page.keyboard.press("PageUp");
    await eventually(async () => expect(await placeOf(item)).toBeGreaterThan(0));
  });

  test("goes on at the head of the run that it opens", async () => {
    const { page, run, tab } = await open();
    const { number } = await run("listTickets", { limit: "100" });
    await page.getByRole("button", { name: "Next page" }).press("Enter");
    const head = page.getByRole("heading", { name: "List Tickets", level: 2 });
    const focused = head.and(page.locator(":focus"));
    await focused.waitFor();
    await tab("History");
    await page.getByRole("button", { name: `${number}. List Tickets`, exact: true }).press("Enter");
    await focused.waitFor();
  });

  test("stops at nothing that has no name, and is seen where it stops", async () => {
    const { page, run, tab } = await open();
    await run("listTags", { limit: "1" });
    const lists = page.locator('[data-virtuoso-scroller="true"]');
    for (const name of ["Answer", "Requests"] as const) {
      await tab(name);
      await lists.and(page.locator('[tabindex="-1"]')).waitFor();
    }
    await tab("Log");
    await page.getByRole("button", { name: "Copy log" }).focus();
    await page.keyboard.press("Tab");
    const log = page.getByRole("region", { name: "Log" }).and(page.locator(":focus"));
    await log.waitFor();
    expect(await log.evaluate((list) => getComputedStyle(list).outlineStyle)).not.toBe("none");
  });
});

/** Which row or item of the whole it is; 0 where there is none. */
async function placeOf(entry: Locator): Promise<number> {
  const [place = 0] = await entry.evaluateAll((entries) =>
    entries.map((one) => Number(one.ariaRowIndex ?? one.ariaPosInSet)),
  );
  return place;
}

/** Scrolls as a mouse does, which moves no focus by itself. */
async function scrollDown(page: Page, list: Locator): Promise<void> {
  await list.hover({ position: { x: 60, y: 100 } });
  await page.mouse.wheel(0, 1500);
}
