import type { Page } from "playwright-core";
import { inSandbox } from "./support/sandbox";
import { goTo, useWorkbench } from "./support/workbench";

const open = useWorkbench({ tickets: 40 });

const field = (page: Page, name: string) =>
  page
    .getByRole("textbox", { name, exact: true })
    .or(page.getByRole("combobox", { name, exact: true }));

const result = (page: Page) => page.getByRole("complementary", { name: "Result" });

/** Fills in a step, runs it, and waits until the result is of it. */
async function run(page: Page, label: string, inputs: Readonly<Record<string, string>>) {
  await page.getByRole("form", { name: label, exact: true }).waitFor();
  for (const [name, text] of Object.entries(inputs)) {
    await field(page, name).fill(text);
    await field(page, name).press("Tab");
  }
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await result(page)
    .getByText(new RegExp(`^${label}: Succeeded`))
    .waitFor();
}

test("a builder creates a ticket, replies to it, adds a tag and closes it", async () => {
  const { page } = await open("actions/createTicket");
  await run(page, "Create Ticket", {
    Customer: "robin@example.com",
    Subject: "Where is my order?",
    "Message Text": "It should have come on Monday.",
    "Message To": "support@example.com",
  });
  const id = await result(page)
    .getByRole("row", { name: /^id / })
    .first()
    .getByRole("cell")
    .innerText();
  await goTo(page, "actions/replyToTicket");
  await run(page, "Reply to Ticket", { "Ticket ID": id, Text: "It comes tomorrow." });
  await goTo(page, "actions/addTicketTags");
  await run(page, "Add Ticket Tags", { "Ticket ID": id, "Tag Names": "late parcel" });
  await goTo(page, "actions/closeTicket");
  await run(page, "Close Ticket", { "Ticket ID": id });

  expect(await inSandbox(`tickets/${id}`)).toMatchObject({
    subject: "Where is my order?",
    status: "closed",
    customer: { email: "robin@example.com" },
    tags: [{ name: "late parcel" }],
    messages: [
      { from_agent: false, body_text: "It should have come on Monday." },
      { from_agent: true, body_text: "It comes tomorrow." },
    ],
  });
});
