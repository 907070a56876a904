import { definition, hasValues, held, takes } from "../support/customFields";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** Fields of a kind that the connector does not know, so that values go as they were given. */
const both = [51, 52].map((id) => held(definition(id, `Field ${id}`, ["new", {}]), null));
const values = { data: [held(definition(51, "Colour", ["new", {}]), "Blue")] };

it("List Ticket Custom Fields reads the values of one ticket", async () => {
  gorgias().get("/api/tickets/7/custom-fields").reply(200, values);
  await expect(run("listTicketCustomFields", { ticket_id: "7" })).resolves.toEqual(values);
});

it("Delete Ticket Custom Field deletes one value and answers which", async () => {
  gorgias().delete("/api/tickets/7/custom-fields/51").reply(204);
  await expect(run("deleteTicketCustomField", { ticket_id: 7, id: "51" })).resolves.toEqual({
    id: 51,
    deleted: true,
  });
});

it.each([
  [{ ticket_id: "", id: 51 }, "Ticket ID: this input is required and was left blank."],
  [{ ticket_id: 7, id: "" }, "Custom Field ID: this input is required and was left blank."],
  [{ ticket_id: 7, id: "5/1" }, 'Custom Field ID: expected a whole number from 1, got "5/1".'],
])("Delete Ticket Custom Field refuses %j", async (inputs, message) => {
  await expect(failure("deleteTicketCustomField", inputs)).resolves.toMatchObject({ message });
});

describe("Update Ticket Custom Fields", () => {
  it.each([
    [
      "a JSON list",
      '[{"id":"51","value":"Blue"},{"id":52,"value":12}]',
      [
        { id: 51, value: "Blue" },
        { id: 52, value: 12 },
      ],
    ],
    ["a list", [{ id: 51, value: "12" }], [{ id: 51, value: "12" }]],
    ["one value alone", { id: 51, value: true }, [{ id: 51, value: true }]],
    [
      "an object of ID and value",
      '{"51":"Blue","52":false}',
      [
        { id: 51, value: "Blue" },
        { id: 52, value: false },
      ],
    ],
    [
      "a field that Gorgias added",
      [{ id: 51, value: 1, source: "api" }],
      [{ id: 51, value: 1, source: "api" }],
    ],
  ])("takes %s and sends a bare list", async (_, custom_fields, sent) => {
    hasValues("tickets/7", ...both);
    takes("tickets/7/custom-fields", sent, values);
    await expect(
      run("updateTicketCustomFields", { ticket_id: "7", custom_fields, replaceAll: true }),
    ).resolves.toEqual(values);
  });

  it.each([
    "true",
    " true ",
    "12",
    "3.10",
    '"12"',
    "007",
    "12345678901234567890",
    "Blue",
    " Blue ",
    12,
    false,
  ])("a row's value %j is sent as it is to a field of an unknown kind", async (typed) => {
    hasValues("tickets/7", ...both);
    takes("tickets/7/custom-fields", [{ id: 51, value: typed }], values);
    await run("updateTicketCustomFields", {
      ticket_id: 7,
      customFieldValues: [{ key: "51", value: typed }],
    });
  });

  it("sends what both inputs hold, rows last", async () => {
    hasValues("tickets/7", ...both);
    takes("tickets/7/custom-fields", [
      { id: 51, value: "Blue" },
      { id: 52, value: "2" },
    ]);
    await run("updateTicketCustomFields", {
      ticket_id: 7,
      custom_fields: { 51: "Blue" },
      customFieldValues: { 52: "2" },
    });
  });

  it.each([
    [{}, "Custom Fields: there is no value to set: fill in one of the inputs."],
    [
      { custom_fields: "[]", customFieldValues: [] },
      "Custom Fields: there is no value to set: fill in one of the inputs.",
    ],
    [
      { custom_fields: "{}" },
      "Custom Fields: there is no value to set: fill in one of the inputs.",
    ],
    [
      { custom_fields: "{" },
      "Custom Fields: expected JSON, got the end of the text at line 1, column 2.",
    ],
    [
      { custom_fields: { colour: "Blue" } },
      'Custom Fields[0].id: expected a number, got "colour".',
    ],
    [
      { custom_fields: [{ value: "Blue" }] },
      expect.stringMatching(/^Custom Fields\[0\]\.id: expected a /),
    ],
    [{ custom_fields: 51 }, "Custom Fields: expected a list, got 51."],
    [
      { customFieldValues: [{ key: "colour", value: "Blue" }] },
      'Custom Field Values: expected a whole number from 1, got "colour".',
    ],
    [
      { customFieldValues: [{ value: "Blue" }] },
      'Custom Field Values: expected a key-value list whose keys are filled in, got {"value":"Blue"}.',
    ],
    [
      {
        custom_fields: [
          { id: 51, value: ["Blue"] },
          { id: 52, value: {} },
        ],
      },
      'Custom Fields[0].value: expected text, a number, true or false, got ["Blue"].\nCustom Fields[1].value: expected text, a number, true or false, got {}.',
    ],
    [{ customFieldValues: "51" }, 'Custom Field Values: expected a key-value list, got "51".'],
  ])("refuses %j before any request", async (inputs, message) => {
    await expect(
      failure("updateTicketCustomFields", { ticket_id: 7, ...inputs }),
    ).resolves.toMatchObject({ name: "InputError", message });
  });
});
