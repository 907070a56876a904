import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

it.each([7, "7", " 7 ", "7.0", "7.000", 7n, "007"])("%p is the ID 7", async (id) => {
  gorgias().get("/api/tickets/7").reply(200, { id: 7 });
  await run("getTicket", { id });
});

it.each([
  7.5,
  "7.5",
  "1e3",
  "1.53E+08",
  "-7",
  0,
  "0.0",
  "7,0",
  "0x7",
  2 ** 53,
  "9007199254740993",
  true,
])("%p is no ID", async (id) => {
  await expect(failure("getTicket", { id })).resolves.toMatchObject({
    message: `Ticket ID: expected a whole number from 1, got ${JSON.stringify(id)}.`,
  });
});

it("an ID that a list of them has as text, with a point, or blank, is taken", async () => {
  gorgias().get("/api/tickets?ticket_ids=1&ticket_ids=2&ticket_ids=3").reply(200, page([]));
  await run("listTickets", { ticket_ids: ["1", " ", 2, null, "3.0"] });
});

describe("bounds below zero", () => {
  const field = { object_type: "Ticket", label: "Degrees", dataType: "number" };

  it.each([
    ["-5", -5],
    [-5, -5],
    [" -5.0 ", -5],
    ["-0", 0],
    ["0", 0],
  ])("Minimum %p is sent as %p", async (min, bound) => {
    gorgias()
      .post("/api/custom-fields", {
        object_type: "Ticket",
        label: "Degrees",
        definition: {
          data_type: "number",
          input_settings: { input_type: "input_number", min: bound, max: 10 },
        },
      })
      .reply(201, { id: 1 });
    await run("createCustomField", { ...field, min, max: "10" });
  });

  it.each(["-", "--5", "−5", "5-", "-1e3"])("Minimum %p is refused", async (min) => {
    await expect(failure("createCustomField", { ...field, min })).resolves.toMatchObject({
      message: `Minimum: expected a whole number, got ${JSON.stringify(min)}.`,
    });
  });

  it("are none for what has a bound of its own", async () => {
    await expect(failure("createCustomField", { ...field, priority: "-5" })).resolves.toMatchObject(
      {
        message: 'Priority: expected a whole number from 0 to 5000, got "-5".',
      },
    );
  });
});
