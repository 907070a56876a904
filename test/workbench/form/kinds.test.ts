import { barriersOn } from "../support/axe";
import { button } from "../support/workbench";
import { bodyOf, list, option, pickFirst, text, useForms } from "./support";

const open = useForms();

describe("what is filled in reaches the wire", () => {
  it("texts, a dropdown, a pick list, a list, JSON and a date", async () => {
    const { page, run } = await open("actions/createTicket");
    await list(page, "Customer").fill("an");
    await page.getByRole("option", { name: /an/i }).first().click();
    await page.getByText(/^Picked: .*an/i).waitFor();
    const id = Number(await list(page, "Customer").inputValue());
    await text(page, "Subject").fill("Filled in on the page");
    await text(page, "Message Text").fill("Two\nlines");
    await list(page, "Priority").click();
    await option(page, "high").click();
    for (const tag of ["late, again", "vip"]) {
      await list(page, "Tags").fill(tag);
      await list(page, "Tags").press("Enter");
    }
    await text(page, "Meta").fill('{"order": 12}');
    await text(page, "Created Datetime").fill("2026-02-01T08:00:00Z");

    expect(bodyOf(await run())).toMatchObject({
      customer: { id },
      subject: "Filled in on the page",
      status: "open",
      priority: "high",
      tags: [{ name: "late, again" }, { name: "vip" }],
      meta: { order: 12 },
      messages: [{ sender: { id }, body_text: "Two\nlines" }],
      created_datetime: "2026-02-01T08:00:00Z",
    });
  });

  it("rows of keys and values, one of which was taken away again", async () => {
    const { page, run } = await open("actions/rawRequest");
    await text(page, "URL").fill("/tickets");
    await list(page, "Method").click();
    await option(page, "GET").click();
    for (const [index, [key, value]] of [
      ["limit", "1"],
      ["trashed", "true"],
      ["order_by", "created_datetime:asc"],
    ].entries()) {
      await button(page, "Add a row to Query Parameter").click();
      await text(page, `Query Parameter, row ${index + 1}: Key`).fill(`${key}`);
      await text(page, `Query Parameter, row ${index + 1}: Value`).fill(`${value}`);
    }
    await button(page, "Remove row 2 of Query Parameter").click();

    const { exchanges } = await run();
    expect(exchanges.map(({ path }) => path)).toEqual([
      "/api/tickets?limit=1&order_by=created_datetime%3Aasc",
    ]);
  });

  it("several choices and a toggle", async () => {
    const { page, run } = await open("actions/listUsers");
    await list(page, "Roles").click();
    await option(page, "admin").click();
    await option(page, "lite-agent").click();
    await page.keyboard.press("Escape");
    await page.getByRole("switch", { name: "Fetch All", exact: true }).click();
    const { inputs, exchanges } = await run();
    expect(inputs).toEqual({ roles: ["admin", "lite-agent"], fetchAll: "true" });
    expect(exchanges[0]?.path).toContain("roles=admin&roles=lite-agent");
  });

  it("values of a pick list, shown by their labels", async () => {
    const { page, run } = await open("actions/updateTicket");
    const ticket = await pickFirst(page, "Ticket ID");
    await list(page, "Tags").fill("ship");
    await page.getByRole("option", { name: /ship/i }).first().click();
    const { exchanges } = await run();
    const sent = exchanges.find(({ method }) => method === "PUT");
    expect(sent?.path).toBe(`/api/tickets/${ticket}`);
    expect(sent?.request.body).toMatchObject({ tags: [{ name: expect.stringMatching(/ship/i) }] });
  });

  it("a file that is dropped, and files with their names", async () => {
    const { page, run } = await open("actions/uploadFiles");
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["Hello"], "hello.txt", { type: "text/plain" }));
      return data;
    });
    const zone = page.getByText("or drop it here");
    const two = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["A"], "a.txt", { type: "text/plain" }));
      data.items.add(new File(["B"], "b.txt", { type: "text/plain" }));
      return data;
    });
    await zone.dispatchEvent("drop", { dataTransfer: two });
    await page.getByRole("alert").getByText("Drop one file.").waitFor();
    await zone.dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("hello.txt").waitFor();
    expect((await run()).status).toBe("succeeded");
    await button(page, "Remove hello.txt from File").click();

    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      button(page, "Choose files for Files").click(),
    ]);
    await chooser.setFiles([
      { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("A") },
      { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("B") },
    ]);
    await text(page, "Files, row 2: File Name").fill("second.txt");
    const { exchanges } = await run();
    expect(exchanges[0]?.response?.body).toMatchObject([
      { name: "a.txt", size: 1 },
      { name: "second.txt", size: 1 },
    ]);
  });

  it("passwords, which are shown nowhere", async () => {
    const { page, run } = await open("actions/updateUser");
    await pickFirst(page, "User ID");
    await text(page, "Name").fill("Someone");
    for (const name of ["New Password", "Password Confirmation"]) {
      await page.getByLabel(name, { exact: true }).fill("correct horse battery");
    }
    expect(bodyOf(await run())).toEqual({
      name: "Someone",
      new_password: "***",
      password_confirmation: "***",
    });
    expect(await page.locator("body").innerText()).not.toContain("correct horse");
  });

  it("a date that is chosen in the calendar, in UTC", async () => {
    const { page, run } = await open("actions/updateTicket");
    await pickFirst(page, "Ticket ID");
    await text(page, "Snooze Datetime").fill("2031-05-20T10:00:00Z");
    await button(page, "Choose Snooze Datetime in a calendar").click();
    await page
      .getByRole("dialog", { name: "Snooze Datetime, in your time zone (" })
      .getByText("in your time zone")
      .waitFor();
    await button(page, "Next month").click();
    await button(page, "Previous month").click();
    expect(await barriersOn(page, "[role=dialog]")).toEqual([]);
    await button(page, "21 May 2031").click();
    await button(page, "Done").click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const { inputs } = await run();
    expect(inputs.snooze_datetime).toMatch(/^2031-05-21T\d\d:00:00Z$/);
  });
});
