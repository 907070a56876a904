import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import { builtComponent } from "../support/bundle";
import { newLog } from "../support/steps";

const component = builtComponent();
const harness = createHarness(component);

type Given = Readonly<Record<string, unknown>>;

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

const inputsOf = (key: string) =>
  (component.actions[key]?.inputs ?? []).filter(({ type }) => type !== "connection");

/** What somebody has who types each starred input's example, and leaves the others alone. */
function starred(key: string): Given {
  return Object.fromEntries(
    inputsOf(key).map((input) => [
      input.key,
      input.required ? input.default || input.example : (input.default ?? ""),
    ]),
  );
}

const exampleOf = (key: string, name: string): Given => ({
  [name]: inputsOf(key).find((input) => input.key === name)?.example,
});

async function run(key: string, given: Given): Promise<unknown> {
  const connection = {
    key: "gorgias-api-key",
    configVarKey: "Gorgias",
    fields: { domain: "acme", ...sandbox.credentials },
  };
  const { logger } = newLog();
  const result = await harness.action(key, { connection, ...given }, { logger });
  return (result as { data: unknown }).data;
}

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
    expect(await run(key, { ...starred(key), ...exampleOf(key, name) })).not.toBeUndefined();
  },
);

const extensible = keys.filter((key) =>
  inputsOf(key).some((input) => input.key === "additionalFields"),
);

it.each(extensible)("%s takes the example of its own Additional Fields", async (key) => {
  const [name] = [ONE_OF_SEVERAL[key]].filter((one) => one !== undefined);
  const given = {
    ...starred(key),
    ...(name && exampleOf(key, name)),
    ...exampleOf(key, "additionalFields"),
  };
  expect(await run(key, given)).not.toBeUndefined();
});
