import { labelOf } from "../../src/fields/field";
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
    ...["timestamp", "answered with what the scope has"],
  ]) {
    expect(query?.comments).toContain(word);
  }
});
