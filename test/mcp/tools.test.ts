import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { operations } from "../../src/mcp/tools/operations";
import { PREFIX } from "../../src/mcp/tools/tool";
import contract from "../contract/mcp-customers.json";
import {
  type Caller,
  overHttp,
  overStdio,
  serverFor,
  textOf,
  customersTools as tools,
} from "./clients";

/** A JSON Schema as the contract writes types: `object[]`. */
interface Listed {
  readonly type?: string;
  readonly items?: Listed;
  readonly description?: string;
}

const parameters = contract.tools.flatMap(({ name, params }) =>
  params.map((one) => ({ tool: name, ...one })),
);

it("the contract has 25 tools and 111 parameters", () => {
  expect(contract.tools).toHaveLength(25);
  expect(parameters).toHaveLength(111);
});

/** What the contract's names promise; a tool that only reads says nothing more. */
function hintsOf(name: string) {
  return /_(get|list|download|search|post_api_(stats|reporting))/.test(name)
    ? { readOnlyHint: true }
    : {
        readOnlyHint: false,
        destructiveHint: /_(update|delete|merge)_/.test(name),
        idempotentHint: !/_(create|post_api_upload)/.test(name),
      };
}

let sandbox: Sandbox;
let server: Listening;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 40, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await server.close();
  await sandbox.close();
});

describe.each(["stdio", "HTTP"])("over %s", (transport) => {
  let caller: Caller;
  let listed: Awaited<ReturnType<Caller["client"]["listTools"]>>["tools"];

  beforeAll(async () => {
    caller = await (transport === "stdio" ? overStdio(sandbox) : overHttp(server.url));
    listed = (await caller.client.listTools()).tools;
  });
  afterAll(() => caller.close());

  const toolNamed = (name: string) => listed.find((one) => one.name === name);

  it("the tools are the contract's, in its order", () => {
    expect(listed.map(({ name }) => name)).toEqual(contract.tools.map(({ name }) => name));
  });

  it.each(contract.tools)("$name lists the contract's parameters and no other", (tool) => {
    const { properties = {}, required = [] } = toolNamed(tool.name)?.inputSchema ?? {};
    expect(Object.keys(properties)).toEqual(tool.params.map(({ name }) => name));
    expect([...required].sort()).toEqual(
      tool.params.flatMap(({ name, required }) => (required ? [name] : [])).sort(),
    );
  });

  it.each(parameters)("$tool takes $name as $type", ({ tool, name, type }) => {
    const schema = toolNamed(tool)?.inputSchema.properties?.[name] as Listed;
    expect(schema.type === "array" ? `${schema.items?.type}[]` : schema.type).toBe(type);
    expect(schema.description).toMatch(/\.$/);
  });

  it.each(contract.tools)("$name says what kind of tool it is", ({ name }) => {
    const { action } = tools.find((one) => one.name === name) ?? {};
    expect(toolNamed(name)).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{40,}\.$/),
      title: action?.label,
      annotations: hintsOf(name),
    });
  });

  describe.each(contract.tools.map(({ name }) => name.slice(PREFIX.length)))("%s", (tool) => {
    it("does what it is for", async () => {
      const prepare = SUCCESS[tool] ?? (() => Promise.reject(new Error("There is no case.")));
      const { given, answers } = await prepare(caller);
      const result = await caller.call(tool, given);
      expect(result).toMatchObject({ structuredContent: answers });
      expect(result.isError).toBeUndefined();
      expect(JSON.parse(textOf(result))).toEqual(result.structuredContent);
    });

    it("says what is wrong with an argument, and asks Gorgias nothing", async () => {
      const [given, words] = FAILURE[tool] ?? [];
      const before = sandbox.requests.length;
      const result = await caller.call(tool, given);
      expect(result.isError).toBe(true);
      expect(textOf(result)).toMatch(words ?? /^$/);
      expect(sandbox.requests).toHaveLength(before);
    });

    it("knows the arguments that it takes", async () => {
      const result = await caller.call(tool, { colour: "blue" });
      expect(textOf(result)).toMatch(/^colour: there is no such argument\. There are: \w+/);
    });
  });
});

it("whatever a tool offers is an input of its action", () => {
  for (const tool of tools) {
    expect(Object.values(operations)).toContain(tool.action);
    for (const { field, input, isFurther } of tool.parameters) {
      const own = tool.action.inputs[input];
      if (isFurther) {
        expect(own).toBeUndefined();
        expect(tool.action.inputs).toHaveProperty("additionalFields");
        continue;
      }
      // One that only the tool requires is the input with that one difference.
      expect(field === own || { ...field.display, required: undefined }).toEqual(
        field === own || { ...own?.display, required: undefined },
      );
    }
  }
});

// biome-ignore lint/suspicious/noExplicitAny: what Gorgias answers is read as a model reads it
type Answered = any;

type Prepared = { readonly given: Record<string, unknown>; readonly answers: unknown };

let number = 0;
const unique = () => `${process.pid}-${++number}`;

async function answered(caller: Caller, tool: string, given: object): Promise<Answered> {
  const result = await caller.call(tool, { ...given });
  expect(result.isError).toBeUndefined();
  return result.structuredContent;
}

const newCustomer = (caller: Caller) => {
  const address = `jo.${unique()}@example.com`;
  return answered(caller, "create_customer", {
    name: "Jo Martin",
    email: address,
    channels: [{ type: "email", address }],
  });
};

const newField = (caller: Caller) =>
  answered(caller, "create_custom_field", {
    object_type: "Customer",
    label: `Colour ${unique()}`,
    definition: { data_type: "text", input_settings: { input_type: "input" } },
  });

const period = {
  start_datetime: "2026-01-01T00:00:00Z",
  end_datetime: "2027-01-01T00:00:00Z",
};

const CSV = Buffer.from("a,b\n1,2\n");

/** For each tool, arguments that work and what comes back. */
const SUCCESS: Readonly<Record<string, (caller: Caller) => Promise<Prepared>>> = {
  create_custom_field: async () => ({
    given: {
      object_type: "Customer",
      label: "Tier",
      definition: {
        data_type: "text",
        input_settings: { input_type: "dropdown", choices: ["gold", "silver"] },
      },
      managed_type: { name: "customer_type" },
      priority: 3,
      required: false,
    },
    answers: { id: expect.any(Number), label: "Tier", managed_type: "customer_type", priority: 3 },
  }),
  create_customer: async () => {
    const email = `ada.${unique()}@example.com`;
    return {
      given: { channels: [{ type: "email", address: email }], email, name: "Ada Byron" },
      answers: { id: expect.any(Number), name: "Ada Byron", email },
    };
  },
  delete_customer: async (caller) => {
    const { id } = await newCustomer(caller);
    return { given: { id }, answers: { id, deleted: true } };
  },
  delete_customer_custom_field_value: async (caller) => {
    const [{ id: customer_id }, { id }] = [await newCustomer(caller), await newField(caller)];
    await answered(caller, "update_customer_custom_field_value", {
      customer_id,
      id,
      body: { value: "Blue" },
    });
    return { given: { customer_id, id }, answers: { id, deleted: true } };
  },
  delete_customers: async (caller) => {
    const ids = [(await newCustomer(caller)).id, (await newCustomer(caller)).id];
    return { given: { ids }, answers: { ids, deleted: true } };
  },
  download_file: async (caller) => {
    const {
      data: [{ url }],
    } = await answered(caller, "post_api_upload", {
      file: `data:text/csv;base64,${CSV.toString("base64")}`,
    });
    const [resource_name, domain_hash, file_type] = url.split("/").reverse();
    return {
      given: { file_type, domain_hash, resource_name },
      answers: { contentType: "text/csv", size: CSV.length },
    };
  },
  get_custom_field: async (caller) => {
    const { id, label } = await newField(caller);
    return { given: { id }, answers: { id, label } };
  },
  get_customer: async (caller) => {
    const { id, email } = await newCustomer(caller);
    return {
      given: { id, relationships: [{ name: "custom_fields" }] },
      answers: { id, email, custom_fields: {} },
    };
  },
  get_event: async (caller) => {
    const {
      data: [event],
    } = await answered(caller, "list_events", { limit: 1 });
    return { given: { id: event.id }, answers: event };
  },
  list_custom_fields: async (caller) => {
    const { id, label } = await newField(caller);
    return {
      given: { object_type: "Customer", search: label, archived: false, order_by: "priority:asc" },
      answers: { data: [{ id }], meta: { next_cursor: null } },
    };
  },
  list_customer_custom_fields_values: async (caller) => {
    const [{ id: customer_id }, { id }] = [await newCustomer(caller), await newField(caller)];
    await answered(caller, "update_customer_custom_field_value", {
      customer_id,
      id,
      body: { value: "12" },
    });
    return { given: { customer_id }, answers: { data: [{ field: { id }, value: "12" }] } };
  },
  list_customers: async (caller) => {
    const { id, email } = await newCustomer(caller);
    return {
      given: { email, order_by: "updated_datetime:desc", limit: 5 },
      answers: { data: [{ id }], meta: { next_cursor: null } },
    };
  },
  list_events: async (caller) => {
    const { id } = await newCustomer(caller);
    return {
      given: {
        object_type: "Customer",
        object_id: id,
        types: ["customer-created"],
        created_datetime: { gte: "2020-01-01" },
      },
      answers: { data: [{ object_id: id, type: "customer-created" }] },
    };
  },
  merge_customers: async (caller) => {
    const [source, target] = [await newCustomer(caller), await newCustomer(caller)];
    return {
      given: { source_id: source.id, target_id: target.id },
      answers: { id: target.id, name: target.name },
    };
  },
  post_api_reporting_stats: async () => ({
    given: {
      limit: 10,
      query: {
        scope: "tickets-created",
        timezone: "UTC",
        filters: [
          { member: "periodStart", operator: "afterDate", values: [period.start_datetime] },
          { member: "periodEnd", operator: "beforeDate", values: [period.end_datetime] },
        ],
      },
    },
    answers: { data: [{ count: expect.any(Number) }], meta: { next_cursor: null } },
  }),
  post_api_stats_name: async () => ({
    given: { name: "total-tickets-created", filters: { period } },
    answers: { data: expect.anything() },
  }),
  post_api_stats_name_download: async () => ({
    given: { name: "total-tickets-created", filters: { period } },
    answers: { contentType: expect.stringMatching(/^text\/csv/), size: expect.any(Number) },
  }),
  post_api_upload: async () => ({
    given: {
      type: "attachment",
      "package-damaged.csv": `data:text/csv,${encodeURIComponent(String(CSV))}`,
      file: CSV.toString("base64"),
    },
    answers: {
      data: [
        { content_type: "application/octet-stream", size: CSV.length },
        { name: "package-damaged.csv", content_type: "text/csv", size: CSV.length },
      ],
    },
  }),
  search: async (caller) => {
    const { id, email } = await newCustomer(caller);
    return { given: { type: "customer", query: email, size: 3 }, answers: { data: [{ id }] } };
  },
  update_custom_field: async (caller) => {
    const { id, label } = await newField(caller);
    return {
      given: { id, description: "What they like.", managed_type: "customer_type" },
      answers: { id, label, description: "What they like.", managed_type: "customer_type" },
    };
  },
  update_custom_fields: async (caller) => {
    const [one, other] = [await newField(caller), await newField(caller)];
    return {
      given: {
        body: [
          { id: one.id, priority: 2 },
          { id: other.id, priority: 1 },
        ],
      },
      answers: {
        data: [
          { id: one.id, priority: 2 },
          { id: other.id, priority: 1 },
        ],
      },
    };
  },
  update_customer: async (caller) => {
    const { id, email } = await newCustomer(caller);
    return { given: { id, language: "fr" }, answers: { id, email, language: "fr" } };
  },
  update_customer_custom_field_value: async (caller) => {
    const [{ id: customer_id }, { id }] = [await newCustomer(caller), await newField(caller)];
    // A text of digits stays a text.
    return {
      given: { customer_id, id, body: { id, value: "12" } },
      answers: { field: { id }, value: "12" },
    };
  },
  update_customer_custom_field_values: async (caller) => {
    const [{ id: customer_id }, { id }] = [await newCustomer(caller), await newField(caller)];
    return {
      given: { customer_id, body: [{ id, value: "Blue" }] },
      answers: { data: [{ field: { id }, value: "Blue" }] },
    };
  },
  update_customer_data: async (caller) => {
    const { id: customer_id } = await newCustomer(caller);
    return {
      given: { customer_id, data: { tier: "gold" }, version: "2026-03-01T00:00:00Z" },
      answers: expect.any(Object),
    };
  },
};

/** For each tool, arguments that are refused and the words of the refusal. */
const FAILURE: Readonly<Record<string, readonly [Record<string, unknown>, RegExp]>> = {
  create_custom_field: [
    { label: "Tier", definition: { data_type: "text" } },
    /^object_type: .*required.*\ndefinition\.input_settings: expected an object/s,
  ],
  create_customer: [{ email: "jo@" }, /^email: expected an e-mail.*\nchannels: .*required/s],
  delete_customer: [{ id: "12abc" }, /^id: expected a whole number from 1, got "12abc"/],
  delete_customer_custom_field_value: [
    { customer_id: 1, id: 0 },
    /^id: expected a whole number from 1, got 0/,
  ],
  delete_customers: [{ ids: [1, "x"] }, /^ids: expected a whole number from 1, got "x"/],
  download_file: [
    { file_type: "attachment", domain_hash: "..", resource_name: "a/b.png" },
    /^domain_hash: expected one part of an address/,
  ],
  get_custom_field: [{}, /^id: this argument is required/],
  get_customer: [
    { id: 1, relationships: ["shoes"] },
    /^relationships: expected custom_fields, got "shoes"/,
  ],
  get_event: [{ id: 1.5 }, /^id: expected a whole number from 1, got 1\.5/],
  list_custom_fields: [{ object_type: "Shop" }, /^object_type: expected one of /],
  list_customer_custom_fields_values: [{ customer_id: "" }, /^customer_id: .*required/],
  list_customers: [{ limit: 101 }, /^limit: expected a whole number from 1 to 100, got 101/],
  list_events: [
    { object_type: "Ticket" },
    /^object_type: needs an object_id beside it.*use types\./,
  ],
  merge_customers: [
    { source_id: 1, target_id: 2, channels: [{ type: "email" }] },
    /^channels\[0\]\.address: expected text/,
  ],
  post_api_reporting_stats: [
    { query: { scope: "tickets-created", timezone: "UTC" } },
    /^query: has no filter on periodStart, and no other input says it\./,
  ],
  post_api_stats_name: [{ name: "overview", filters: {} }, /^filters\.period: expected an object/],
  post_api_stats_name_download: [{ name: "overview" }, /^filters: .*required/],
  post_api_upload: [{ file: "a file" }, /^file: expected a file as a data URI/],
  search: [{ type: "customer", size: 51 }, /^size: expected a whole number from 1 to 50, got 51/],
  update_custom_field: [{ id: 1, priority: 5001 }, /^priority: expected .* to 5000, got 5001/],
  update_custom_fields: [{ body: [{ priority: 1 }] }, /^body\[0\]\.id: expected a/],
  update_customer: [{ id: 1, email: 7 }, /^email: expected an e-mail address, got 7/],
  update_customer_custom_field_value: [
    { customer_id: 1, id: 2, body: { id: 3, value: "Blue" } },
    /^body\.id: differs from the argument id/,
  ],
  update_customer_custom_field_values: [
    { customer_id: 1, body: [{ id: "x", value: 1 }] },
    /^body\[0\]\.id: expected a number, got "x"/,
  ],
  update_customer_data: [{ customer_id: 1 }, /^data: .*required/],
};
