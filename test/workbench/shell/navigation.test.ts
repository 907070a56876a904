import type { Page } from "playwright-core";
import { barriersOn } from "../support/axe";
import { eventually } from "../support/eventually";
import { goTo, useWorkbench } from "../support/workbench";

const open = useWorkbench({ tickets: 20 });

const search = (page: Page) => page.getByRole("combobox", { name: "Search", exact: true });
const step = (page: Page, name: string) =>
  page.getByRole("heading", { level: 2, name, exact: true });
const main = (page: Page) => page.getByRole("main");
const focused = (page: Page) => page.locator(":focus");
const result = (page: Page) => page.getByRole("complementary", { name: "Result" });

/** The names of what a search finds, the best first, each with what it does. */
async function found(page: Page, words: string): Promise<readonly string[]> {
  const told = page
    .getByRole("status")
    .filter({ hasText: /^(?:\d+ results?|Nothing was found\.)$/ });
  await search(page).fill("");
  await told.waitFor({ state: "detached" });
  await search(page).fill(words);
  await told.waitFor();
  return page
    .getByRole("option")
    .evaluateAll((options) =>
      options.map((one) => `${one.ariaDescription} ${one.querySelector("p")?.textContent}`),
    );
}

test("a step is found by its name, its key, its endpoint, or a word of its description", async () => {
  const { page } = await open();
  expect((await found(page, "get ticket"))[0]).toBe("GET Get Ticket");
  expect((await found(page, "createTicket"))[0]).toBe("POST Create Ticket");
  expect((await found(page, "POST /api/tickets"))[0]).toBe("POST Create Ticket");
  expect((await found(page, "GET /tickets/153006867"))[0]).toBe("GET Get Ticket");
  expect((await found(page, "/tickets/{id}")).slice(0, 6).sort()).toEqual([
    "DELETE Delete Ticket",
    "GET Get Ticket",
    "PUT Assign Ticket",
    "PUT Close Ticket",
    "PUT Snooze Ticket",
    "PUT Update Ticket",
  ]);
  expect(await found(page, "spreadsheet")).toEqual(["READ Export List"]);
  expect((await found(page, "webhook"))[0]).toBe("WRITE Ticket Event Webhook");
  // What a word names goes before what only has to do with it.
  expect((await found(page, "ticket")).slice(0, 2).sort()).toEqual([
    "GET List Tickets",
    "POST Create Ticket",
  ]);
  // A slip of the finger.
  expect((await found(page, "custmoer")).join()).toContain("Customer");
  expect(await found(page, "xylophone")).toEqual([]);
  await page.getByText("Nothing was found.").waitFor();
});

test("a step is found, opened, filled in and run with the keyboard alone", async () => {
  const { page } = await open();
  await step(page, "Try the Gorgias connector").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("list tag");
  await page.getByRole("option").first().getByText("List Tags").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await step(page, "List Tags").waitFor();
  await eventually(async () =>
    expect(await page.title()).toBe("List Tags · Gorgias connector workbench"),
  );
  // The focus is where the step begins.
  await main(page).and(focused(page)).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("ship");
  await page.keyboard.press("Control+Enter");
  await result(page).getByRole("status").filter({ hasText: ": Succeeded" }).waitFor();

  // And on: from anywhere, even out of a field.
  await page.keyboard.press("Control+k");
  await search(page).and(focused(page)).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Tickets", exact: true }).waitFor();
  await eventually(async () => expect(await search(page).inputValue()).toBe(""));
});

test("what is in the navigation says what it does, and which step is open", async () => {
  const { page } = await open();
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("button", { name: "Tickets", exact: true }).click();
  const link = steps.getByRole("link", { name: "Delete Ticket", exact: true });
  await link.and(page.locator('[aria-description="DELETE"]:not([aria-current])')).waitFor();
  await link.click();
  await step(page, "Delete Ticket").waitFor();
  await link.and(page.locator('[aria-current="page"]')).waitFor();
  await page.goBack();
  await step(page, "Try the Gorgias connector").waitFor();
});

test("the step that is open is in sight in the navigation", async () => {
  const { page } = await open("actions/rawRequest");
  const steps = page.getByRole("navigation", { name: "Steps" });
  const isInSight = (name: string) =>
    eventually(async () => {
      const link = await steps.getByRole("link", { name, exact: true }).boundingBox();
      const below = await steps.getByRole("radiogroup", { name: "Appearance" }).boundingBox();
      expect(link && below && below.y - link.y - link.height).toBeGreaterThanOrEqual(0);
      expect(link?.y).toBeGreaterThan(0);
    });
  await isInSight("Raw Request");
  await goTo(page, "actions/getAccount");
  await isInSight("Get Account");
  await goTo(page, "connections/gorgias-api-key");
  await isInSight("Gorgias API Key");
});

test("the page has an icon", async () => {
  const { page } = await open();
  const type = await page.evaluate(async () => {
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    const response = await fetch(`${icon?.href}`);
    return response.ok && response.headers.get("content-type");
  });
  expect(type).toBe("image/png");
});

test("where a result takes the place of the form, the navigation stays beside it", async () => {
  const { page } = await open("actions/listTickets", { viewport: { width: 1024, height: 740 } });
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const shown = page.getByRole("main", { name: "Result" });
  await shown.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("/");
  await search(page).and(focused(page)).waitFor();
  const [left, right] = await Promise.all([
    page.getByRole("navigation", { name: "Steps" }).boundingBox(),
    shown.boundingBox(),
  ]);
  expect(left && right && right.x - left.x - left.width).toBeGreaterThanOrEqual(0);
  // The form behind it does not scroll.
  const root = await page.evaluate(() => ({
    overflow: getComputedStyle(document.documentElement).overflowY,
    width: document.documentElement.scrollWidth,
  }));
  expect(root).toEqual({ overflow: "hidden", width: 1024 });
  expect(await barriersOn(page)).toEqual([]);
});

test("the keyboard can go over the navigation", async () => {
  const { page } = await open();
  await step(page, "Try the Gorgias connector").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await main(page).and(focused(page)).waitFor();
});

test("on a phone the navigation is a drawer, and a run that has ended shows its result", async () => {
  const { page } = await open("", { viewport: { width: 360, height: 740 } });
  await page.getByRole("button", { name: "Open the navigation" }).click();
  await search(page).fill("get account");
  await page.getByRole("option", { name: "Get Account" }).click();
  await step(page, "Get Account").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const shown = page.getByRole("main", { name: "Result" });
  await shown.getByRole("status").filter({ hasText: ": Succeeded" }).waitFor();
  await shown.and(focused(page)).waitFor();
  await page.waitForFunction(() => document.documentElement.scrollWidth === 360);
  await page.getByText("Form", { exact: true }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
});

test("the drawer is closed by its button and by Escape, which first clears the search", async () => {
  const { page } = await open("actions/getAccount", { viewport: { width: 360, height: 740 } });
  const burger = page.getByRole("button", { name: "Open the navigation" });
  const drawer = page.getByRole("dialog", { name: "Navigation" });
  await burger.click();
  expect(await found(page, "xylophone")).toEqual([]);
  await page.keyboard.press("Escape");
  await eventually(async () => expect(await search(page).inputValue()).toBe(""));
  await search(page).and(focused(page)).waitFor();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await burger.and(focused(page)).waitFor();

  await burger.click();
  await drawer.getByRole("button", { name: "Close the navigation" }).click();
  await drawer.waitFor({ state: "detached" });
  await burger.and(focused(page)).waitFor();
});

test("light and dark are chosen, and kept", async () => {
  const { page } = await open("", { colorScheme: "light" });
  const isDark = () =>
    page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === "dark");
  await page.getByText("Dark", { exact: true }).click();
  await isDark();
  await page.reload();
  await page.getByText("Dark", { exact: true }).waitFor();
  await isDark();
});

test.each(
  ([360, 1440] as const).flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
  ),
)("axe finds nothing at $width pixels in $colorScheme", async ({ width, colorScheme }) => {
  const { page } = await open("", { viewport: { width, height: 900 }, colorScheme });
  await step(page, "Try the Gorgias connector").waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.keyboard.press("/");
  await found(page, "get ticket");
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole("option").first().click();
  await step(page, "Try the Gorgias connector").waitFor({ state: "detached" });
  expect(await barriersOn(page)).toEqual([]);
});
