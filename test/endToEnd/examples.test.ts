import { type Sandbox, startSandbox } from "../../sandbox";
import { component, examples, type Given, inputsOf, runOn, starred } from "../support/forms";

/** What is filled in beside the starred inputs, where no single input can be starred: one of them has to be. */
const ONE_OF_SEVERAL: Readonly<Record<string, string>> = {
  addInternalNote: "text",
  addTicketTags: "names",
  assignTicket: "assignee_user",
  createCustomer: "email",
  downloadFile: "attachmentUrl",
  findOrCreateCustomer: "email",
  removeTicketTags: "names",
  replyToTicket: "text",
  setTicketTags: "names",
  snoozeTicket: "snoozeFor",
  updateCustomerCustomFieldValues: "custom_fields",
  updateRulesPriorities: "priorities",
  updateTicketCustomFields: "custom_fields",
  uploadFiles: "file",
};

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ tickets: 30, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
});

afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

const run = (key: string, given: Given) => runOn(sandbox, key, given);

const keys = Object.keys(component.actions);

it.each(keys.filter((key) => !(key in ONE_OF_SEVERAL)))(
  "%s succeeds with its starred inputs alone, filled with their examples",
  async (key) => {
    expect(await run(key, starred(key))).not.toBeUndefined();
  },
);

it.each(Object.entries(ONE_OF_SEVERAL))(
  "%s asks for one of several inputs before any request, and succeeds with the example of %s",
  async (key, name) => {
    await expect(run(key, starred(key))).rejects.toThrow(/blank|needed|missing|filled in|fill in/i);
    expect(sandbox.requests).toEqual([]);
    expect(await run(key, { ...starred(key), ...examples(key, name) })).not.toBeUndefined();
  },
);

const extensible = keys.filter((key) =>
  inputsOf(key).some((input) => input.key === "additionalFields"),
);

it.each(extensible)("%s takes the example of its own Additional Fields", async (key) => {
  const [name] = [ONE_OF_SEVERAL[key]].filter((one) => one !== undefined);
  const given = {
    ...starred(key),
    ...(name && examples(key, name)),
    ...examples(key, "additionalFields"),
  };
  expect(await run(key, given)).not.toBeUndefined();
});
