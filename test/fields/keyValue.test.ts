import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const get = { method: "GET", url: "/things" };

it.each([
  [
    [
      { key: " a ", value: " 1 " },
      { key: "", value: "" },
      null,
      "",
      { key: null, value: null },
      { key: "\u200bb", value: 2 },
      { key: 3, value: true },
    ],
    { a: " 1 ", b: "2", 3: "true" },
  ],
  [{ " a ": "1", "": "" }, { a: "1" }],
])(
  "rows that were left blank are passed over, and spaces around a key: %j",
  async (rows, query) => {
    gorgias().get("/api/things").query(query).reply(200, {});
    await run("rawRequest", { ...get, queryParams: rows });
  },
);

it.each([
  [
    [{ key: " ", value: "x" }],
    'a key-value list whose keys are filled in, got {"key":" ","value":"x"}.',
  ],
  [["a=1"], 'a key-value list, got "a=1".'],
  [7, "a key-value list, got 7."],
  [[{ key: {}, value: 1 }], "text, got {}."],
  [new Map([["limit", "5"]]), "a key-value list, got a Map."],
  [new Set(["limit"]), "a key-value list, got a Set."],
  [new URLSearchParams("limit=5"), "a key-value list, got a URLSearchParams."],
  [new Headers({ limit: "5" }), "a key-value list, got a Headers."],
  [Buffer.from("limit=5"), "a key-value list, got a file."],
  [JSON.parse(JSON.stringify(Buffer.from("x"))), "a key-value list, got a file."],
  [{ data: Buffer.from("x"), contentType: "a/b" }, "a key-value list, got a file."],
  [new Date(0), 'a key-value list, got "1970-01-01T00:00:00.000Z".'],
  [[new Map([["key", "limit"]])], "a key-value list, got a Map."],
])("%p is refused", async (queryParams, problem) => {
  await expect(failure("rawRequest", { ...get, queryParams })).resolves.toMatchObject({
    message: `Query Parameter: expected ${problem}`,
  });
});

it("a file's row without a file is refused, rather than an empty file sent", async () => {
  for (const value of ["", " ", null]) {
    await expect(
      failure("uploadFiles", { files: [{ key: "a.png", value }] }),
    ).resolves.toMatchObject({
      message: "Files: a.png: expected a file, such as what a download answers, got nothing.",
    });
  }
});

it("a value that JSON cannot hold is refused in a row as well", async () => {
  await expect(
    failure("rawRequest", { ...get, queryParams: [{ key: "a", value: { b: [new Map()] } }] }),
  ).resolves.toMatchObject({ message: "Query Parameter: a.b[0]: expected JSON, got a Map." });
});

it("every input of key-value rows refuses a map by its name", async () => {
  const map = new Map([["a", "b"]]);
  const error = await failure("rawRequest", {
    ...get,
    ...{ headers: map, formData: map, fileData: map, fileDataFileNames: map },
  });
  expect(error.message.split("\n")).toEqual([
    // Passwords are sent in forms, so nothing of it is quoted.
    "Form Data: expected a key-value list.",
    "File Data: expected a key-value list, got a Map.",
    "File Data File Names: expected a key-value list, got a Map.",
    "Header: expected a key-value list, got a Map.",
  ]);
});
