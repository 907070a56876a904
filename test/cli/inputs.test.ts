import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import { takeInputs } from "../../cli/inputs";
import { emptyFolder } from "./terminal";

const action: Action = {
  key: "sample",
  display: { label: "Sample", description: "" },
  inputs: [
    { key: "connection", label: "Connection", type: "connection" },
    { key: "subject", label: "Subject", type: "string" },
    { key: "meta", label: "Meta", type: "code" },
    { key: "tags", label: "Tags", type: "string", collection: "valuelist" },
    { key: "headers", label: "Headers", type: "string", collection: "keyvaluelist" },
  ],
  perform: async () => undefined,
};

describe("inputs from a terminal", () => {
  it.each([
    ["subject=a=b", { subject: "a=b" }],
    ["subject=", { subject: "" }],
    ["meta=[1,2]", { meta: "[1,2]" }],
    ["tags=shipping, vip", { tags: ["shipping", "vip"] }],
    ['tags=["shipping","a,b"]', { tags: ["shipping", "a,b"] }],
    ['tags={"name":"vip"}', { tags: [{ name: "vip" }] }],
    ["tags=", { tags: [] }],
    [
      "headers=accept:text/csv,x:a:b",
      {
        headers: [
          { key: "accept", value: "text/csv" },
          { key: "x", value: "a:b" },
        ],
      },
    ],
    ['headers={"accept":"a,b"}', { headers: [{ key: "accept", value: "a,b" }] }],
    ['headers=[{"key":"x","value":"1"}]', { headers: [{ key: "x", value: "1" }] }],
  ])("reads %s", async (pair, expected) => {
    expect(await takeInputs(action, [pair])).toEqual({ values: expected, refusals: [] });
  });

  it("refuses all that cannot be handed over, at once", async () => {
    const pairs = ["limit", "subject=a", "subject=b", "headers=accept", "tag=vip", "connection=x"];
    const { values, refusals } = await takeInputs(action, pairs);
    expect(values).toEqual({ subject: "a" });
    expect(refusals.map(({ input, problem }) => `${input}: ${problem}`)).toEqual([
      "limit: expected an input as key=value.",
      "subject: this input is given twice.",
      "headers: expected name:value,name:value or a JSON object, got accept.",
      'tag: sample has no such input. Did you mean tags? "npm start -- sample --list" shows all of them.',
      'connection: sample has no such input. "npm start -- sample --list" shows all of them.',
    ]);
  });

  it("says where a list that is begun in JSON stops being it", async () => {
    const { refusals } = await takeInputs(action, ['tags=["vip",', 'headers={"a":\n1']);
    expect(refusals).toEqual([
      {
        input: "tags",
        problem: "expected JSON",
        got: '["vip",',
        place: { index: 7, line: 1, column: 8 },
      },
      {
        input: "headers",
        problem: "expected JSON",
        got: '{"a":\n1',
        place: { index: 7, line: 2, column: 2 },
      },
    ]);
    const { values } = await takeInputs(action, ["tags=[sale],vip"]);
    expect(values).toEqual({ tags: ["[sale]", "vip"] });
  });

  it("takes values of any kind from a file", async () => {
    const file = path.join(emptyFolder(), "inputs.json");
    writeFileSync(file, '{ "meta": { "order": 7 }, "headers": { "x": "1" } }');
    const { values } = await takeInputs(action, [], file);
    expect(values).toEqual({ meta: { order: 7 }, headers: [{ key: "x", value: "1" }] });
  });

  it("says which file it cannot use", async () => {
    const file = path.join(emptyFolder(), "inputs.json");
    await expect(takeInputs(action, [], file)).rejects.toThrow(
      `--inputs: the file ${file} cannot be read: there is no such file.`,
    );
    await expect(takeInputs(action, [], path.dirname(file))).rejects.toThrow("it is a folder.");
    writeFileSync(file, "[1]");
    await expect(takeInputs(action, [], file)).rejects.toThrow("expected a JSON object");
    writeFileSync(file, '{\n  "limit": 3,\n  "subject": Jo\n}\n');
    await expect(takeInputs(action, [], file)).rejects.toThrow(
      `--inputs: ${file}: expected JSON, got "Jo" at line 3, column 14.`,
    );
  });
});
