import { inspect } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { connectionTo, failure, newLog, run, secrets } from "../support/steps";
import { pass, useFakeTime } from "../support/time";
import { gorgias, useWire } from "../support/wire";

useWire();

const get = { method: "GET", url: "/things" };
const post = { method: "POST", url: "/things" };

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** A request as it arrived. */
interface Arrived {
  uri: string;
  /** Names and values in their order, as they were written. */
  headers: [string, string][];
  body: string;
}

/** Answers one request to `/api/things` and tells what came. */
function arrival(method = "POST"): Arrived {
  const arrived: Arrived = { uri: "", headers: [], body: "" };
  gorgias()
    .intercept(/^\/api\/things/, method)
    .reply(200, function (uri, body) {
      const raw = Object.entries(this.req.headers).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      );
      Object.assign(arrived, { uri, headers: raw, body: body === "" ? "" : text(body) });
      return { ok: true };
    });
  return arrived;
}

const text = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));

const valuesOf = ({ headers }: Arrived, name: string) =>
  headers.filter(([one]) => one === name).map(([, value]) => value);

/** The parts of a form, read by Node's own reader: nock hands over as hex what is no UTF-8. */
async function partsOf(arrived: Arrived) {
  const [type = ""] = valuesOf(arrived, "content-type");
  const bytes = Buffer.from(arrived.body, arrived.body.startsWith("--") ? "utf8" : "hex");
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === "string"
        ? { name, value }
        : {
            name,
            file: value.name,
            type: value.type,
            content: Buffer.from(await value.arrayBuffer()),
          },
    ),
  );
}

it("sends method and path through the connection, and answers what came", async () => {
  gorgias()
    .get("/api/things")
    .matchHeader("authorization", /^Basic /)
    .matchHeader("accept", "application/json")
    .reply(200, { id: 7 });
  await expect(run("rawRequest", get)).resolves.toEqual({ id: 7 });
});

it.each(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])(
  "knows the method %s",
  async (method) => {
    gorgias()
      .intercept("/api/things", method)
      .reply(method === "HEAD" ? 200 : 204);
    await expect(run("rawRequest", { method, url: "things" })).resolves.toBeNull();
  },
);

describe("URL", () => {
  it.each([
    ["/things", "/api/things"],
    ["things", "/api/things"],
    ["api/things", "/api/things"],
    ["/api/things", "/api/things"],
    [" /things/7/ ", "/api/things/7/"],
    ["/things/a b", "/api/things/a%20b"],
    ["/things/a%20b", "/api/things/a%20b"],
    ["/things/%252e%252e", "/api/things/%252e%252e"],
    ["/things/jo@example.com", "/api/things/jo%40example.com"],
    ["/things?a=1&a=2&b=x%20y", "/api/things?a=1&a=2&b=x+y"],
    ["/things?redirect=https://evil.example/../", null],
  ])("%j leads to %s", async (url, path) => {
    const arrived = arrival("GET");
    await run("rawRequest", { ...get, url });
    expect(arrived.uri).toBe(path ?? "/api/things?redirect=https%3A%2F%2Fevil.example%2F..%2F");
  });

  it.each([
    "https://acme.gorgias.com/api/things",
    "http://evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "//evil.example/api",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/things\\..\\users",
    "..",
    "../oauth/token",
    "/things/../users",
    "/things/./users",
    "/things/%2e%2e/users",
    "/things/%2E./users",
    "/things/..%2fusers",
    "/things/%5c..%5cusers",
    "/things//users",
    "/things/%",
    "/things/%00",
    "/things\r\nX-Evil: 1",
    "/things#top",
    "@evil.example:80/things",
    "/",
    "?a=1",
  ])("%j is refused before anything is sent", async (url) => {
    await expect(failure("rawRequest", { ...get, url })).resolves.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(
        /^URL: expected a path of Gorgias' API without its address, such as \/tickets, got "/,
      ),
    });
  });

  it("is required, and so is Method", async () => {
    await expect(failure("rawRequest", { ...get, url: "" })).resolves.toMatchObject({
      message: "URL: this input is required and was left blank.",
    });
    await expect(failure("rawRequest", { ...get, method: "" })).resolves.toMatchObject({
      message: "Method: this input is required and was left blank.",
    });
    await expect(failure("rawRequest", { ...get, method: "CONNECT" })).resolves.toMatchObject({
      message: expect.stringMatching(/^Method: expected one of GET, .*, got "CONNECT"\.$/),
    });
  });
});

describe("Query Parameter", () => {
  it("keeps duplicates and order, after the query that the URL holds", async () => {
    const arrived = arrival("GET");
    await run("rawRequest", {
      ...get,
      url: "/things?a=0",
      queryParams: [
        { key: "a", value: "1" },
        { key: "b[gte]", value: "ü & =" },
        { key: "a", value: "2" },
        { key: "limit", value: 5 },
        { key: "on", value: true },
        { key: "none", value: "" },
      ],
    });
    expect(arrived.uri).toBe(
      "/api/things?a=0&a=1&b%5Bgte%5D=%C3%BC+%26+%3D&a=2&limit=5&on=true&none=",
    );
  });

  it("has dates without quotes", async () => {
    const arrived = arrival("GET");
    await run("rawRequest", { ...get, queryParams: { "created_datetime[gt]": new Date(0) } });
    expect(decodeURIComponent(arrived.uri)).toBe(
      "/api/things?created_datetime[gt]=1970-01-01T00:00:00.000Z",
    );
  });

  it("takes an object too, where a list is its key several times", async () => {
    const arrived = arrival("GET");
    await run("rawRequest", { ...get, queryParams: { a: "1", b: 2, ids: [3, 4], none: [] } });
    expect(arrived.uri).toBe("/api/things?a=1&b=2&ids=3&ids=4");
  });

  it.each([
    ["a=1", 'Query Parameter: expected a key-value list, got "a=1".'],
    [
      [{ value: "1" }],
      'Query Parameter: expected a key-value list whose keys are filled in, got {"value":"1"}.',
    ],
  ])("refuses %j", async (queryParams, message) => {
    await expect(failure("rawRequest", { ...get, queryParams })).resolves.toMatchObject({
      message,
    });
  });
});

describe("Header", () => {
  it("arrives once, and exactly", async () => {
    const arrived = arrival();
    await run("rawRequest", {
      ...post,
      data: "<a/>",
      headers: [
        { key: "Content-Type", value: "Text/XML; Charset=UTF-8" },
        { key: "Accept", value: "text/plain;q=0.5, */*" },
        { key: "X-Thing", value: 'a  b; c="d", e' },
        { key: "User-Agent", value: "mine/1.0" },
        { key: "X-Number", value: 7 },
      ],
    });
    expect(arrived.body).toBe("<a/>");
    expect(valuesOf(arrived, "content-type")).toEqual(["Text/XML; Charset=UTF-8"]);
    expect(valuesOf(arrived, "accept")).toEqual(["text/plain;q=0.5, */*"]);
    expect(valuesOf(arrived, "x-thing")).toEqual(['a  b; c="d", e']);
    expect(valuesOf(arrived, "user-agent")).toEqual(["mine/1.0"]);
    expect(valuesOf(arrived, "x-number")).toEqual(["7"]);
  });

  it("is sent as often as it is given", async () => {
    const arrived = arrival();
    await run("rawRequest", {
      ...post,
      headers: [
        { key: "X-Thing", value: "1" },
        { key: "x-thing", value: "2" },
        { key: "X-Thing", value: "1" },
      ],
    });
    expect(valuesOf(arrived, "x-thing").join()).toMatch(/^1, ?2, ?1$/);
  });

  it.each(["set", "get", "has", "delete", "concat", "tostring", "valueof"])(
    "may be called %j",
    async (key) => {
      const arrived = arrival();
      await run("rawRequest", { ...post, headers: [{ key, value: "x" }] });
      expect(valuesOf(arrived, key)).toEqual(["x"]);
    },
  );

  it.each(["__proto__", "constructor", "prototype"])(
    "%j is refused rather than lost on the way",
    async (key) => {
      await expect(
        failure("rawRequest", { ...get, headers: [{ key, value: "x" }] }),
      ).resolves.toMatchObject({ name: "InputError", message: expect.stringMatching(/^Header: /) });
    },
  );

  it.each([
    "Authorization",
    "authorization ",
    "HOST",
    "Proxy-Authorization",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
  ])("%j is the connector's own and refused before anything is sent", async (key) => {
    await expect(
      failure("rawRequest", { ...get, headers: [{ key, value: "x" }] }),
    ).resolves.toMatchObject({
      name: "InputError",
      message: `Header: ${key.trim()} is set by the connector and cannot be given.`,
    });
  });

  it.each([
    ["X Thing", "x"],
    ["X:Thing", "x"],
    ["X-Thïng", "x"],
    ["X-Thing", "a\r\nX-Evil: 1"],
    ["X-Thing", "a\u0007"],
    ["X-Thing", "→"],
  ])("refuses %j: %j, which HTTP does not allow", async (key, value) => {
    await expect(
      failure("rawRequest", { ...get, headers: [{ key, value }] }),
    ).resolves.toMatchObject({
      message: `Header: expected names and values that HTTP allows, got "${key}".`,
    });
  });
});

describe("Data", () => {
  it.each([
    ["JSON as text, to the letter", '{ "a": 1.0 }', '{ "a": 1.0 }'],
    ["an object", { a: [1, null, "ü"] }, '{"a":[1,null,"ü"]}'],
    ["a list", [1, 2], "[1,2]"],
    ["a number", 7, "7"],
    ["false", false, "false"],
    ["the text null", "null", "null"],
  ])("takes %s as JSON", async (_, data, body) => {
    const arrived = arrival();
    await run("rawRequest", { ...post, data });
    expect(JSON.parse(arrived.body)).toEqual(JSON.parse(body));
    expect(valuesOf(arrived, "content-type")).toEqual(["application/json"]);
    expect(valuesOf(arrived, "content-length")).toEqual([String(Buffer.byteLength(body))]);
  });

  it("sends an object under the Content-Type that the headers give", async () => {
    const arrived = arrival();
    await run("rawRequest", {
      ...post,
      data: { a: 1 },
      headers: [{ key: "content-type", value: "application/merge-patch+json" }],
    });
    expect(arrived.body).toBe('{"a":1}');
    expect(valuesOf(arrived, "content-type")).toEqual(["application/merge-patch+json"]);
  });

  it.each([
    ["bytes", everyByte, "application/octet-stream"],
    ["a file from an earlier step", { data: everyByte, contentType: "image/png" }, "image/png"],
  ])("sends %s as they are", async (_, data, type) => {
    const arrived = arrival();
    await run("rawRequest", { ...post, data });
    expect(arrived.body).toBe(everyByte.toString("hex"));
    expect(valuesOf(arrived, "content-type")).toEqual([type]);
  });

  it("sends bytes that are JSON as JSON, where nothing says what they are", async () => {
    const arrived = arrival();
    await run("rawRequest", { ...post, data: Buffer.from('\ufeff{"a":1}') });
    expect(arrived.body).toBe('{"a":1}');
    expect(valuesOf(arrived, "content-type")).toEqual(["application/json"]);
    const file = arrival();
    const data = { data: Buffer.from('{"a":1}'), contentType: "text/plain" };
    await run("rawRequest", { ...post, data });
    expect(valuesOf(file, "content-type")).toEqual(["text/plain"]);
  });

  it.each([
    ['{"a":["x\\ud83d"]}', "Data.a[0]: a character is cut in half at position 2."],
    [
      '{"a\\u0000":1}',
      "Data: the name of a field: expected text without NUL characters, got one at position 2.",
    ],
  ])("refuses %s, which could not be read in Gorgias", async (data, message) => {
    for (const headers of [{}, { "Content-Type": "application/json" }]) {
      const error = await failure("rawRequest", { ...post, data, headers });
      expect(error.message).toBe(message);
    }
    const arrived = arrival();
    await run("rawRequest", { ...post, data, headers: { "Content-Type": "text/plain" } });
    expect(arrived.body).toBe(data);
  });

  it("left blank, sends neither a body nor a Content-Type", async () => {
    const arrived = arrival();
    await run("rawRequest", { ...post, data: "" });
    expect(arrived.body).toBe("");
    expect(valuesOf(arrived, "content-type")).toEqual([]);
  });

  it("refuses text that nothing says what it is", async () => {
    await expect(failure("rawRequest", { ...post, data: "a=1" })).resolves.toMatchObject({
      message:
        "Data: expected JSON, or a Content-Type header that says what other text this is: see line 1, column 1.",
    });
  });

  it("keeps a byte order mark in text, and sends none with JSON", async () => {
    const headers = [{ key: "Content-Type", value: "text/csv" }];
    const csv = arrival();
    await run("rawRequest", { ...post, data: "\ufeffName;Ort\n ", headers });
    expect(csv.body).toBe("\ufeffName;Ort\n ");
    const json = arrival();
    await run("rawRequest", { ...post, data: "\ufeff [1]\u200b\n" });
    expect(json.body).toBe("[1]");
  });

  it.each([
    { formData: [{ key: "a", value: "1" }] },
    { fileData: [{ key: "a", value: everyByte }] },
  ])("is refused beside a form", async (form) => {
    await expect(failure("rawRequest", { ...post, data: "{}", ...form })).resolves.toMatchObject({
      message: "Data: cannot be sent beside Form Data or File Data. Clear one of them.",
    });
  });
});

describe("Form Data and File Data", () => {
  it("become one multipart form, with the names that File Data File Names gives", async () => {
    const arrived = arrival();
    await run("rawRequest", {
      ...post,
      formData: [
        { key: "note", value: 'ü "quoted"' },
        { key: "note", value: "again" },
        { key: "count", value: 2 },
        { key: "options", value: { a: 1 } },
      ],
      fileData: [
        { key: "photo", value: { data: everyByte, contentType: "image/png" } },
        { key: "empty", value: { data: Buffer.alloc(0), contentType: "text/plain" } },
      ],
      fileDataFileNames: [{ key: "photo", value: "Foto ü.png" }],
    });
    await expect(partsOf(arrived)).resolves.toEqual([
      { name: "note", value: 'ü "quoted"' },
      { name: "note", value: "again" },
      { name: "count", value: "2" },
      { name: "options", value: '{"a":1}' },
      { name: "photo", file: "Foto ü.png", type: "image/png", content: everyByte },
      { name: "empty", file: "empty", type: "text/plain", content: Buffer.alloc(0) },
    ]);
    expect(valuesOf(arrived, "content-length")).toHaveLength(1);
  });

  it("keeps its boundary when a Content-Type header is given as well", async () => {
    const arrived = arrival();
    await run("rawRequest", {
      ...post,
      formData: { a: "1" },
      headers: { "Content-Type": "multipart/form-data" },
    });
    await expect(partsOf(arrived)).resolves.toEqual([{ name: "a", value: "1" }]);
  });

  it("is sent whole again when it is tried again", async () => {
    gorgias().post("/api/things").reply(429, "", { "Retry-After": "0" });
    const arrived = arrival();
    await run("rawRequest", { ...post, fileData: { a: everyByte }, maxRetries: 1 });
    await expect(partsOf(arrived)).resolves.toMatchObject([{ content: everyByte }]);
  });

  it.each([
    [{ fileData: { a: 7 } }, /^File Data: a: expected a file/],
    [{ fileData: "a" }, /^File Data: expected a key-value list/],
    [{ formData: 7 }, /^Form Data: expected a key-value list/],
    [{ fileDataFileNames: 7 }, /^File Data File Names: expected a key-value list/],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("rawRequest", { ...post, ...inputs })).resolves.toMatchObject({
      message: expect.stringMatching(message),
    });
  });
});

describe("Response Type", () => {
  it.each([
    ["json", '{"a":1}', { a: 1 }],
    ["json", "", null],
    ["text", '{"a":1}', '{"a":1}'],
    ["document", "<a/>", "<a/>"],
    ["binary", everyByte, everyByte],
    ["arraybuffer", everyByte, everyByte],
    ["binary", "", Buffer.alloc(0)],
  ])("%s reads %j", async (responseType, body, data) => {
    gorgias().get("/api/things").reply(200, body);
    await expect(run("rawRequest", { ...get, responseType })).resolves.toEqual(data);
  });

  it("json is the default, and what is none is an error", async () => {
    gorgias().get("/api/things").reply(200, "<html>");
    await expect(failure("rawRequest", get)).resolves.toMatchObject({
      message: 'GET /api/things: Gorgias answered 200 with something other than JSON: "<html>".',
    });
  });

  it.each(["HEAD", "DELETE", "PUT"])(
    "an empty answer to a %s is empty, even when it is said to be compressed",
    async (method) => {
      gorgias().intercept("/api/things", method).reply(200, "", { "Content-Encoding": "gzip" });
      await expect(run("rawRequest", { ...get, method })).resolves.toBeNull();
    },
  );

  it.each(["gzip", "br", "deflate"] as const)(
    "an answer compressed by %s is unpacked",
    async (by) => {
      const pack = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }[by];
      gorgias().get("/api/things").reply(200, pack('{"a":"ü"}'), { "Content-Encoding": by });
      await expect(run("rawRequest", get)).resolves.toEqual({ a: "ü" });
    },
  );

  it("refuses what it does not know", async () => {
    await expect(failure("rawRequest", { ...get, responseType: "xml" })).resolves.toMatchObject({
      message: 'Response Type: expected json, text or binary, got "xml".',
    });
  });
});

describe("retries", () => {
  it.each([{}, { maxRetries: "" }])("are off by default: a 500 is one try (%j)", async (inputs) => {
    gorgias().get("/api/things").reply(500);
    await expect(failure("rawRequest", { ...get, ...inputs })).resolves.toMatchObject({
      status: 500,
      attempts: 1,
    });
  });

  it("come as often as Max Retry Count says", async () => {
    gorgias().get("/api/things").times(3).reply(500);
    await expect(failure("rawRequest", { ...get, maxRetries: "2" })).resolves.toMatchObject({
      message: "GET /api/things: Gorgias answered 500. Tried 3 times.",
      attempts: 3,
    });
  });

  it.each([
    ["POST", 500],
    ["PATCH", 503],
    ["GET", 400],
  ])("spare a %s answered %i unless all errors are meant", async (method, status) => {
    gorgias().intercept("/api/things", method).reply(status);
    await expect(failure("rawRequest", { ...get, method, maxRetries: 3 })).resolves.toMatchObject({
      status,
      attempts: 1,
    });
  });

  it.each([
    ["POST", 500],
    ["PATCH", 503],
    ["GET", 400],
    ["GET", 404],
  ])("come after a %s answered %i with Retry On All Errors", async (method, status) => {
    gorgias().intercept("/api/things", method).reply(status);
    gorgias().intercept("/api/things", method).reply(200, { ok: true });
    await expect(
      run("rawRequest", { ...get, method, maxRetries: 1, retryAllErrors: true }),
    ).resolves.toEqual({ ok: true });
  });

  it("never come after a write that was carried out, and whose answer cannot be read", async () => {
    gorgias().post("/api/things").reply(200, "<html>");
    await expect(
      failure("rawRequest", { ...get, method: "POST", maxRetries: 3, retryAllErrors: true }),
    ).resolves.toMatchObject({
      attempts: 1,
      message: expect.stringMatching(/The change was made all the same/),
    });
  });

  it.each([
    ["maxRetries", "21", 'Max Retry Count: expected a whole number from 0 to 20, got "21".'],
    ["retryDelayMS", -1, "Retry Delay (ms): expected a whole number from 0 to 60000, got -1."],
    ["retryAllErrors", "x", 'Retry On All Errors: expected true or false, got "x".'],
    ["useExponentialBackoff", 2, "Use Exponential Backoff: expected true or false, got 2."],
    ["timeout", "1s", 'Timeout: expected a whole number from 0 to 840000, got "1s".'],
  ])("%s %j is refused", async (key, value, message) => {
    await expect(failure("rawRequest", { ...get, [key]: value })).resolves.toMatchObject({
      message,
    });
  });
});

describe("errors and log are those of every action", () => {
  it.each([
    [401, "GorgiasConnectionError"],
    [403, "GorgiasConnectionError"],
    [400, "GorgiasError"],
    [307, "GorgiasError"],
  ])("%i is a %s that holds no secret", async (status, name) => {
    gorgias()
      .get("/api/things")
      .reply(
        status,
        { error: { msg: `Your role does not allow ${secrets.join(" ")}` } },
        { location: "https://evil.example" },
      );
    const error = await failure("rawRequest", get);
    expect(error).toMatchObject({ name, status });
    const everything = `${error.stack} ${inspect(error, { depth: 9 })}`;
    expect(secrets.slice(0, 5).filter((secret) => everything.includes(secret))).toEqual([]);
  });

  it("Debug Request masks credentials, also those in Data, Header and query", async () => {
    const mine = [secrets[0], secrets[3], secrets[4]];
    gorgias().post("/api/things").query(true).reply(200, { echo: mine });
    const log = newLog();
    await run(
      "rawRequest",
      {
        ...post,
        data: JSON.stringify({ mine }),
        queryParams: mine.map((value) => ({ key: "q", value })),
        headers: mine.map((value) => ({ key: "x-mine", value })),
        debugRequest: true,
      },
      log,
    );
    expect(log.lines).toHaveLength(1);
    expect(mine.filter((secret = "") => log.lines[0]?.includes(secret))).toEqual([]);
    // Nor in part, or written in another way.
    expect(log.lines[0]).not.toMatch(/s3cr3t|czNjcjN0/);
  });

  it("a body that is cut for its length hides what it holds, too", async () => {
    const echo = `${"x".repeat(3_980)}${secrets[0]}${"x".repeat(3_000)}`;
    gorgias().post("/api/things").reply(200, { first: secrets[0], echo });
    const log = newLog();
    await run(
      "rawRequest",
      { ...post, data: { first: secrets[0], echo }, debugRequest: true },
      log,
    );
    expect(log.lines[0]).not.toMatch(/s3cr3t/);
  });
});

describe("in time", () => {
  useFakeTime();

  const on = (domain: string) => ({ ...get, connection: connectionTo(domain) });

  it("Retry Delay passes between tries", async () => {
    gorgias("raw-delay").get("/api/things").times(3).reply(500);
    gorgias("raw-delay").get("/api/things").reply(200, {});
    const inputs = { ...on("raw-delay"), maxRetries: 3, retryDelayMS: 1500 };
    expect(await pass(run("rawRequest", inputs))).toBeCloseTo(4.5, 1);
  });

  it("with Exponential Backoff the delay doubles, and Retry Delay is ignored", async () => {
    jest.mocked(Math.random).mockReturnValue(0.999);
    gorgias("raw-backoff").get("/api/things").times(3).reply(500);
    gorgias("raw-backoff").get("/api/things").reply(200, {});
    const inputs = {
      ...on("raw-backoff"),
      maxRetries: 3,
      retryDelayMS: 60_000,
      useExponentialBackoff: "true",
    };
    // 0.5 + 1 + 2
    expect(await pass(run("rawRequest", inputs))).toBeCloseTo(3.5, 1);
  });

  it("Retry-After is honoured", async () => {
    gorgias("raw-asks").get("/api/things").reply(429, "", { "Retry-After": "7" });
    gorgias("raw-asks").get("/api/things").reply(200, {});
    expect(await pass(run("rawRequest", { ...on("raw-asks"), maxRetries: 1 }))).toBeCloseTo(7, 1);
  });

  it.each([
    ["left blank", "", {}, 30],
    ["of 0", "0", {}, 30],
    ["of 1500", "1500", {}, 1.5],
    ["left blank, for a binary answer,", "", { responseType: "binary" }, 120],
    ["left blank, with a file,", "", { fileData: { a: Buffer.from("x") } }, 120],
    ["of 1500, with a file,", 1500, { fileData: { a: Buffer.from("x") } }, 1.5],
  ])("a Timeout %s ends the try in time", async (name, timeout, inputs, seconds) => {
    const domain = `raw-silent-${name.replace(/\W+/g, "-")}x`;
    gorgias(domain).get("/api/things").delay(3_600_000).reply(200);
    const work = failure("rawRequest", { ...on(domain), ...inputs, timeout });
    expect(await pass(work, true)).toBeCloseTo(seconds, 1);
    expect((await work).message).toContain(
      `no answer from https://${domain}.gorgias.com (it took too long).`,
    );
  });
});
