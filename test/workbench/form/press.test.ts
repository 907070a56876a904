import type { Page } from "playwright-core";
import { button, useWorkbench } from "../support/workbench";
import { list, text } from "./support";

const open = useWorkbench();

/** Opens a step's form, and waits until the connector has said what it has against it. */
async function formOf(step: string): Promise<Page> {
  const { page } = await open();
  const checked = page.waitForResponse(/api\/check$/);
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${step}`);
  await (await checked).finished();
  return page;
}

/** Presses a button as a person does, which leaves the field above it while the button is down. */
async function press(page: Page, name: string): Promise<void> {
  const target = button(page, name);
  const place = await target.boundingBox();
  if (!place) {
    throw new Error(`${name} is not on the page.`);
  }
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await target.and(page.locator(":focus")).waitFor();
  // A button that is down is drawn one pixel lower.
  expect(await target.boundingBox()).toEqual({ ...place, y: place.y + 1 });
  await page.mouse.up();
}

describe("a button that is pressed while a field above it has the focus stays under the pointer", () => {
  it("where what is wrong with the field is said once it is left", async () => {
    const page = await formOf("triggers/ticketEventWebhook");
    await list(page, "Events").focus();
    await press(page, "Start");
    await page
      .getByRole("alert")
      .getByText(/^Events: /)
      .waitFor();
    await page
      .locator("#input-events-error")
      .getByText(/^Events: /)
      .waitFor();
  });

  it("in a connection", async () => {
    const page = await formOf("connections/gorgias-api-key");
    await text(page, "Domain").focus();
    await press(page, "Use this connection");
    await page.getByRole("alert").filter({ hasText: "Nothing was sent." }).waitFor();
  });

  it("where a search ends", async () => {
    const page = await formOf("actions/deleteTags");
    await list(page, "Tag IDs").fill("no such tag");
    await page.getByText("Nothing was found.").waitFor();
    await press(page, "Run");
    await page.getByRole("alert").filter({ hasText: "Nothing was sent." }).waitFor();
  });
});

test("a field is not refused for what stood in it before", async () => {
  const page = await formOf("actions/createTicket");
  let answer = () => {};
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/api\/check$/, async (route) => {
    await isHeld;
    await route.continue();
  });
  const asked = page.waitForRequest(/api\/check$/);
  await text(page, "Message Text").fill("Hello");
  await list(page, "Customer").focus();
  await text(page, "Subject").focus();
  await asked;
  expect(await page.getByText(/^(?:Message Text|Customer): /).count()).toBe(0);
  answer();
  await page.getByText(/^Customer: /).waitFor();
  expect(await page.getByText(/^Message Text: /).count()).toBe(0);
});
