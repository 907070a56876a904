import { address, addresses } from "../../src/fields/address";

const one = address({ label: "From", comments: "", part: "from" });
const many = addresses({ label: "To", comments: "", part: "to" });

const jo = { name: "Jo Martin", address: "jo@example.com" };
const sam = { address: "sam@example.com" };

it.each<[unknown, unknown]>([
  ["sam@example.com", [sam]],
  [" mailto:sam@example.com\u200b", [sam]],
  ["<sam@example.com>", [sam]],
  ["Jo Martin <jo@example.com>", [jo]],
  ['"Jo Martin" <jo@example.com>', [jo]],
  ['"Martin, Jo \\"J\\"" <jo@example.com>', [{ ...jo, name: 'Martin, Jo "J"' }]],
  ["Jo Martin <jo@example.com>, sam@example.com", [jo, sam]],
  ["Jo Martin <jo@example.com>; sam@example.com;", [jo, sam]],
  ["Jo Martin <jo@example.com>\r\n\nsam@example.com\n", [jo, sam]],
  ["Martin, Jo <+33612>", [{ name: "Martin, Jo", address: "+33612" }]],
  ["Acme, Inc. <jo@example.com>; sam@example.com", [{ ...jo, name: "Acme, Inc." }, sam]],
  ["+33612, Jo <+33613>", [{ address: "+33612" }, { name: "Jo", address: "+33613" }]],
  ["[Acme] Support <sam@example.com>", [{ name: "[Acme] Support", ...sam }]],
  ['"Jo\r\n Martin" <jo@example.com>', [jo]],
  ["bob, jane", [{ address: "bob" }, { address: "jane" }]],
  ["+33 6 12 34", [{ address: "+33 6 12 34" }]],
  [33612345678, [{ address: "33612345678" }]],
])("%j typed is read as %j", (given, read) => {
  expect(many.read(given, "To")).toEqual(read);
});

it.each<[string, unknown, unknown]>([
  ["rows", ["Jo Martin <jo@example.com>", "", "sam@example.com"], [jo, sam]],
  ["JSON", '[{ "address": "sam@example.com" }]', [sam]],
  ["a message's own list", [jo, sam], [jo, sam]],
  ["one of its addresses", jo, [jo]],
  ["a list in a row", [[jo], sam], [jo, sam]],
  ["a row of JSON", ['{ "address": "sam@example.com" }'], [sam]],
  ["an address without a name", { name: null, address: "sam@example.com" }, [sam]],
  ["an address alone, whatever else it has", { ...jo, id: 5, user: { id: 5 } }, [jo]],
  [
    "a customer's channels, without one that was deleted",
    [
      {
        id: 1,
        type: "email",
        address: "old@example.com",
        deleted_datetime: "2026-01-01T00:00:00Z",
      },
      { id: 2, type: "email", address: "sam@example.com", deleted_datetime: null, user: { id: 5 } },
    ],
    [sam],
  ],
  ["a list of customers", { data: [{ id: 9, ...sam, email: "sam@example.com" }] }, [sam]],
  ["a customer", { id: 9, email: "jo@example.com", name: "Jo Martin", meta: null }, [jo]],
  ["a source, by its part", { type: "email", from: jo, to: [sam] }, [sam]],
  ["a source without that part", { type: "email", from: jo }, undefined],
  ["a source without addresses", { type: "phone" }, undefined],
  [
    "the source of a note",
    { type: "internal-note", from: {}, to: [{ name: null, address: null }, { name: "Jo" }] },
    undefined,
  ],
])("what earlier steps hand over is taken: %s", (_, given, read) => {
  expect(many.read(given, "To")).toEqual(read);
});

it("one address takes the address that a source comes from", () => {
  expect(one.read({ type: "email", from: jo, to: [sam] }, "From")).toEqual(jo);
  expect(one.read("Jo Martin <jo@example.com>", "From")).toEqual(jo);
});

it.each([
  undefined,
  null,
  "",
  " ",
  " , ;\n",
  [],
  [" ", null],
  { to: [] },
  { name: null, address: null },
])("%j is blank", (given) => {
  expect(many.read(given, "To")).toBeUndefined();
});

it.each<[unknown, string, string?]>([
  ["Jo <>", "expected an address", '"Jo <>"'],
  ["Jo <jo@example.com", "expected an address"],
  ["<jo@\nexample.com>", "expected an address"],
  ['"Jo"', "expected an address"],
  ['"Jo <jo@example.com>', "expected a closing quote in the name"],
  ['Jo "J <jo@example.com>, sam@example.com', "expected an address"],
  ["[sam@example.com", "expected an address"],
  ["Doe, Jane <1@x>, Roe, Rob <2@x>", "expected quotes around a name that has a comma in it"],
  ["Doe, Jane <+331>, +332", "expected quotes around a name that has a comma in it"],
  ["jane_1, Jo <jo_2>", "expected quotes around a name that has a comma in it"],
  ["Doe, <+331>", "expected quotes around a name that has a comma in it"],
  [{ name: "Jo" }, "expected an address", '{"name":"Jo"}'],
  [{ type: "http", name: "Jo" }, "expected an address"],
  [true, "expected text"],
  [{ address: true }, "expected text"],
  [new Map(), "expected an address", "a Map"],
  [[Buffer.from("jo@example.com")], "expected an address", "a file"],
  ["sam\0@example.com", "expected text without NUL characters, got one at position 4."],
])("refuses %j: %s", (given, problem, got = expect.anything()) => {
  const refused = () => many.read(given, "To");
  expect(refused).toThrow(`To: ${problem}`);
  if (!problem.endsWith(".")) {
    expect(refused).toThrow(
      expect.objectContaining({ refusals: [expect.objectContaining({ got })] }),
    );
  }
});

it("refuses all that is wrong at once", () => {
  const given = ["<>", "jo@example.com, <sam", "sam@example.com"];
  expect(() => many.read(given, "To")).toThrow(
    expect.objectContaining({
      refusals: ['"<>"', '"<sam"'].map((got) => ({
        input: "To",
        problem: "expected an address",
        got,
      })),
    }),
  );
});

it("one address refuses two", () => {
  expect(() => one.read([jo, sam], "From")).toThrow("From: expected one address");
});

it("looks at each sign of a long text once, however many quotes are open", () => {
  const before = process.cpuUsage().user;
  expect(() => many.read('"\\'.repeat(100_000), "To")).toThrow("To: expected an address");
  expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
});
