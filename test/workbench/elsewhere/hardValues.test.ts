import type { Action } from "@prismatic-io/spectral/dist/serverTypes";
import fc from "fast-check";
import { takeInputs } from "../../../cli/inputs";
import type { InputValues } from "../../../workbench/messages";
import { elsewhereOf } from "../../../workbench/server/elsewhere/elsewhere";
import { component } from "../../support/forms";
import { action } from "./cases";
import { inputsIn } from "./inCode";
import { wordsOf } from "./shell";

/** What shells, TypeScript, JSON and lists have a meaning for. */
const HARD: readonly string[] = [
  "Where is\nmy order?\n",
  "a\r\nb",
  "\n",
  `it's "quoted" and 'quoted' again`,
  "'",
  '"',
  "$HOME $x $(id) `id`",
  "\\ \\n \\' \\\" \\",
  "😀 é ü 漢字 \u2028 \u00a0",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one for a shell.
  "${HOME}",
  "=",
  "a=b=c",
  "a,b",
  ",",
  ":",
  "a:b:c",
  "-rf",
  "--list",
  "~/x *.ts ? [a] {a,b} #1 !x & | ; < > ( )",
  " in spaces ",
  "\ttab",
  "null",
  "true",
  "0007",
  "[1,2]",
  '["a","b"]',
  '{"a":1}',
  "[sale]",
  "%s %n",
];

/** And anything else that can be typed. */
const RANDOM = fc.sample(fc.string({ unit: "binary", minLength: 1 }), { numRuns: 100, seed: 7 });

const TEXTS = [...HARD, ...RANDOM].filter((text) => !text.includes("\0") && text.trim() !== "");

const createTicket = action("createTicket");
const rawRequest = action("rawRequest");

const FORMS: readonly (readonly [typeof createTicket, InputValues])[] = [
  ...TEXTS.map(
    (text) => [createTicket, { subject: text, messageText: `${text}\n${text}` }] as const,
  ),
  ...TEXTS.map((text) => [createTicket, { tags: [text] }] as const),
  ...TEXTS.map((text) => [createTicket, { tags: ["vip", text, text] }] as const),
  ...TEXTS.map((text) => [rawRequest, { queryParams: [{ key: "x", value: text }] }] as const),
  ...TEXTS.map((text) => [rawRequest, { queryParams: [{ key: text, value: "1" }] }] as const),
  [
    rawRequest,
    {
      queryParams: [
        { key: "x", value: "1" },
        { key: "x", value: "2" },
      ],
    },
  ],
  [
    rawRequest,
    {
      queryParams: [
        { key: "2", value: "a,b" },
        { key: "1", value: "c" },
      ],
    },
  ],
  [createTicket, { meta: '{\n  "a": "it\'s",\n  "b": [1, 2]\n}' }],
  [createTicket, { meta: '{ "big": 12345678901234567890 }' }],
  [createTicket, { meta: '{ "__proto__": 1 }' }],
  [createTicket, { meta: "{ not JSON" }],
];

it("a shell and the terminal read every value back as it is", async () => {
  const snippets = await Promise.all(FORMS.map(([step, inputs]) => elsewhereOf(step, inputs)));
  const words = wordsOf(snippets.map(({ terminal }) => terminal.text));
  expect(words).toHaveLength(FORMS.length);
  for (const [index, [step, inputs]] of FORMS.entries()) {
    const [key, ...pairs] = words[index] ?? [];
    const taken = await takeInputs(componentAction(step.key), pairs);
    expect({ key, ...taken }).toEqual({ key: step.key, values: inputs, refusals: [] });
  }
});

it("code reads every value back as it is", async () => {
  for (const [step, inputs] of FORMS) {
    const { code } = await elsewhereOf(step, inputs);
    const others = await inputsIn(code.text);
    // What has a star has to be there.
    const left = Object.entries(others).filter(([, value]) => value !== "");
    expect(withJson(Object.fromEntries(left))).toEqual(withJson(inputs));
  }
});

it("a call over MCP has every text to the letter", async () => {
  for (const text of TEXTS) {
    const { mcp } = await elsewhereOf(createTicket, { subject: text, tags: ["vip", text] });
    expect(JSON.parse(mcp.text)).toEqual({
      name: "gorgias_create_ticket",
      arguments: { subject: text, tags: ["vip", text], status: "open" },
    });
  }
});

function componentAction(key: string): Action {
  const { [key]: one }: Readonly<Record<string, unknown>> = component.actions;
  return one as Action;
}

/** In JSON, spaces say nothing. */
function withJson({ meta, ...others }: InputValues): InputValues {
  try {
    return { ...others, meta: meta && JSON.parse(String(meta)) };
  } catch {
    return { ...others, meta };
  }
}
