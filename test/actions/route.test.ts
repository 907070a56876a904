import { endpoint } from "../../src/actions/endpoint";
import { filledIn, partsOf } from "../../src/actions/route";
import { required } from "../../src/fields/field";
import { id } from "../../src/fields/number";
import { text } from "../../src/fields/text";
import { deletion } from "../../src/schemas/deletion";

const said = { label: "Delete Thing", description: "Delete a thing.", guidance: "" };
const thing = required(id({ label: "Thing ID", comments: "The thing." }));

it("a route says method, path, and what is filled in where", () => {
  expect(partsOf("POST /tickets/{ticket_id}/messages/{id}{?action,limit}")).toEqual({
    method: "POST",
    path: "/tickets/{ticket_id}/messages/{id}",
    pathNames: ["ticket_id", "id"],
    queryNames: ["action", "limit"],
  });
});

it("a value stands in its part of the path and nowhere else", () => {
  const filled = filledIn(partsOf("GET /files/{name}{?type}"), {
    name: "a?b#c%d é",
    type: "x",
    note: "y",
  });
  expect(filled).toMatchObject({
    path: "/files/a%3Fb%23c%25d%20%C3%A9",
    query: { type: "x" },
    rest: { note: "y" },
  });
});

it.each(["..", ".", "", "a/b", "a\\b", "a\nb"])("%j cannot be a part of a path", (name) => {
  expect(() => filledIn(partsOf("GET /files/{name}"), { name })).toThrow(
    /cannot be part of a path/,
  );
});

it.each([
  ["GET", { readOnly: true, destructive: false, idempotent: true }],
  ["POST", { readOnly: false, destructive: false, idempotent: false }],
  ["PUT", { readOnly: false, destructive: true, idempotent: true }],
  ["DELETE", { readOnly: false, destructive: true, idempotent: true }],
] as const)("what %s does to Gorgias follows from it", (method, effect) => {
  const { effect: found } = endpoint({
    route: `${method} /things/{id}`,
    ...said,
    inputs: { id: thing },
    returns: deletion,
  });
  expect(found).toEqual(effect);
});

it("a POST that only reads says so", () => {
  const { effect } = endpoint({
    route: "POST /search",
    ...said,
    readOnly: true,
    inputs: {},
    returns: deletion,
  });
  expect(effect).toEqual({ readOnly: true, destructive: false, idempotent: true });
});

it("a POST that can delete what is there says so", () => {
  const { effect } = endpoint({
    route: "POST /jobs",
    ...said,
    destructive: true,
    inputs: {},
    returns: deletion,
  });
  expect(effect).toEqual({ readOnly: false, destructive: true, idempotent: false });
});

// What follows is checked by `npm run typecheck`: none of it compiles without its first line.
it("a part of a route without an input of that name does not compile", () => {
  const missing = endpoint({
    route: "DELETE /things/{id}",
    ...said,
    // @ts-expect-error there is no input id
    inputs: {},
    returns: deletion,
  });
  const blank = { id: id({ label: "Thing ID", comments: "The thing." }) };
  endpoint({
    route: "DELETE /things/{id}",
    ...said,
    // @ts-expect-error the input may be left blank
    inputs: blank,
    returns: deletion,
  });
  endpoint({
    route: "POST /things{?type}",
    ...said,
    // @ts-expect-error there is no input type
    inputs: { id: thing },
    returns: deletion,
  });
  const typed = { type: text({ label: "Type", comments: "Its type." }) };
  const fine = endpoint({
    route: "POST /things{?type}",
    ...said,
    inputs: typed,
    returns: deletion,
  });
  expect([missing.route, fine.route]).toEqual(["DELETE /things/{id}", "POST /things{?type}"]);
});
