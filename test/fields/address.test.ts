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
  ["what else it has", { ...jo, id: 5 }, [{ ...jo, id: 5 }]],
  ["a customer", { id: 9, email: "jo@example.com", name: "Jo Martin", meta: null }, [jo]],
  ["a source, by its part", { type: "email", from: jo, to: [sam] }, [sam]],
  ["a source without that part", { type: "email", from: jo }, undefined],
])("what earlier steps hand over is taken: %s", (_, given, read) => {
  expect(many.read(given, "To")).toEqual(read);
});

it("one address takes the address that a source comes from", () => {
  expect(one.read({ type: "email", from: jo, to: [sam] }, "From")).toEqual(jo);
  expect(one.read("Jo Martin <jo@example.com>", "From")).toEqual(jo);
});

it.each([undefined, null, "", " ", " , ;\n", [], [" ", null], { to: [] }])(
  "%j is blank",
  (given) => {
    expect(many.read(given, "To")).toBeUndefined();
  },
);

it.each<[unknown, string]>([
  ["Jo <>", "expected an address"],
  ["Jo <jo@example.com", "expected an address"],
  ['"Jo"', "expected an address"],
  [{ name: "Jo" }, "expected an address"],
  [true, "expected text"],
  [{ address: true }, "expected text"],
  [new Map(), "expected JSON"],
  ["sam\0@example.com", "expected text without NUL characters, got one at position 4."],
])("refuses %j", (given, problem) => {
  expect(() => many.read(given, "To")).toThrow(`To: ${problem}`);
});

it("one address refuses two", () => {
  expect(() => one.read([jo, sam], "From")).toThrow("From: expected one address");
});
