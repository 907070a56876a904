import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { barriersOn } from "../support/axe";
import { stopClock } from "../support/clock";
import { eventually } from "../support/eventually";
import { useResults } from "./open";

const PHOTO = "https://uploads.gorgias.io/attachment/Hna8kldnmlal/package-damaged-ac82bc04.png";

describe("what came back", () => {
  const open = useResults({ tickets: 40, rateLimit: false });

  test("a list is a table, and Enter opens a row of it beside it", async () => {
    const { page, run } = await open();
    await run("listTickets", { limit: "5" });
    const table = page.getByRole("grid", { name: "Items" });
    for (const name of ["id", "status", "subject"]) {
      await table.getByRole("columnheader", { name, exact: true }).waitFor();
    }
    await eventually(async () => expect(await table.getByRole("row").count()).toBe(6));
    await table.getByRole("row").nth(1).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const opened = page.getByRole("dialog", { name: "Item 2 of 5" });
    await opened.getByRole("treeitem", { name: /^subject: "/ }).waitFor();
    await page.keyboard.press("Escape");
    await opened.waitFor({ state: "hidden" });
    await table.locator('tr[aria-rowindex="3"]:focus').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test("columns are chosen", async () => {
    const { page, run } = await open();
    const { number } = await run("listTickets", { limit: "2" });
    const header = page.getByRole("columnheader", { name: "language" });
    await page.getByRole("button", { name: /^Columns: 7 of / }).click();
    await header.waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "language" }).check();
    await header.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByRole("tab", { name: `History (${number + 1})` }).waitFor();
    await page.getByRole("button", { name: /^Columns: 8 of / }).click();
    await header.waitFor();
    const ticked = page.getByRole("checkbox", { checked: true });
    for (let left = 7; left > 0; left -= 1) {
      await ticked.first().uncheck();
      await page.getByRole("button", { name: `Columns: ${left} of ` }).waitFor();
    }
    await ticked.and(page.locator(":disabled")).waitFor();
  });

  test("what is chosen to see answers as stays from run to run", async () => {
    const { page, run } = await open();
    await run("listTags", { limit: "1" });
    await page.getByText("JSON", { exact: true }).click();
    const json = page.getByRole("textbox", { name: "The answer as JSON" });
    await json.waitFor();
    await run("getAccount");
    await json.getByText('"domain"').waitFor();
  });

  test("an empty list says so, and is no CSV", async () => {
    const { page, run } = await open();
    await run("listTickets", { external_id: "nothing-here" });
    await page.getByText("The list is empty.").waitFor();
    await page.getByRole("link", { name: "Download JSON" }).waitFor();
    expect(await page.getByRole("link", { name: "Download CSV" }).count()).toBe(0);
  });

  test("the next page is read where there is one", async () => {
    const { page, run } = await open();
    const { number } = await run("listTickets", { limit: "30" });
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByText("10 items.").waitFor();
    await page.getByRole("button", { name: "Next page" }).waitFor({ state: "detached" });
    await page.getByRole("tab", { name: `History (${number + 1})` }).waitFor();
  });

  test("a record is a table of its fields, and a tree by keyboard", async () => {
    const { page, run } = await open();
    await run("getAccount");
    await page.getByRole("rowheader", { name: "domain", exact: true }).waitFor();
    await page.getByText("Tree", { exact: true }).click();
    const tree = page.getByRole("tree", { name: "Answer" });
    const folder = tree.locator('[role="treeitem"][aria-expanded="false"]').first();
    const label = (await folder.getAttribute("aria-label")) ?? "";
    await folder.focus();
    await folder.click();
    await tree.locator('[role="treeitem"][aria-expanded="true"]').first().waitFor();
    await page.keyboard.press("ArrowRight");
    const inside = tree.locator('[role="treeitem"][aria-level="2"]:focus');
    await inside.waitFor();
    await page.keyboard.press("ArrowLeft");
    await tree
      .getByRole("treeitem", { name: label, exact: true })
      .and(page.locator('[aria-level="1"]:focus'))
      .waitFor();
    await page.keyboard.press("ArrowLeft");
    await tree.locator('[role="treeitem"][aria-expanded="true"]').waitFor({ state: "detached" });
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText("JSON", { exact: true }).click();
    await page.getByRole("textbox", { name: "The answer as JSON" }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test("a picture is shown, and the file can be saved", async () => {
    const { page, run } = await open();
    await run("downloadFile", { attachmentUrl: PHOTO });
    const picture = page.getByRole("img", { name: "downloadFile.png" });
    await picture.waitFor();
    const width = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBe(64);
    await page.getByText("48,213 bytes").first().waitFor();
    expect((await saved(page, "Download")).bytes.length).toBe(48_213);
  });

  test("JSON and CSV are saved as they came back", async () => {
    const { page, run } = await open();
    await run("listTags", { limit: "3" });
    const { name, bytes } = await saved(page, "Download JSON");
    expect(name).toBe("listTags.json");
    const { data } = JSON.parse(bytes.toString());
    expect(data).toHaveLength(3);
    const csv = await saved(page, "Download CSV");
    expect(csv.name).toBe("listTags.csv");
    const [head = "", first = ""] = new TextDecoder().decode(csv.bytes).split("\r\n");
    expect(head.split(",")).toEqual(expect.arrayContaining(["id", "name"]));
    expect(first).toContain(data[0].name);
  });

  test("the answer is copied as JSON", async () => {
    const { page, run } = await open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await run("listTags", { limit: "2" });
    await stopClock(page);
    await page.getByRole("button", { name: "Copy JSON" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse(copied).data).toHaveLength(2);
  });

  test("what is refused is said whole", async () => {
    const { page, run } = await open();
    await run("getTicket", { id: "" });
    const note = page.getByRole("note", { name: "Nothing was sent" });
    await note.getByText("Ticket ID").waitFor();
    await page.getByText("There is no answer to show.").waitFor();
    await page.getByRole("status").filter({ hasText: "Get Ticket: Refused" }).waitFor();
  });
});

describe("an answer of 10,000 rows", () => {
  const open = useResults({ tickets: 10_000, rateLimit: false });

  test("has only what can be seen on the page, and its last row is one key away", async () => {
    const { page, run } = await open();
    await run("listTickets", { fetchAll: "true" });
    const table = page.getByRole("grid", { name: "Items" });
    await table.waitFor();
    await table.and(page.locator('[aria-rowcount="10001"]')).waitFor();
    await isShort(table.getByRole("row"));
    await table.getByRole("row").nth(1).focus();
    await page.keyboard.press("End");
    await table.locator('tr[aria-rowindex="10001"]:focus').waitFor();
    await isShort(table.getByRole("row"));
    await page.keyboard.press("Home");
    await table.locator('tr[aria-rowindex="2"]:focus').waitFor();
    await page.getByText("Tree", { exact: true }).click();
    const tree = page.getByRole("tree", { name: "Answer" });
    await tree.getByRole("treeitem").first().focus();
    await page.keyboard.press("End");
    await tree.getByLabel(/^9999:/).waitFor();
    await tree
      .locator('[role="treeitem"]:focus')
      .and(tree.getByLabel(/^(?:9999|meta|object|uri)/))
      .waitFor();
    await isShort(tree.getByRole("treeitem"));
  });
});

/** Waits until only what can be seen of something long is on the page. */
async function isShort(entries: Locator): Promise<void> {
  await eventually(async () => {
    const count = await entries.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(60);
  });
}

/** Presses a button that saves a file. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
