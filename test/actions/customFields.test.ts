import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const text = { data_type: "text", input_settings: { input_type: "input" } };
const least = { object_type: "Ticket", label: "Colour" };

describe("Create Custom Field", () => {
  it("sends every input under Gorgias' own name", async () => {
    const settings = {
      description: "Its colour.",
      external_id: "F-1",
      priority: 3,
      required: false,
      managed_type: "product",
      deactivated_datetime: "2026-01-01T00:00:00Z",
    };
    gorgias()
      .post("/api/custom-fields", { ...least, definition: text, ...settings, brand_new: 1 })
      .reply(201, { id: 51 });
    await expect(
      run("createCustomField", {
        ...least,
        definition: JSON.stringify(text),
        ...settings,
        priority: "3",
        required: "false",
        deactivated_datetime: "2026-01-01",
        additionalFields: { brand_new: 1 },
      }),
    ).resolves.toEqual({ id: 51 });
  });

  it.each([
    ["ai_escalation", "ai_escalation"],
    [" AI_Intent", "ai_intent"],
  ])("takes the Managed Type %j, which may be newer than the list", async (managed_type, sent) => {
    gorgias()
      .post("/api/custom-fields", { ...least, definition: text, managed_type: sent })
      .reply(201, {});
    await run("createCustomField", { ...least, definition: text, managed_type });
    gorgias().put("/api/custom-fields/51", { managed_type: sent }).reply(202, {});
    await run("updateCustomField", { id: 51, managed_type });
  });

  it.each([
    [{}, text],
    [{ dataType: "text" }, text],
    [
      { dataType: "text", placeholder: "Blue?" },
      { data_type: "text", input_settings: { input_type: "input", placeholder: "Blue?" } },
    ],
    [
      { dataType: "text", choices: ["Blue", "Red"] },
      { data_type: "text", input_settings: { input_type: "dropdown", choices: ["Blue", "Red"] } },
    ],
    [
      { dataType: "number", min: "0", max: 10, placeholder: "1" },
      {
        data_type: "number",
        input_settings: { input_type: "input_number", placeholder: "1", min: 0, max: 10 },
      },
    ],
    [{ dataType: "boolean" }, { data_type: "boolean", input_settings: { input_type: "dropdown" } }],
  ])("makes a definition of the form %j", async (form, definition) => {
    gorgias()
      .post("/api/custom-fields", { ...least, definition })
      .reply(201, {});
    await run("createCustomField", { ...least, ...form });
  });

  it.each([
    [
      { definition: text, dataType: "text" },
      "Definition: cannot be combined with Data Type and its inputs.",
    ],
    [{ choices: "Blue" }, "Choices: goes with a Data Type: choose one."],
    [{ dataType: "number", choices: "1" }, "Choices: does not go with Data Type number."],
    [{ dataType: "text", min: 1 }, "Minimum: does not go with Data Type text."],
    [
      { dataType: "text", choices: "Blue", placeholder: "?" },
      "Placeholder: does not go with Data Type text.",
    ],
    [{ dataType: "boolean", max: 1 }, "Maximum: does not go with Data Type boolean."],
    [
      { definition: {} },
      "Definition.data_type: expected text, got nothing.\nDefinition.input_settings: expected an object, got nothing.",
    ],
    [{ dataType: "date" }, 'Data Type: expected one of text, number, boolean, got "date".'],
    [{ priority: 5001 }, "Priority: expected a whole number from 0 to 5000, got 5001."],
    [{ label: "" }, "Label: this input is required and was left blank."],
    [{ object_type: "Tag" }, 'Object Type: expected one of Ticket, Customer, got "Tag".'],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("createCustomField", { ...least, ...inputs })).resolves.toMatchObject({
      name: "InputError",
      message,
    });
  });
});

it("Get Custom Field reads a definition", async () => {
  gorgias().get("/api/custom-fields/51").reply(200, { id: 51 });
  await expect(run("getCustomField", { id: 51 })).resolves.toEqual({ id: 51 });
});

it("List Custom Fields sends its filters", async () => {
  gorgias()
    .get(
      "/api/custom-fields?object_type=Customer&search=col&archived=false&order_by=priority%3Adesc&limit=5",
    )
    .reply(200, page([]));
  await run("listCustomFields", {
    object_type: "Customer",
    search: "col",
    archived: "false",
    order_by: "priority:desc",
    limit: 5,
  });
});

it("Update Custom Field sends what was filled in and nothing else", async () => {
  gorgias().put("/api/custom-fields/51", { priority: 0 }).reply(200, { id: 51 });
  await expect(run("updateCustomField", { id: 51, priority: "0" })).resolves.toEqual({ id: 51 });
});

it("Update Custom Fields sends a bare list", async () => {
  const fields = [
    { id: 51, priority: 1 },
    { id: 52, label: "Size", deactivated_datetime: null },
  ];
  gorgias().put("/api/custom-fields", JSON.stringify(fields)).reply(200, { data: fields });
  await run("updateCustomFields", { fields });
});

it.each([
  ["", "Fields: this input is required and was left blank."],
  ['[{"priority":1}]', "Fields[0].id: expected a number, got nothing."],
  ['[{"id":0}]', "Fields[0].id: expected a number of at least 1, got 0."],
])("Update Custom Fields refuses %j", async (fields, message) => {
  await expect(failure("updateCustomFields", { fields })).resolves.toMatchObject({ message });
});
