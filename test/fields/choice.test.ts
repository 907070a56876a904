import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

it.each(["open", "Open", " OPEN ", "oPen"])("the status %j is open", async (status) => {
  gorgias().put("/api/tickets/7", { status: "open" }).reply(202, {});
  await run("updateTicket", { id: 7, status });
});

it.each(["opened", "o", "open closed"])("the status %j is none", async (status) => {
  await expect(failure("updateTicket", { id: 7, status })).resolves.toMatchObject({
    message: `Status: expected one of open, closed, got ${JSON.stringify(status)}.`,
  });
});

it("a choice is sent as Gorgias writes it, in a list as well", async () => {
  gorgias().get("/api/tickets/7?relationships=custom_fields").reply(200, { id: 7 });
  await run("getTicket", { id: 7, relationships: "Custom_Fields" });
  gorgias().get("/api/custom-fields?object_type=Ticket").reply(200, { data: [], meta: {} });
  await run("listCustomFields", { object_type: "ticket" });
});

it.each([true, "true", "True", " TRUE ", "yes", "Yes", "on", "1", 1])(
  "%p means yes",
  async (spam) => {
    gorgias().put("/api/tickets/7", { spam: true }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", spam });
  },
);

it.each([false, "false", "FALSE", "no", "No", "off", "0", 0])("%p means no", async (spam) => {
  gorgias().put("/api/tickets/7", { spam: false }).reply(202, {});
  await run("updateTicket", { id: 7, status: "", spam });
});

it.each([2, "2", "y", "maybe", [true], { yes: true }, 1n])("%p is neither", async (spam) => {
  await expect(failure("updateTicket", { id: 7, status: "", spam })).resolves.toMatchObject({
    message: expect.stringMatching(/^Spam: expected true or false, got /),
  });
});
