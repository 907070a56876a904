import { isFile } from "../../fileReference";
import type { Snippet, Step } from "../../messages";
import { dataUriNotes, dataUriOf } from "./dataUri";
import { areRows, type Filled, filesIn, secretNotes, textOf } from "./filled";
import { jsonLiteral, listLiteral, objectLiteral, textLiteral } from "./literal";

/** What the integration calls the connection. */
const CONNECTION = "Gorgias Connection";

/** An action as a step of a flow that is written in code. */
export function stepInCode({ key }: Pick<Step, "key">, filled: readonly Filled[]): Snippet {
  const inputs = objectLiteral([
    `connection: context.configVars["${CONNECTION}"]`,
    ...written(filled).map(({ name, code }) => `${name}: ${code}`),
  ]);
  return snippet(
    `const { data } = await context.components.gorgias.${key}<{ data: unknown }>(${inputs});`,
    filled,
  );
}

/** A trigger as the flow that it starts. */
export function flowInCode(
  { key, label, effect }: Pick<Step, "key" | "label" | "effect">,
  filled: readonly Filled[],
): Snippet {
  const trigger = objectLiteral([
    'component: "gorgias"',
    `key: "${key}"`,
    `values: ${valuesInCode(filled)}`,
  ]);
  const execution = objectLiteral(["data: onTrigger.results.body.data"]);
  const flow = objectLiteral([
    `name: ${textLiteral(label)}`,
    `stableKey: ${textLiteral(stableKeyOf(label))}`,
    // What writes sets a webhook up, and is called.
    ...(effect === "reads" ? ['schedule: { value: "*/5 * * * *" }'] : []),
    `onTrigger: ${trigger}`,
    `onExecution: async (_context, { onTrigger }) => (${execution})`,
  ]);
  return snippet(`flow(${flow});`, filled, ["It goes among the flows of the integration."]);
}

/** A pick list as a config variable that offers what it has. */
export function configVarInCode(
  { key, label }: Pick<Step, "key" | "label">,
  filled: readonly Filled[],
): Snippet {
  const source = objectLiteral([
    'component: "gorgias"',
    `key: "${key}"`,
    `values: ${valuesInCode(filled)}`,
  ]);
  const configVar = objectLiteral([
    `stableKey: ${textLiteral(stableKeyOf(label))}`,
    `dataSource: ${source}`,
  ]);
  return snippet(`dataSourceConfigVar(${configVar})`, filled, [
    "It goes among the elements of a config page.",
  ]);
}

function valuesInCode(filled: readonly Filled[]): string {
  return objectLiteral([
    `connection: { configVar: "${CONNECTION}" }`,
    ...written(filled).map(({ name, code }) => `${name}: { value: ${code} }`),
  ]);
}

function snippet(text: string, filled: readonly Filled[], notes: readonly string[] = []): Snippet {
  return {
    text,
    language: "ts",
    notes: [
      ...notes,
      `"${CONNECTION}" is the integration's own name for its connection.`,
      ...dataUriNotes(filesIn(filled)),
      ...secretNotes(filled),
    ],
  };
}

/** `New and Updated Records`, `new-and-updated-records`. */
function stableKeyOf(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** An input in code. */
interface Written {
  readonly name: string;
  readonly code: string;
}

/** What the form changes, and what the manifest's types demand. */
function written(filled: readonly Filled[]): readonly Written[] {
  return filled
    .filter(({ input, isUntouched }) => !isUntouched || (input.required && input.default === ""))
    .map((one) => ({ name: nameInCode(one), code: literalOf(one) }));
}

/** The types know no blank choice, which Gorgias is not sent. */
function nameInCode({ input, isBlank }: Filled): string {
  return isBlank && input.choices.length > 0 && input.collection === undefined
    ? `// @ts-expect-error Left blank, which the manifest's types do not know.\n${input.key}`
    : input.key;
}

function literalOf({ input, value }: Filled): string {
  const { type, collection, language } = input;
  if (collection === "valuelist") {
    return listLiteral(Array.isArray(value) ? value.map((one) => textLiteral(textOf(one))) : []);
  }
  if (collection === "keyvaluelist") {
    const rows = areRows(value) ? value : [];
    return listLiteral(
      rows.map(
        (row) => `{ key: ${textLiteral(row.key)}, value: ${textLiteral(oneText(row.value))} }`,
      ),
    );
  }
  if (type === "boolean") {
    return textOf(value) === "true" ? "true" : "false";
  }
  return type === "code" && language === "json"
    ? jsonLiteral(textOf(value))
    : textLiteral(oneText(value));
}

function oneText(value: unknown): string {
  return isFile(value) ? dataUriOf(value, value.name) : textOf(value ?? "");
}
