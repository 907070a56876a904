import type { Locator } from "playwright-core";
import { eventually } from "../support/eventually";
import { clickSecond } from "../support/secondClick";
import { button } from "../support/workbench";
import { ended, list, option, pickFirst, text, useForms } from "./support";

const open = useForms();

/** Waits until a field holds something. */
const holds = (field: Locator, words: RegExp): Promise<void> =>
  eventually(async () => expect(await field.inputValue()).toMatch(words));

describe("what cannot be sent", () => {
  it("is said under its field as it is filled in, once the field was left", async () => {
    const { page } = await open("actions/createTicket");
    const field = text(page, "Created Datetime");
    await field.fill("yesterday");
    await field.blur();
    const said = page.getByText(/^Created Datetime: /);
    await said.waitFor();
    await field.and(page.locator("[aria-invalid=true]")).waitFor();
    await field.fill("2026-02-01");
    await said.waitFor({ state: "hidden" });
  });

  it("is said in a list when it is run all the same, and nothing is sent", async () => {
    const { page, runs } = await open("actions/createTicket");
    const before = (await runs()).length;
    await button(page, "Run").click();
    const summary = page.getByRole("alert").filter({ hasText: "Nothing was sent." });
    await summary.waitFor();
    // The first has the focus; from the list, one goes to any other.
    await list(page, "Customer").and(page.locator(":focus")).waitFor();
    await summary.getByRole("button", { name: /^Message Text/ }).click();
    await text(page, "Message Text").and(page.locator(":focus")).waitFor();
    expect((await runs()).length).toBe(before);
  });

  it("is said of JSON with its line and column, and only what is valid can be formatted", async () => {
    const { page } = await open("actions/createTicket");
    await text(page, "Meta").fill('{ "a": 12345678901234567890,\n  b: 2 }');
    await page.getByText(/^Line 2, column 3: This is no JSON\./).waitFor();
    await page.locator(".cm-lintRange-error").first().waitFor();
    await button(page, "Format Meta").and(page.locator(":disabled")).waitFor();
    await text(page, "Meta").fill('{"a":12345678901234567890}');
    await button(page, "Format Meta").click();
    const formatted = '"a": 12345678901234567890';
    await text(page, "Meta").filter({ hasText: formatted }).waitFor();
  });
});

test("a pick list takes what another field holds", async () => {
  const { page } = await open("actions/getTicketMessage");
  const ticket = await pickFirst(page, "Ticket ID");
  const [asked] = await Promise.all([
    page.waitForRequest(/api\/picks$/),
    list(page, "Message ID").click(),
  ]);
  expect(asked.postDataJSON()).toMatchObject({ inputs: { ticket_id: ticket } });
  await page.getByRole("option").first().click();
  await holds(list(page, "Message ID"), /^\d+$/);
});

describe("a read of an account that lets nobody read on for long", () => {
  const openLong = useForms({ tickets: 250, rateLimit: { capacity: 2, windowSeconds: 600 } });

  it("tells how far it is, and is cancelled", async () => {
    const { page, runs } = await openLong("actions/listTickets");
    await page.getByRole("switch", { name: "Fetch All", exact: true }).click();
    await button(page, "Run").click();
    await page.getByRole("progressbar", { name: "List Tickets is running" }).waitFor();
    await page.getByText(/· 100 items so far…$/).waitFor();
    const { length } = await runs();
    await button(page, "Cancel").click();
    await ended(page, length);
    const [last] = await runs();
    expect(last).toMatchObject({ key: "listTickets", status: "cancelled" });
  });
});

test("it runs by Ctrl and Enter, wherever one types", async () => {
  const { page, runs, last } = await open("actions/createTag");
  const { length } = await runs();
  await text(page, "Name").fill("made with the keyboard");
  await text(page, "Name").press("Control+Enter");
  await ended(page, length + 1);
  expect(await last()).toMatchObject({
    status: "succeeded",
    inputs: { name: "made with the keyboard" },
  });
});

describe("a press sends once", () => {
  it("where a key is held down", async () => {
    const { page, runs, last } = await open("actions/createTag");
    const { length } = await runs();
    const [field, run] = [text(page, "Name"), button(page, "Run")];
    const hold = async (name: string, target: Locator, number: number) => {
      await field.fill(name);
      await target.focus();
      await page.keyboard.down("Enter");
      await ended(page, length + number);
      expect((await last()).inputs).toEqual({ name });
      // It repeats.
      await page.keyboard.down("Enter");
      await page.keyboard.up("Enter");
    };
    await hold("in the field", field, 1);
    await hold("on the button", run, 2);
    await page.keyboard.down("Control");
    await hold("with Ctrl", run, 3);
    await page.keyboard.up("Control");
    await hold("at last", field, 4);
    const names = (await runs()).map(({ given }) => given);
    expect(names.slice(0, names.length - length)).toEqual([
      "name at last",
      "name with Ctrl",
      "name on the button",
      "name in the field",
    ]);
  });

  // The runs are numbered: one that was too many is seen by the number of the next.
  it("where it is clicked twice, in the form and in the history", async () => {
    const { page, runs } = await open("actions/getAccount");
    const { length } = await runs();
    await button(page, "Run").click();
    await ended(page, length + 1);
    await clickSecond(button(page, "Run"));
    await button(page, "Run").click();
    await ended(page, length + 2);
    await page.getByRole("tab", { name: /^History/ }).click();
    const again = page.getByRole("button", { name: /^Run again: Get Account/ }).first();
    await again.click();
    await ended(page, length + 3);
    await clickSecond(again);
    await again.click();
    await ended(page, length + 4);
  });

  it("and not at all while a dialog is open", async () => {
    const { page, runs } = await open("actions/listTags");
    const { length } = await runs();
    await button(page, "Run").press("Control+Enter");
    await ended(page, length + 1);
    await page.getByRole("grid").getByRole("row").nth(1).click();
    await page.getByRole("dialog").press("Control+Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await button(page, "Run").press("Control+Enter");
    await ended(page, length + 2);
  });
});

test.each([
  ["actions/getTicket", "Ticket ID"],
  ["actions/listUsers", "Roles"],
  ["actions/listTickets", "Order By"],
])("a list is opened by a click or an arrow, and closed by sending: %s", async (step, name) => {
  const { page } = await open(step);
  const field = list(page, name);
  const [isClosed, isOpen] = ["false", "true"].map((expanded) =>
    field.and(page.locator(`[aria-expanded=${expanded}]`)),
  );
  await field.focus();
  await isClosed?.waitFor();
  await field.press("ArrowDown");
  await isOpen?.waitFor();
  await field.press("Control+Enter");
  await isClosed?.waitFor();
});

test("a choice that is made again stays", async () => {
  const { page } = await open("triggers/pollChangesTrigger");
  await list(page, "Resource Type").click();
  await option(page, "tickets").click();
  await holds(list(page, "Resource Type"), /^tickets$/);
});

test("what is wrong since a run is said under its field alone", async () => {
  const { page, runs } = await open("actions/listTickets");
  const { length } = await runs();
  await button(page, "Run").click();
  await ended(page, length + 1);
  await text(page, "Limit").fill("abc");
  await text(page, "Limit").blur();
  await page.getByText(/^Limit: /).waitFor();
  expect(await page.getByRole("alert").filter({ hasText: "Nothing was sent." }).count()).toBe(0);
});

test("what was filled in is still there when one comes back, until it is reset", async () => {
  const { page } = await open("actions/createTicket");
  await text(page, "Subject").fill("Half done");
  await list(page, "Tags").fill("vip");
  await list(page, "Tags").press("Enter");
  await list(page, "Status").click();
  await option(page, "closed").click();
  await page.evaluate(() => {
    window.location.hash = "#/actions/listTickets";
  });
  await page.getByRole("heading", { name: "List Tickets", level: 2 }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Create Ticket", level: 2 }).waitFor();
  await holds(text(page, "Subject"), /^Half done$/);
  await holds(list(page, "Status"), /^closed$/);
  await page.getByRole("form").getByText("vip", { exact: true }).waitFor();

  await button(page, "Reset").click();
  await holds(text(page, "Subject"), /^$/);
  await holds(list(page, "Status"), /^open$/);
  await page.getByRole("form").getByText("vip", { exact: true }).waitFor({ state: "hidden" });
});
