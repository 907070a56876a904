import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { actions } from "../../src/actions";
import { labelOf } from "../../src/fields/field";
import { readArguments } from "../../src/mcp/calling/arguments";
import { listed } from "../../src/mcp/tools/listing";
import { argumentsFor, NOT_OFFERED } from "../../src/mcp/tools/offered";
import { toolOf } from "../../src/mcp/tools/tool";
import { wordsOf } from "../../src/mcp/tools/words";
import { customersTools as tools } from "./clients";

/** Whether a text names a label: one word at the beginning of a sentence is a word like any other. */
function names(text: string, label: string): boolean {
  const start = label.includes(" ") ? String.raw`\b` : "(?<=[a-z0-9,;] )";
  return new RegExp(`${start}${label.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&")}\\b`).test(text);
}

/** What an agent reads of a tool: where, and what. */
const texts = tools.flatMap(({ name, action, description, parameters }) => {
  const taken = parameters.map(({ input }) => input);
  const missing = Object.entries(action.inputs)
    .filter(([key]) => !taken.includes(key))
    .map(([, field]) => labelOf(field));
  return [
    { place: name, text: description, missing },
    ...parameters.map((one) => ({
      place: `${name}.${one.name}`,
      text: one.comments ?? "",
      missing,
    })),
  ];
});

it.each(texts)("$place names no input of a form that the tool lacks", ({ text, missing }) => {
  expect(missing.filter((label) => names(text, label))).toEqual([]);
});

it("an agent is told all that a report needs", () => {
  const tool = tools.find(({ action }) => action.label === "Get Reporting Statistic");
  const query = tool?.parameters.find(({ name }) => name === "query");
  expect(query?.accepts).toMatchObject({ required: ["scope", "filters", "timezone"] });
  for (const word of [
    ...["periodStart", "periodEnd", "366 days", "measures", "dimensions", "time_dimensions"],
    ...["tickets-created", "voice-calls-summary", "failed at Gorgias", "customFieldId"],
    ...["sentDatetime", "timestamp", "agentId", "one-of", "order"],
  ]) {
    expect(JSON.stringify([query?.accepts, query?.comments])).toContain(word);
  }
});

/** What belongs to a form, a flow or the platform, and means nothing to a model. */
const FORM_WORDS: readonly RegExp[] = [
  /\b(?:inputs?|fields?|files|parts) (?:above|below)\b|\babove\b|\bbelow:/i,
  /\((?:Yes|No|on|off)\)|\bWith (?:Yes|No)\b/,
  /\bblank\b|\bfilled in\b|\bfill in\b(?! the)/i,
  /\bAdditional Fields\b|\bFetch All\b|\bDebug Request\b/i,
  /\b(?:earlier|later|another|next) steps?\b|\bthe step\b/i,
  /\bdropdowns?\b(?!", "choices)|\btoggles?\b|\bpick list\b|\bpicked\b|\b(?:a|the) form\b/i,
  /\bflows that\b|\ba flow\b|\bPrismatic\b|\bintegration platform\b|\bconfig(?:uration)? variable/i,
  /\ba row each\b|\baddress a row\b|\bthe connector\b|\bOn an update\b|\bas it is\.$/i,
  /\{\w+[A-Z]\w*\}/,
];

const keys = Object.keys(actions);
const every = new Map(keys.map((key) => [key, `a_${key}`]));

/** What a model reads of an action, as one text for its tool and for each argument. */
function textsOf(key: string, names: ReadonlyMap<string, string> = every): readonly string[] {
  const offered = new Map(argumentsFor(key).map((name) => [name, name]));
  const { description, comments } = wordsOf(key, offered, names);
  return [description, ...Object.values(comments)];
}

describe.each(keys)("what a model reads of %s", (key) => {
  const action = actions[key];
  const texts = textsOf(key);

  it("has no word of a form", () => {
    const found = texts.flatMap((text) =>
      FORM_WORDS.filter((word) => word.test(text)).map((word) => `${word}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it("calls arguments and tools by the names that it knows", () => {
    const labels = Object.values(action?.inputs ?? {}).map(labelOf);
    const known = [...labels, ...Object.values(actions).map(({ label }) => label)];
    const titles = known.filter((label) => label.includes(" "));
    expect(titles.filter((label) => texts.some((text) => names(text, label)))).toEqual([]);
  });

  it("says what the tool does and what each argument means, whatever other tools there are", () => {
    const [before = ""] = (action?.told ?? action?.description ?? "").split(/[ ,;:.]/);
    expect(texts).toHaveLength(1 + argumentsFor(key).length);
    for (const [description = ""] of [texts, textsOf(key, new Map())]) {
      expect(description.startsWith(`${before} `)).toBe(true);
      expect(description).toMatch(/^.{15,}\.$/s);
    }
  });

  it("says what a deletion takes away, and that it stays away", () => {
    const [description] = texts;
    const deletes = action?.route?.startsWith("DELETE") || /^(?:merge|set)/.test(key);
    const isSaid = /for good|\bstays?\b|\bloses\b/.test(description ?? "");
    expect(deletes ? isSaid : true).toBe(true);
  });
});

it("every input that no tool offers is one of its action", () => {
  for (const [key, inputs] of NOT_OFFERED.flatMap((reason) => Object.entries(reason))) {
    expect(Object.keys(actions[key]?.inputs ?? {})).toEqual(expect.arrayContaining([...inputs]));
  }
});

it("no tool offers free text for fields without a name, or a whole list at once", () => {
  const offered = keys.flatMap((key) => argumentsFor(key));
  expect(offered).not.toContain("additionalFields");
  expect(offered).not.toContain("fetchAll");
});

/** As o200k_base counts, which is near what most models read. */
const tokensOf = (value: unknown) => encode(JSON.stringify(value)).length;

it("the customers tools take at most 7,500 tokens of a model's context", () => {
  expect(tokensOf({ tools: tools.map(listed) })).toBeLessThanOrEqual(7_500);
});

it("what a form begins with is not sent for a model: an update leaves the status as it is", async () => {
  const tool = toolOf("update", { action: "updateTicket", takes: ["id", "status"] }, new Map());
  const values = await readArguments(tool, { id: 7 }, (text) => text);
  expect(values).toMatchObject({ id: 7, status: undefined });
});
