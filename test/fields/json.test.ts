import fc from "fast-check";
import nock from "../support/nock";
import { failure, run } from "../support/steps";
import { gorgias, ORIGIN, useWire } from "../support/wire";

useWire();

/** What Update Customer Data sends for a value. */
async function sent(data: unknown): Promise<unknown> {
  let body: unknown;
  const scope = nock(ORIGIN)
    .put("/api/customers/7/data")
    .reply(202, (_uri, given) => {
      body = given;
      return "";
    });
  await run("updateCustomerData", { customer_id: 7, data });
  scope.done();
  return (body as { data: unknown }).data;
}

const refusal = async (data: unknown) =>
  (await failure("updateCustomerData", { customer_id: 7, data })).message;

/** JSON as it can be given, in all of its forms. */
const forms = (value: unknown) => {
  const text = JSON.stringify(value);
  const bytes = Buffer.from(text);
  return [
    text,
    `\ufeff\u200b ${text}\u00a0`,
    bytes,
    new Uint8Array(bytes),
    Uint8Array.from(bytes).buffer,
    Buffer.concat([Buffer.from("\ufeff"), bytes]),
    JSON.parse(JSON.stringify(bytes)),
    { data: bytes, contentType: "application/json" },
    { data: JSON.parse(JSON.stringify(bytes)), contentType: "application/json" },
  ];
};

it.each([{ tier: "gold", points: [1, null, -0.5] }, [1], true, 7, "ü€😀"])(
  "%j is sent as it is, as a value, as text, or in a file",
  async (value) => {
    for (const form of forms(value)) {
      await expect(sent(form)).resolves.toEqual(value);
    }
  },
);

describe("whatever is given", () => {
  /** JSON that a text or an earlier step can hold, keys that mean something to JavaScript included. */
  const json = fc.jsonValue({ depthSize: "small", stringUnit: "binary" });
  const odd = fc.dictionary(
    fc.constantFrom("__proto__", "constructor", "toString", "id", "data", "type", "a\ud83d", "\0"),
    fc.oneof(json, fc.constantFrom<unknown>(undefined, Number.NaN, 1n, new Map(), new Date(0))),
  );

  const arrives = async (form: unknown, value: unknown) => {
    const outcome = await sent(form).then(
      (data) => ({ data }),
      (error: Error) => ({ error }),
    );
    if ("error" in outcome) {
      nock.cleanAll();
      expect(outcome.error.name).toBe("InputError");
      expect(outcome.error.message).toMatch(/^Data\b/);
    } else {
      expect(JSON.stringify(outcome.data)).toBe(JSON.stringify(value));
    }
    return !("error" in outcome);
  };

  it("a JSON value arrives unaltered or is refused", async () => {
    let arrived = 0;
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        for (const form of [{ value }, JSON.stringify({ value })]) {
          arrived += (await arrives(form, { value })) ? 1 : 0;
        }
      }),
      { seed: 20_260_301, numRuns: 150 },
    );
    expect(arrived).toBeGreaterThan(200);
  });

  it("so does an object of any keys with what JSON cannot hold", async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (value) => {
        const isLossless = Object.values(value).every(
          (one) => !(one instanceof Map) && !Number.isNaN(one),
        );
        const arrived = await arrives({ value }, isLossless && safely({ value }));
        expect(arrived && !isLossless).toBe(false);
      }),
      { seed: 20_260_301, numRuns: 150 },
    );
  });

  /** What JSON makes of a value; whole numbers of any kind are numbers there. */
  function safely(value: unknown): unknown {
    const text = JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one));
    return JSON.parse(text);
  }
});

describe("what JSON cannot hold is refused by its place", () => {
  class Account {
    #balance = 7;
    get balance() {
      return this.#balance;
    }
  }
  const cyclic: Record<string, unknown> = {};
  cyclic.self = [cyclic];

  it.each<[unknown, string]>([
    [new Map([["a", 1]]), ": expected JSON, got a Map."],
    [{ list: [1, new Set([1])] }, ".list[1]: expected JSON, got a Set."],
    [[1, undefined], "[1]: expected JSON, got nothing."],
    // biome-ignore lint/suspicious/noSparseArray: a list with a hole is what is meant
    [{ a: [1, , 2] }, ".a[1]: expected JSON, got nothing."],
    [{ a: () => 7 }, ".a: expected JSON, got a function."],
    [{ a: Symbol("s") }, ".a: expected JSON, got a symbol."],
    [{ a: Number.NaN }, ".a: expected JSON, got NaN."],
    [{ a: Number.NEGATIVE_INFINITY }, ".a: expected JSON, got -Infinity."],
    [
      { a: 2n ** 64n },
      ".a: the number 18446744073709551616 has more digits than can be kept: put it in double quotes.",
    ],
    [
      { a: [2 ** 53] },
      ".a[0]: the number 9007199254740992 has more digits than can be kept: put it in double quotes.",
    ],
    [
      [{ a: -1e21 }],
      "[0].a: the number -1e+21 has more digits than can be kept: put it in double quotes.",
    ],
    [{ a: 10n ** 50n }, ".a: a number has more digits than can be kept: put it in double quotes."],
    [
      { a: Object(1e17) },
      ".a: the number 100000000000000000 has more digits than can be kept: put it in double quotes.",
    ],
    [{ a: JSON.parse(JSON.stringify(Buffer.from("{}"))) }, ".a: expected JSON, got a file."],
    [
      [{ data: JSON.parse(JSON.stringify(Buffer.from("x"))), name: "a" }],
      "[0].data: expected JSON, got a file.",
    ],
    ['{ "a": { "type": "Buffer", "data": [1] } }', ".a: expected JSON, got a file."],
    [{ data: Buffer.from("{}"), note: "keep me" }, ".data: expected JSON, got a file."],
    [
      { data: JSON.parse(JSON.stringify(Buffer.from("{}"))), 7: 1 },
      ".data: expected JSON, got a file.",
    ],
    [{ a: new Date(Number.NaN) }, ".a: expected JSON, got an invalid date."],
    [{ a: Buffer.from("{}") }, ".a: expected JSON, got a file."],
    [{ a: new Float64Array(1) }, ".a: expected JSON, got a Float64Array."],
    [{ a: new Account() }, ".a: expected JSON, got {}."],
    [{ a: new Error("no") }, ".a: expected JSON, got an Error."],
    [{ a: /x/ }, ".a: expected JSON, got a RegExp."],
    [{ a: Promise.resolve(7) }, ".a: expected JSON, got a Promise."],
    [{ a: new URLSearchParams("a=1") }, ".a: expected JSON, got a URLSearchParams."],
    [cyclic, ": is nested more than 500 deep, or holds itself."],
    ["[".repeat(20_000) + "]".repeat(20_000), ": is nested more than 500 deep, or holds itself."],
    [Buffer.from([0xff, 0xd8, 0xff]), ": expected JSON, got a file."],
    [
      { data: Buffer.from("PK\u0003"), contentType: "a/b" },
      ': expected JSON, got "PK\\u0003" at line 1, column 1.',
    ],
    [{ a: ["x\ud83d"] }, ".a[0]: a character is cut in half at position 2."],
    ['{ "a": "\\ud83d" }', ".a: a character is cut in half at position 1."],
    ['{ "a": "\\u0000" }', ".a: expected text without NUL characters, got one at position 1."],
    [{ a: { "b\udc00": 1 } }, ".a: the name of a field: a character is cut in half at position 2."],
    [
      { "\0": 1 },
      ": the name of a field: expected text without NUL characters, got one at position 1.",
    ],
  ])("%p", async (value, problem) => {
    await expect(refusal(value)).resolves.toBe(`Data${problem}`);
  });

  it.each<[unknown, unknown]>([
    [{ a: undefined, b: 1 }, { b: 1 }],
    [
      { a: Number.MAX_SAFE_INTEGER, b: 1e-300 },
      { a: Number.MAX_SAFE_INTEGER, b: 1e-300 },
    ],
    [
      { type: "Buffer", data: ["a"] },
      { type: "Buffer", data: ["a"] },
    ],
    [
      {
        data: Buffer.from("[7]"),
        contentType: "a/b",
        name: "a.json",
        size: 3,
        suggestedExtension: "json",
      },
      [7],
    ],
    [{ a: new Date(0) }, { a: "1970-01-01T00:00:00.000Z" }],
    [
      { a: 7n, b: Object("x") },
      { a: 7, b: "x" },
    ],
    [{ a: new URL("https://example.com/") }, { a: "https://example.com/" }],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [Object.assign(new Account(), { id: 7 }), { id: 7 }],
    [
      {
        a: Array(400)
          .fill(0)
          .reduce((inner) => [inner], 1),
      },
      {
        a: Array(400)
          .fill(0)
          .reduce((inner) => [inner], 1),
      },
    ],
  ])("%p is JSON", async (value, body) => {
    await expect(sent(value)).resolves.toEqual(body);
  });
});

describe("a number that would be rounded is refused with its digits", () => {
  it.each([
    ['{ "id": 9007199254740993 }', "9007199254740993"],
    ['{ "id": -1610521604143693812 }', "-1610521604143693812"],
    ["[0.12345678901234567890123]", "0.12345678901234567890123"],
    ["[1, 1e400]", "1e400"],
    ["[1e-400]", "1e-400"],
    ["[12345678901234567.5E2]", "12345678901234567.5E2"],
    ['["\\\\", "\\"", 9007199254740993]', "9007199254740993"],
  ])("%s", async (text, digits) => {
    const message = `Data: the number ${digits} has more digits than can be kept: put it in double quotes.`;
    await expect(refusal(text)).resolves.toBe(message);
    await expect(refusal(Buffer.from(text))).resolves.toBe(message);
  });

  it.each([
    "9007199254740992",
    "1610521604143693800",
    "100000000000000000000000",
    "1e21",
    "1E+2",
    "-0",
    "0.1",
    "0.30000000000000004",
    "1.7976931348623157e308",
    "5e-324",
    "0",
    '"9007199254740993"',
    '{ "9007199254740993": "1e400 \\" 9007199254740993" }',
  ])("%s is not", async (text) => {
    const body = await sent(`[${text}]`);
    expect(JSON.stringify(body)).toBe(JSON.stringify(JSON.parse(`[${text}]`)));
  });

  it("however long the texts around it are", async () => {
    const long = '\\"\\n'.repeat(3_000_000);
    await expect(refusal(`{ "a": "${long}", "b": 9007199254740993 }`)).resolves.toBe(
      "Data: the number 9007199254740993 has more digits than can be kept: put it in double quotes.",
    );
  });

  it("Raw Request sends them as they are typed", async () => {
    const data = '{ "a": 123456789012345678901234567890 }';
    gorgias().put("/api/things").matchHeader("content-length", String(data.length)).reply(200, {});
    await run("rawRequest", { method: "PUT", url: "/things", data });
  });
});

describe("an error in JSON says where it is", () => {
  it.each([
    ["{", "the end of the text at line 1, column 2"],
    ['{\n  "a": 1,\n  "b": }\n', '"}" at line 3, column 8'],
    ['{ "a": 1, }', '"}" at line 1, column 11'],
    ["\ufeff{ a: 1 }", '"a: 1 }" at line 1, column 3'],
    ["\ufeff[\n1 2]", '"2]" at line 2, column 3'],
    ["[1 2]", '"2]" at line 1, column 4'],
    ["{ a: 1 }", '"a: 1 }" at line 1, column 3'],
    ["{ 'a': 1 }", "\"'a': 1 }\" at line 1, column 3"],
    ['{ "a" 1 }', '"1 }" at line 1, column 7'],
    ['{ "a": 1 "b": 2 }', '"\\"b\\": 2 }" at line 1, column 10'],
    ['["😀😀", x]', '"x]" at line 1, column 8'],
    ['["two\nlines"]', '"\\nlines\\"]" at line 1, column 6'],
    ['["a\\x"]', '"\\\\x\\"]" at line 1, column 4'],
    ['["open]', "the end of the text at line 1, column 8"],
    ["[01]", '"1]" at line 1, column 3'],
    ["[1.]", '".]" at line 1, column 3'],
    ["[NaN]", '"NaN]" at line 1, column 2'],
    ["[undefined]", '"undefined]" at line 1, column 2'],
    ["{}{}", '"{}" at line 1, column 3'],
    ["]", '"]" at line 1, column 1'],
    ["{ ]", '"]" at line 1, column 3'],
    ["[}", '"}" at line 1, column 2'],
    ['{ "a": [1, { "b": tru } ] }', '"tru } ] }" at line 1, column 19'],
    ['{ "a": { "b": 1 }, "c" }', '"}" at line 1, column 24'],
    ["gold", '"gold" at line 1, column 1'],
    ["\n\n  gold", '"gold" at line 3, column 3'],
    [`[${"x".repeat(200)}]`, `"${"x".repeat(99)}… at line 1, column 2`],
  ])("%j", async (text, place) => {
    await expect(refusal(text)).resolves.toBe(`Data: expected JSON, got ${place}.`);
  });

  it("is found behind a text with millions of escapes", async () => {
    const text = JSON.stringify("\n".repeat(3_000_000));
    expect(await refusal(`[${text} x]`)).toBe(
      'Data: expected JSON, got "x]" at line 1, column 6000005.',
    );
  });

  it("Raw Request says it, too", async () => {
    const error = await failure("rawRequest", {
      method: "POST",
      url: "/x",
      data: '\ufeff{\n"a": }',
    });
    expect(error.message).toBe(
      "Data: expected JSON, or a Content-Type header that says what other text this is: see line 2, column 6.",
    );
  });
});
