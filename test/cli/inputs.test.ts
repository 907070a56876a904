import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import { readInputs } from "../../cli/inputs";
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
    expect(await readInputs(action, [pair])).toEqual(expected);
  });

  it.each([
    [["limit"], "Expected an input as key=value, got limit."],
    [["subject=a", "subject=b"], "The input subject is given twice."],
    [["headers=accept"], "headers: expected name:value"],
    [["tag=vip"], "sample has no input tag. Did you mean tags?"],
    [["connection=mine"], "sample has no input connection."],
  ])("refuses %j", async (pairs, message) => {
    await expect(readInputs(action, pairs)).rejects.toThrow(message);
  });

  it("takes values of any kind from a file", async () => {
    const file = path.join(emptyFolder(), "inputs.json");
    writeFileSync(file, '{ "meta": { "order": 7 }, "headers": { "x": "1" } }');
    expect(await readInputs(action, [], file)).toEqual({
      meta: { order: 7 },
      headers: [{ key: "x", value: "1" }],
    });
  });

  it("says which file it cannot use", async () => {
    const file = path.join(emptyFolder(), "inputs.json");
    await expect(readInputs(action, [], file)).rejects.toThrow(`the file ${file} cannot be read`);
    writeFileSync(file, "[1]");
    await expect(readInputs(action, [], file)).rejects.toThrow("expected a JSON object");
  });
});
