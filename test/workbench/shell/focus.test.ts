import type { Page } from "playwright-core";
import { button, goTo, useWorkbench } from "../support/workbench";

const open = useWorkbench();

/** Waits until a button has the focus. */
const holds = (page: Page, name: string) =>
  button(page, name).and(page.locator(":focus")).waitFor();

/** Presses a button as the keyboard does. */
async function enter(page: Page, name: string): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press("Enter");
}

const said = (page: Page, words: RegExp) =>
  page.getByRole("form").getByRole("status").filter({ hasText: words }).waitFor();

describe("the focus stays on the page", () => {
  it("on Run while it runs and after, also where it was cancelled", async () => {
    const { page } = await open("actions/getAccount");
    await page.evaluate(
      async (fault) => {
        await fetch("api/sandbox/faults", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(fault),
        });
      },
      { kind: "slow", count: 2 },
    );
    await enter(page, "Run");
    await button(page, "Run").and(page.locator(":focus[aria-disabled=true]")).waitFor();
    // Pressed again, it begins no other.
    await page.keyboard.press("Enter");
    // Who sees the page sees its progress.
    await page
      .getByRole("status")
      .filter({ hasText: /^Run 1 is under way/ })
      .waitFor({ state: "attached" });
    await enter(page, "Cancel");
    await said(page, /^Run 1 was cancelled/);
    await holds(page, "Run");
    await page.keyboard.press("Enter");
    await said(page, /^Run 2 took/);
    await holds(page, "Run");
  });

  it("on what takes the place of Start and of Stop, and on Poll now", async () => {
    const { page } = await open("triggers/pollChangesTrigger");
    const polls = page.getByRole("table", { name: "Runs of this flow" }).getByRole("button");
    await enter(page, "Start");
    await holds(page, "Poll now");
    await polls.first().waitFor();
    await page.keyboard.press("Enter");
    await polls.nth(1).waitFor();
    await holds(page, "Poll now");
    await enter(page, "Stop");
    await holds(page, "Start again");

    await goTo(page, "triggers/ticketEventWebhook");
    await page.getByRole("combobox", { name: "Events" }).fill("ticket-created");
    await page.getByRole("option", { name: "ticket-created", exact: true }).click();
    await page.keyboard.press("Escape");
    await enter(page, "Start");
    await holds(page, "Stop");
    await page.keyboard.press("Enter");
    await holds(page, "Start again");
  });

  it("among the faults, where those that wait are taken back", async () => {
    const { page } = await open("actions/getAccount");
    await enter(page, "Faults");
    await enter(page, "Add fault");
    await button(page, "Remove faults").waitFor();
    await holds(page, "Add fault");
    await enter(page, "Remove faults");
    await page.getByText("No fault is waiting.").waitFor();
    await holds(page, "Add fault");
  });

  it("in a field, where something is taken out of it or the example is used", async () => {
    const { page } = await open("actions/uploadFiles");
    const choose = async (name: string, file: string) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), enter(page, name)]);
      await chooser.setFiles([{ name: file, mimeType: "text/plain", buffer: Buffer.from("A") }]);
    };
    await choose("Choose a file for File", "one.txt");
    await holds(page, "Remove one.txt from File");
    await page.keyboard.press("Enter");
    await holds(page, "Choose a file for File");
    await choose("Choose files for Files", "two.txt");
    await enter(page, "Remove two.txt from Files");
    await holds(page, "Choose files for Files");

    await goTo(page, "actions/rawRequest");
    await enter(page, "Add a row to Query Parameter");
    await enter(page, "Remove row 1 of Query Parameter");
    await holds(page, "Add a row to Query Parameter");
    await goTo(page, "actions/updateTicket");
    await enter(page, "Use the example for Snooze Datetime");
    await page
      .getByRole("textbox", { name: "Snooze Datetime", exact: true })
      .and(page.locator(":focus"))
      .waitFor();
  });

  it.each([1440, 360])(
    "on the step, where the one that is open is searched for at %i px",
    async (width) => {
      const { page } = await open("actions/getAccount", { viewport: { width, height: 740 } });
      await enter(page, "Run");
      await page.getByText("Get Account: Succeeded").waitFor();
      await page.keyboard.press("/");
      await page.getByRole("combobox", { name: "Search", exact: true }).fill("get account");
      await page.getByRole("option").first().getByText("Get Account").waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("main").and(page.locator(":focus")).waitFor();
      await button(page, "Run").waitFor();
    },
  );
});

test("a form that is refused says so in place of the run before", async () => {
  const { page } = await open("actions/getTicket");
  const id = page.getByRole("combobox", { name: "Ticket ID", exact: true });
  await id.click();
  await page.getByRole("option").first().click();
  await enter(page, "Run");
  await said(page, /^Run \d+ took/);
  await id.fill("");
  await page.keyboard.press("Escape");
  await enter(page, "Run");
  await said(page, /^Nothing was sent: 1 input has to be changed\.$/);
});

test("a result that takes the place of the form is what the page is about", async () => {
  const { page } = await open("actions/getAccount", { viewport: { width: 360, height: 740 } });
  await button(page, "Run").click();
  await page.getByRole("main", { name: "Result" }).and(page.locator(":focus")).waitFor();
  await page.getByText("Form", { exact: true }).click();
  await button(page, "Run").waitFor();
  expect(await page.getByRole("main").getByRole("form").count()).toBe(1);
});

test.each([
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
])("the bar with Run never covers what the keyboard is at: $width px", async (viewport) => {
  const { page } = await open("actions/createTicket", { viewport });
  await page.getByRole("combobox", { name: "Customer", exact: true }).focus();
  const covered = new Set<string>();
  do {
    const found = await page.evaluate(
      () =>
        new Promise<string | undefined>((resolve) => {
          // Once the page has been drawn.
          requestAnimationFrame(() => {
            const at = document.activeElement;
            const box = at?.getBoundingClientRect();
            const bar = document
              .querySelector("form button[type=submit]")
              ?.closest(".mantine-Paper-root");
            const top = bar?.getBoundingClientRect().top ?? 0;
            const isCovered = at && box && !bar?.contains(at) && box.bottom > top;
            resolve(isCovered ? `${at.id} ${box.bottom} ${top}` : undefined);
          });
        }),
    );
    if (found) covered.add(found);
    await page.keyboard.press("Tab");
  } while ((await button(page, "Run").and(page.locator(":focus")).count()) === 0);
  expect([...covered]).toEqual([]);
});
