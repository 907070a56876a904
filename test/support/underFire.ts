import { readdirSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { createHarness } from "@prismatic-io/spectral/dist/testing";
import fc from "fast-check";
import { INTEGRATION_TRIGGERS } from "../../src/schemas/integration";
import { satisfactionSurvey } from "../../src/schemas/satisfactionSurvey";
import { widget } from "../../src/schemas/widget";
import { builtComponent } from "./bundle";
import nock from "./nock";
import { secrets as allSecrets, connection, newLog } from "./steps";

/** The same in every run, so that a failure comes again; another one looks elsewhere. */
const SEED = 20_260_301;

const secrets = allSecrets.slice(0, 5);

const component = builtComponent();

type Values = Record<string, unknown>;
type Action = (typeof component.actions)[string];
type Input = Action["inputs"][number];

const harness = createHarness(component);
const actions = Object.values(component.actions);

/** A request as it reached the far end. */
interface Sent {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

let sent: Sent[] = [];
let strayed: string[] = [];
/** Whether the action that runs may read and do nothing else. */
let isReading = false;

/** What a change reads first and sends back, without anything in it. */
const BEFORE = Object.fromEntries(
  [
    ...["name", "http", "params", "actions", "members", "channel", "via", "from_agent"],
    ...Object.keys(satisfactionSurvey.example),
    ...Object.keys(widget.example),
  ].map((key) => [key, null]),
);

/** The settings of the account: one, which the example of an ID names. */
const SETTINGS = { data: [{ id: 360952, type: "access", data: null }] };

/** Good for every action: a page, an object with an ID, and every secret written back. */
const ANSWER = {
  object: "list",
  uri: "/api/things",
  data: [],
  meta: { prev_cursor: null, next_cursor: null },
  id: 7,
  echo: secrets,
  messages: [
    {
      channel: "email",
      source: {
        type: "email",
        from: { address: "jo@example.com" },
        to: [{ address: "us@example.com" }],
      },
    },
  ],
};

/** What Gorgias answers an app that may not read the definitions of fields. */
const NO_SCOPE = { error: { msg: "Missing scope: custom_fields:read" } };

/** How a run ended, and what it left behind. */
interface Ended {
  readonly error: Error | undefined;
  readonly sent: readonly Sent[];
  readonly strayed: readonly string[];
  readonly log: string;
}

async function shoot({ key, performSafety }: Action, values: Values): Promise<Ended> {
  sent = [];
  strayed = [];
  isReading = performSafety === "SAFE" || key === "rawRequest";
  const log = newLog();
  const error = await harness
    .action(key, { connection, debugRequest: true, ...values }, { logger: log.logger })
    .then(
      () => undefined,
      (thrown: Error) => thrown,
    );
  return { error, sent: sent.filter(isAsked), strayed, log: log.lines.join("\n") };
}

/** Whether a request is what an action was run for: what a change depends on is looked up first. */
function isAsked({ method }: Sent): boolean {
  return isReading || method !== "GET";
}

/** What an action needs beside its required inputs to have something to do. */
const COMPANIONS: Readonly<Record<string, Values>> = {
  addTicketTags: { ids: "1151716" },
  updateRulesPriorities: { priorities: '[{ "id": 77, "priority": 20 }]' },
  setTicketTags: { ids: "1151716" },
  removeTicketTags: { ids: "1151716" },
  createIntegration: { url: "https://example.com/gorgias" },
  createCustomer: { name: "Jo" },
  updateIntegration: { name: "Orders" },
  updateJob: { status: "canceled" },
  updateSatisfactionSurvey: { score: "5" },
  updateView: { name: "Open" },
  updateWidget: { order: "3" },
  addInternalNote: { text: "Hello" },
  assignTicket: { assignee_user: "8" },
  replyToTicket: { text: "Hello" },
  findOrCreateCustomer: { email: "jo@example.com" },
  snoozeTicket: { snooze_datetime: "2099-03-02T09:00:00Z" },
  createCustomField: { dataType: "text" },
  updateCustomerCustomFieldValues: { custom_fields: '[{ "id": 51, "value": "Blue" }]' },
  uploadFiles: { file: Buffer.from("content") },
  downloadFile: { file_type: "attachment", domain_hash: "Hna8", resource_name: "a.png" },
  updateTicketCustomFields: { custom_fields: '{"51":"Blue"}' },
};

/** What forms and shortcuts add by themselves, in Gorgias' words. */
const OWN_WORDS = [
  ...["status", "closed", "channel", "internal-note", "via", "api", "public", "from_agent"],
  ...["true", "false", "body_text", "body_html", "channels", "type", "phone", "address"],
  ...["data_type", "input_settings", "input_type", "input", "input_number", "dropdown"],
  ...["actions", "name", "title", "arguments", "setResponseText", "Add response text"],
  ...["addTags", "Add tags", "setPriority", "Set priority", "decoration", "emoji", "view"],
  ...["http", "POST", "application/json", "wrapper", "widgets", "updates"],
  ...["UTC", "filters", "member", "operator", "values", "periodStart", "afterDate"],
  ...["periodEnd", "beforeDate", "time_dimensions", "dimension", "createdDatetime"],
  ...INTEGRATION_TRIGGERS,
];

/** How an action asks for something to do: what is blank everywhere is no single input's fault. */
const NOTHING_LEFT = /and so is everything else/;

/** What an action makes of what was given; tests of its own say how. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  createMacro: ["actions"],
  updateMacro: ["actions"],
  addInternalNote: ["body_text"],
  createTicket: ["messages"],
  createTicketMessage: ["source"],
  replyToTicket: ["body_text", "channel", "source", "receiver", "macros"],
  snoozeTicket: ["snooze_datetime"],
};

/** A request without what its action makes. */
function withoutMade(key: string, request: Sent): Sent {
  const made = MADE[key];
  return made === undefined
    ? request
    : {
        ...request,
        body: Object.fromEntries(
          Object.entries(Object(request.body)).filter(([name]) => !made.includes(name)),
        ),
      };
}

/** The least that an action accepts: its required inputs, filled in as their examples show. */
function leastOf({ key, inputs }: Action): Values {
  const required = inputs.filter((input) => input.required && input.type !== "connection");
  const filled = required.map((input) => [
    input.key,
    input.example ?? input.model?.[0]?.value ?? input.default,
  ]);
  return { ...Object.fromEntries(filled), ...COMPANIONS[key] };
}

/** The inputs that can hold anything: all but the connection, which is told apart below. */
function targetsOf({ inputs }: Action): Input[] {
  return inputs.filter(({ type }) => type !== "connection");
}

// What is fired.

const DATES = ["2026-03-01", "20260301T0930Z", "2026-W09-7", "2026-03-01T09:30:00.123456+01:00"];

const PATHS = ["..", "/..", "%2e%2e", "a/../b", "\\..\\", "//evil.example", "/tickets?x=1&x=2"];

const URLS = [
  "https://evil.example/api",
  "https://acme.gorgias.com.evil.example",
  "https://uploads.gorgias.io/attachment/Hna8/a%20b.png",
  "https://uploads.gorgias.io/attachment/..%2F/x",
  "javascript:alert(1)",
];

const TEXTS = [
  "",
  " ",
  "0",
  "7",
  "-7",
  "1e3",
  "9007199254740993",
  "NaN",
  "null",
  "true",
  "__proto__",
  "constructor",
  "toString",
  "jo@example.com",
  "a\r\nX-Evil: 1\r\n\r\n{}",
  "\0\u0007\u001b[31m",
  "\ud800",
  "x\udfff\ud800x",
  "\u2028\ufeff\u202e",
  '{"a":',
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  '[{"id":51,"value":{"a":[null,1e400]}}]',
  "1,2,,3",
  "[".repeat(20_000) + "]".repeat(20_000),
  "ü".repeat(5_000),
];

class Person {
  name = "Jo";
  get email(): string {
    throw new Error("no e-mail");
  }
  greet = () => "Hi";
}

const throwing = () => {
  throw new TypeError("thrown on purpose");
};

const cyclic = () => {
  const one: Values = { a: 1 };
  one.self = [one];
  return one;
};

/** Made anew for each shot. */
const CURIOSITIES: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => -0,
  () => Number.POSITIVE_INFINITY,
  () => 1e308,
  () => 5e-324,
  () => 7n,
  () => 10n ** 40n,
  () => Symbol("s"),
  () => () => 7,
  () => class {},
  cyclic,
  () => [cyclic()],
  () => ({ id: 7, value: cyclic() }),
  () => Object.defineProperty({}, "id", { enumerable: true, get: throwing }),
  () => [Object.defineProperty({}, "key", { enumerable: true, get: throwing })],
  () => Object.defineProperty({}, "data", { enumerable: true, get: throwing }),
  () => Object.defineProperty({}, "type", { enumerable: true, get: throwing }),
  () => ({ toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing }),
  () => ({ toJSON: throwing }),
  () => ({ toJSON: () => undefined }),
  () => ({ id: 51, value: 7n }),
  () => ({ id: 51, value: Number.NaN }),
  () => ({ id: 51, value: () => 7 }),
  () => JSON.parse('{"__proto__":{"polluted":true},"id":7}'),
  () => Object.assign(Object.create(null), { id: 7 }),
  () => Object.create(Date.prototype),
  () => Object.create(Uint8Array.prototype),
  () => Object.create(Array.prototype),
  () => new Date(0),
  () => new Date(Number.NaN),
  () => new Date(8.64e15),
  () => new Map([["51", "Blue"]]),
  () => new Set([1, 2]),
  () => new Person(),
  () => new Error("an error"),
  () => /x/g,
  () => Promise.resolve(7),
  () => Object("7"),
  () => Object(7),
  () => Object(7n),
  () => Buffer.from([0, 255, 13, 10]),
  () => new Uint8Array([1, 2, 3]),
  () => new Float64Array([1.5]),
  () => new ArrayBuffer(3),
  () => ({ type: "Buffer", data: [0, 255, 13, 10] }),
  () => ({ type: "Buffer", data: [256, -1] }),
  () => ({ data: Buffer.from([1]), contentType: "image/png", name: "a.png" }),
  () => ({ data: "text", contentType: "text/plain\r\n\r\n; charset=x" }),
  () => ({ data: "text", contentType: "text/plain; charset=\ud800" }),
  () => Array.from({ length: 20_000 }, (_, index) => index + 1),
  () => Array(3),
  () => Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ inner }), 7),
];

/** A value with a way to print it that nothing in it can break. */
class Shot {
  constructor(
    readonly input: Input,
    readonly value: unknown,
  ) {}
  [fc.toStringMethod](): string {
    return `${this.input.key} = ${inspect(this.value, { depth: 3, maxArrayLength: 5, maxStringLength: 200 })}`;
  }
}

const key = fc.oneof(
  fc.constantFrom("id", "value", "key", "data", "name", "url", "gte", "__proto__", "constructor"),
  fc.constantFrom("51", "", "Content-Type", "authorization", "a\r\nb"),
  fc.string(),
);

const text = fc.oneof(
  fc.constantFrom(...TEXTS, ...DATES, ...PATHS, ...URLS),
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("\ud83d", "\ude00", "\r", "\n", '"', "\\", "/", ".", "%", "é"),
  }),
  fc.webUrl(),
  fc.json(),
);

const something = fc.anything({
  key,
  values: [
    text,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
  ],
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
});

const curiosity = fc.constantFrom(...CURIOSITIES).map((make) => make());
const anyValue = fc.oneof({ weight: 3, arbitrary: curiosity }, text, something);

/** Values of the kinds that inputs are made for, with something curious inside. */
function shaped({ example, model = [] }: Input): fc.Arbitrary<unknown> {
  const row = fc.record({ key, value: anyValue });
  const usual = ["7", 7, "true", false, "json", ...DATES, ...model.map(({ value }) => value)];
  return fc.oneof(
    fc.constantFrom<unknown>(...usual, ...(example === undefined ? [] : [example])),
    fc.array(row, { maxLength: 4 }),
    fc.array(anyValue, { maxLength: 4 }),
    fc.dictionary(key, anyValue, { maxKeys: 4 }),
    fc.record({ id: fc.constantFrom<unknown>(51, "51", null), value: anyValue }),
    fc.record({
      channel: text,
      via: text,
      from_agent: fc.boolean(),
      type: text,
      address: text,
      url: text,
      sender: anyValue,
    }),
    fc.record({ data: anyValue, contentType: fc.oneof(text, fc.constant("a/b")), name: text }),
  );
}

/** One to three inputs of an action with whatever in them. */
function volley(targets: readonly Input[]): fc.Arbitrary<Shot[]> {
  return fc
    .uniqueArray(fc.constantFrom(...targets), { minLength: 1, maxLength: 3 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((input) =>
          fc.oneof(anyValue, shaped(input)).map((value) => new Shot(input, value)),
        ),
      ),
    );
}

// What may come of it.

/** Everything that can be read out of what was given, as texts. */
class Given {
  /** Whole values: texts as typed and without the space around them, numbers, JSON's leaves. */
  readonly leaves = new Set<string>();
  /** The pieces of texts between slashes, commas, question marks and the like. */
  readonly pieces = new Set<string>();
  /** Moments, in milliseconds. */
  readonly moments = new Set<number>();

  constructor(values: unknown) {
    this.#collect(values, new Set());
  }

  #collect(value: unknown, above: Set<object>): void {
    if (typeof value === "string") {
      this.#text(value);
      if (value.length < 30_000) {
        this.#collect(parsed(value), above);
      }
    } else if (Buffer.isBuffer(value)) {
      this.leaves.add(value.toString("latin1"));
      this.#entries(value.toJSON(), above);
    } else if (typeof value === "object" && value !== null && !above.has(value)) {
      above.add(value);
      try {
        this.#object(value, above);
      } catch {
        // What throws when it is looked at gives nothing.
      }
      above.delete(value);
    } else if (typeof value !== "object" || value === null) {
      this.#text(Object.is(value, -0) ? "0" : String(value));
    }
  }

  #object(value: object, above: Set<object>): void {
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value;
      this.leaves.add(Buffer.from(buffer, byteOffset, byteLength).toString("latin1"));
    }
    if ("toJSON" in value && typeof value.toJSON === "function") {
      this.#collect(value.toJSON(), above);
    }
    if (["String", "Number", "Boolean", "BigInt"].includes(value.constructor?.name)) {
      this.#collect(value.valueOf(), above);
    }
    if ("type" in value && value.type === "Buffer" && "data" in value) {
      this.leaves.add(Buffer.from(value.data as number[]).toString("latin1"));
    }
    if (Array.isArray(value) && [...value].includes(undefined)) {
      // JSON has no other way to keep a list's places.
      this.leaves.add("null");
    }
    // A row of a key-value list that is not text is sent as JSON writes it.
    this.leaves.add(wellFormed(written(value)));
    this.#entries(value, above);
  }

  #entries(value: object, above: Set<object>): void {
    for (const [key, inner] of Object.entries(value)) {
      this.#text(key);
      this.#collect(inner, above);
    }
  }

  #text(text: string): void {
    const cleaned = wellFormed(text);
    for (const one of [cleaned, cleaned.trim(), ...cleaned.split(",")]) {
      this.leaves.add(one);
      this.leaves.add(one.trim());
      this.leaves.add(Buffer.from(one).toString("latin1"));
    }
    for (const piece of cleaned.split(/[/\\?&=#,]/)) {
      this.pieces.add(piece).add(piece.trim()).add(decoded(piece).trim()).add(decoded(piece));
    }
    this.moments.add(momentOf(cleaned.trim()));
  }

  has(leaf: unknown): boolean {
    const text = wellFormed(Object.is(leaf, -0) ? "0" : String(leaf));
    return (
      this.leaves.has(text) ||
      (typeof leaf === "string" &&
        /^\d{4}-\d\d-\d\dT/.test(leaf) &&
        this.moments.has(momentOf(leaf)))
    );
  }
}

const wellFormed = (text: string) => Buffer.from(text, "utf8").toString("utf8");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function written(value: unknown): string {
  try {
    // A BigInt that a number can hold is sent as one.
    return String(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one)));
  } catch {
    return "";
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The moment of an ISO date-time in milliseconds, UTC unless it says otherwise. */
function momentOf(text: string): number {
  const odd = new Map([
    ["20260301T0930Z", "2026-03-01T09:30Z"],
    ["2026-W09-7", "2026-03-01"],
  ]);
  const usual = (odd.get(text) ?? text).replace(/(\.\d{3})\d+/, "$1");
  return Date.parse(/T[^Z+-]*$/.test(usual) ? `${usual}Z` : usual);
}

/** Keys that the reading of an input puts around a value. */
const WRAPPERS = ["id", "email", "name", "value"];

/** Headers that every request has. */
const USUAL_HEADERS =
  /^(?:accept|accept-encoding|authorization|connection|content-(?:type|length)|user-agent|transfer-encoding)$/;

/** Whatever in a request was neither given nor part of what the action always sends. */
async function foreignIn(request: Sent, usual: Sent, given: Given, own: Set<string>) {
  const isKnown = (name: string) => own.has(name) || given.has(name) || given.pieces.has(name);
  const always = new Set(usual.path.split("/"));
  const segments = request.path.split("/").slice(2).filter(Boolean).map(decodeURIComponent);
  const query = [...request.query];
  return {
    origin: [request.origin].filter((origin) => origin !== "https://acme.gorgias.com"),
    method: [request.method].filter((method) => method !== usual.method && !given.has(method)),
    path: [
      ...(request.path.startsWith("/api/") ? [] : [request.path]),
      ...segments.filter(
        (part) => !always.has(part) && !given.has(part) && !given.pieces.has(part),
      ),
    ],
    query: query.filter(
      ([name, value]) =>
        usual.query.get(name) !== value &&
        (!isKnown(name.replace(/\[\w+\]$/, "")) ||
          (!(given.has(value) || given.pieces.has(value)) &&
            !(name === "limit" && value === "100"))),
    ),
    headers: Object.entries(request.headers).filter(
      ([name, value]) =>
        (!USUAL_HEADERS.test(name) &&
          !isKnown(name) &&
          ![...given.leaves].some((one) => one.toLowerCase() === name)) ||
        (name === "authorization" && value !== `Basic ${secrets[4]}`),
    ),
    body: await foreignInBody(request, given, isKnown),
  };
}

async function foreignInBody(
  { body, headers }: Sent,
  given: Given,
  isKnown: (name: string) => boolean,
): Promise<unknown[]> {
  const type = headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data; boundary=--------------------------")) {
    return foreignInForm(String(body), type, given);
  }
  if (body === "" || given.has(body)) {
    return [];
  }
  if (typeof body === "string" && given.has(Buffer.from(body, "hex").toString("latin1"))) {
    return [];
  }
  return foreignInJson(body, given, isKnown);
}

function foreignInJson(json: unknown, given: Given, isKnown: (name: string) => boolean): unknown[] {
  if (typeof json !== "object" || json === null) {
    return given.has(json) || isMadeOf(json, given) ? [] : [json];
  }
  return Object.entries(json).flatMap(([name, inner]) => [
    ...(Array.isArray(json) || WRAPPERS.includes(name) || isKnown(name) ? [] : [name]),
    ...foreignInJson(inner, given, isKnown),
  ]);
}

/** A color has a # in front; names that are given one by one can be one text with commas. */
function isMadeOf(json: unknown, given: Given): boolean {
  const parts = typeof json === "string" ? json.replace(/^#/, "").split(",") : [json];
  return parts.every((part) => given.has(part));
}

/** Names of parts as they were given: quotes and line ends are written otherwise in a form. */
const plain = (name: string) =>
  name.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%22", '"');

async function foreignInForm(body: string, type: string, given: Given): Promise<unknown[]> {
  const bytes = Buffer.from(body, body.startsWith("--") ? "utf8" : "hex");
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const names = new Set([...given.leaves].map(plain));
  const foreign = [...form].map(async ([name, value]) => {
    const content =
      typeof value === "string" ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
    return [
      ...(names.has(plain(name)) || /^file\.\w+$/.test(name) ? [] : [name]),
      ...(given.has(content.toString("latin1")) ? [] : [content]),
    ];
  });
  return (await Promise.all(foreign)).flat();
}

/** Everything that a person could get to see of an error. */
function textOf(error: Error): string {
  return [error.message, error.stack, inspect(error, { depth: 9 }), JSON.stringify(error)].join(
    "\n",
  );
}

/** An error of inputs that were refused. */
interface Refused extends Error {
  readonly refusals?: readonly { readonly input: string; readonly problem: string }[];
}

/** What the error of some refusals says. */
const texts = (refusals: NonNullable<Refused["refusals"]>) =>
  refusals.map(({ input, problem }) => `${input}: ${problem}`).join("\n");

/** Whether an error begins with the label of an input, or with a path into it. */
const names = (message: string, { label }: Input) =>
  message.startsWith(label) && /^[.:[]/.test(message.slice(label.length));

const leaksIn = (text: string) => secrets.filter((secret) => text.includes(secret));

const NOTHING = { origin: [], method: [], path: [], query: [], headers: [], body: [] };

// Who is fired at.

const ACTIONS = path.join(__dirname, "..", "..", "src", "actions");

/** Which folders of `src/actions` go together, so that no group takes much longer than another. */
const GROUPS = {
  customers: ["customers"],
  tickets: ["tickets", "messages", "views"],
  customFields: ["customFields", "customerCustomFields", "ticketCustomFields"],
  automation: ["macros", "rules", "tags", "ticketTags", "teams"],
  setup: ["integrations", "jobs", "users", "views", "widgets"],
} as const;

/** A group of actions, or all that are in none. */
type Group = keyof typeof GROUPS | "others";

function keysOf(group: keyof typeof GROUPS): string[] {
  return GROUPS[group].flatMap((folder) =>
    readdirSync(path.join(ACTIONS, folder)).map((file) => path.parse(file).name),
  );
}

function actionsOf(group: Group): Action[] {
  if (group !== "others") {
    const keys = keysOf(group);
    return actions.filter(({ key }) => keys.includes(key));
  }
  const elsewhere = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap(keysOf);
  return actions.filter(({ key }) => !elsewhere.includes(key));
}

/** A timer of three weeks. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Puts a far end under the tests of a file that takes and keeps whatever reaches it. */
function useFarEnd(): void {
  beforeAll(() => {
    nock.disableNetConnect();
    nock.emitter.on("no match", ({ host, path }) => void strayed.push(`${host}${path}`));
    for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]) {
      nock(/^https:\/\/[a-z0-9-]+\.gorgias\.com/)
        .persist()
        .intercept(/.*/, method)
        .reply(function (uri, body) {
          const { host, ...headers } = this.req.headers;
          const { pathname, searchParams } = new URL(uri, "https://far.example");
          sent.push({
            method,
            origin: `https://${host}`,
            path: pathname,
            query: searchParams,
            headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, `${v}`])),
            body,
          });
          // What a field is like may not be read, so that values go as they were given.
          const isDefinition = method === "GET" && pathname.startsWith("/api/custom-fields");
          if (isDefinition && !isReading) {
            return [403, NO_SCOPE];
          }
          if (method !== "GET" || isReading) {
            return [200, ANSWER];
          }
          const isSettings = pathname === "/api/account/settings";
          return [200, { ...BEFORE, ...ANSWER, type: "http", ...(isSettings && SETTINGS) }];
        });
    }
  });

  beforeEach(() => {
    // Nothing takes time here: no Timeout under fire ends a request, and nothing waits for a retry.
    const start = globalThis.setTimeout;
    const patient = (work: () => void, ms = 0) =>
      ms === 0 ? start(work, 0) : start(work, LONGEST_TIMER_MS).unref();
    jest.spyOn(globalThis, "setTimeout").mockImplementation(patient as typeof setTimeout);
    jest.spyOn(Math, "random").mockReturnValue(0);
  });

  afterEach(() => {
    expect({}).not.toHaveProperty("polluted");
  });
}

// The specification.

/** The tests of a group of actions. */
export function underFire(name: Group): void {
  const group = actionsOf(name).map((action) => [action.key, action] as const);
  useFarEnd();

  it.each(group)("%s runs with the least that it asks for", async (_, action) => {
    const { error, sent } = await shoot(action, leastOf(action));
    expect(error?.message).toBeUndefined();
    expect(sent).toHaveLength(1);
  });

  it.each(group)(
    "%s sends only what was given or refuses it by the input's label, whatever it is",
    async (_, action) => {
      const targets = targetsOf(action);
      const own = new Set(targets.map(({ key }) => key));
      const least = leastOf(action);
      const [usual] = (await shoot(action, least)).sent;
      if (usual === undefined) {
        throw new Error("The action sends nothing at all.");
      }
      const property = fc.asyncProperty(volley(targets), async (shots) => {
        const fired = Object.fromEntries(shots.map(({ input, value }) => [input.key, value]));
        const { error, sent, strayed, log } = await shoot(action, { ...least, ...fired });
        expect(strayed).toEqual([]);
        expect(leaksIn(log)).toEqual([]);
        if (error) {
          const { name, message, refusals = [] } = error as Refused;
          expect({ name, message }).toEqual({ name: "InputError", message: texts(refusals) });
          for (const refusal of refusals.filter(({ problem }) => !NOTHING_LEFT.test(problem))) {
            const blamed = shots.filter(({ input }) => names(`${refusal.input}:`, input)).length;
            expect({ refusal, blamed }).toEqual({ refusal, blamed: 1 });
          }
          expect(leaksIn(textOf(error))).toEqual([]);
          expect(sent).toEqual([]);
        } else {
          const defaults = action.inputs.map((one) => one.default);
          // What a change reads first, it may send again.
          const given = new Given([...defaults, ...OWN_WORDS, ANSWER.meta, SETTINGS, least, fired]);
          for (const request of sent) {
            expect(await foreignIn(withoutMade(action.key, request), usual, given, own)).toEqual(
              NOTHING,
            );
          }
        }
      });
      await fc.assert(property, { seed: SEED, numRuns: 300 });
    },
  );

  it.each(group)(
    "%s repeats no credential that strayed into one of its inputs",
    async (_, action) => {
      const least = leastOf(action);
      for (const { key } of targetsOf(action)) {
        for (const stray of [secrets[0], [secrets[0]], { id: secrets[0] }, { a: secrets[0] }]) {
          const { error, log } = await shoot(action, { ...least, [key]: stray });
          const everything = error ? `${log}\n${textOf(error)}` : log;
          expect({ key, leaks: leaksIn(everything) }).toEqual({ key, leaks: [] });
        }
      }
    },
  );
}

/** The tests of the Connection input, which all actions share. */
export function connectionUnderFire(): void {
  useFarEnd();

  it("any value for the Connection reaches one account or is refused as a connection's fault", async () => {
    const [getAccount] = actions.filter(({ inputs }) => inputs.length === 2);
    if (getAccount === undefined) {
      throw new Error("There is no action without inputs of its own.");
    }
    const field = fc.oneof(anyValue, fc.constant("acme"));
    const connections = fc.oneof(
      anyValue,
      fc.record({ key: anyValue, fields: anyValue }),
      fc.record({
        key: fc.constantFrom("gorgias-api-key", "gorgias-oauth2", "gorgias-oauth2-domain"),
        fields: fc.record({ domain: field, username: field, apiKey: field }),
        token: fc.oneof(fc.constant(undefined), anyValue, fc.record({ access_token: field })),
      }),
    );
    const property = fc.asyncProperty(
      connections.map(
        (value) => new Shot({ ...getAccount.inputs[0], key: "connection" } as Input, value),
      ),
      async ({ value }) => {
        const { error, sent, strayed } = await shoot(getAccount, { connection: value });
        expect(strayed).toEqual([]);
        if (error) {
          const { name, message } = error;
          expect({ name, message }).toEqual({
            name: "GorgiasConnectionError",
            message: expect.stringMatching(/^(?:Connection|Domain|The connection)\b/),
          });
          expect(sent).toEqual([]);
        } else {
          const given = new Given(value);
          for (const { origin } of sent) {
            const label = origin.replace(/^https:\/\/(.*)\.gorgias\.com$/, "$1");
            expect([...given.pieces].map((piece) => piece.toLowerCase())).toEqual(
              expect.arrayContaining([
                expect.stringMatching(new RegExp(`^${label}(?:\\.gorgias\\.com)?$`)),
              ]),
            );
          }
        }
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: 1000 });
  });
}
