import type { Page } from "playwright-core";
import { bodyOf, useForms } from "./support";

const open = useForms();

const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const list = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });

test("each kind of input of a ticket is filled in and reaches the wire", async () => {
  const { page, run } = await open("actions/createTicket");

  // A pick list, live: what is picked is shown by its label, and its value is kept.
  await list(page, "Customer").fill("Jo");
  const first = page.getByRole("option", { name: /^Jo/ }).first();
  const name = (await first.innerText()).replace(/\s*\d+$/, "");
  await first.click();
  await page.getByText(`Picked: ${name}`).waitFor();
  const customer = await list(page, "Customer").inputValue();

  await text(page, "Subject").fill("Filled in on the page");
  await text(page, "Message Text").fill("Two\nlines");
  await list(page, "Priority").click();
  await page.getByRole("option", { name: "high", exact: true }).click();
  // Values of a list, one of which has a comma.
  for (const tag of ["late, again", "vip"]) {
    await list(page, "Tags").fill(tag);
    await list(page, "Tags").press("Enter");
  }
  await text(page, "Meta").fill('{"order": 12}');
  await text(page, "Created Datetime").fill("2026-02-01T08:00:00Z");

  const ran = await run();
  console.log(customer, JSON.stringify(ran.inputs), JSON.stringify(bodyOf(ran)), JSON.stringify(ran.failure));
});
