import { counted } from "./cutText";
import { startOf } from "./fields";
import type { Cut } from "./fit";

/** How whoever called can call again. */
export interface Caller {
  /** The tool's name. */
  readonly tool: string;
  /** The names of the arguments that it takes. */
  readonly takes: readonly string[];
  /** The fields that were asked for. @defaultValue all */
  readonly fields?: readonly string[] | undefined;
  /** Whether every page of a list was read. @defaultValue false */
  readonly isWhole?: boolean;
  /** How a text is read whole, as a sentence, where another tool does that. */
  readonly wholeText?: string;
}

/** How many paths are told. */
const MOST_PATHS = 5;

/** The most items that a page has (docs/gorgias-api.md, "Lists"). */
const LARGEST_PAGE = 100;

/** Says what is left out of an answer, and how to get it. */
export function leftOut(cuts: readonly Cut[], caller: Caller): string {
  const main = cuts.find(isMainList);
  return [
    main && ofList(main, caller),
    ofTexts(cuts, caller),
    ...ofOthers(cuts.filter((cut) => cut.kind !== "characters" && cut !== main)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether it is the list that the tool answers: a cursor beside it would skip items. */
export function isMainList({ kind, path }: Cut): boolean {
  return kind === "items" && path.length === 1 && path[0] === "data";
}

function ofList({ kept, of }: Cut, { tool, takes, isWhole }: Caller): string {
  const here = `${counted(kept)} of ${counted(of)} items are here.`;
  const shorter = takes.includes("fields")
    ? " With fewer fields (the argument fields) more items fit."
    : "";
  if (isWhole) {
    return `All ${counted(of)} items were read, and the first ${counted(kept)} fit. Call ${tool} without fetchAll and with limit: ${Math.min(kept, LARGEST_PAGE)}: meta.next_cursor leads from page to page.${shorter}`;
  }
  return takes.includes("limit")
    ? `${here} meta.next_cursor is left out, because it would skip the others: call ${tool} again with the same arguments and limit: ${kept}, and go on from the cursor that it answers.${shorter}`
    : `${here} Narrow the call down to get the others.${shorter}`;
}

function ofTexts(cuts: readonly Cut[], { tool, takes, fields, wholeText }: Caller) {
  const starts = new Map<string, number>();
  for (const { kind, path, kept } of cuts) {
    if (kind === "characters") {
      const name = nameOf(path);
      starts.set(name, Math.min(kept, starts.get(name) ?? kept));
    }
  }
  const [first] = starts;
  if (!first) {
    return undefined;
  }
  const [name, kept] = first;
  const rest = `${name}[${startOf(name, fields) + kept}:]`;
  const how = takes.includes("fields")
    ? ` For the rest of one, call ${tool} again with fields: [${JSON.stringify(rest)}].`
    : "";
  const end = `Long texts end with the number of characters that are left out: ${some([...starts.keys()])}.`;
  return `${end}${how}${wholeText ? ` ${wholeText}` : ""}`;
}

function ofOthers(cuts: readonly Cut[]): string[] {
  const told = cuts.slice(0, MOST_PATHS).map(({ kind, path, kept, of }) => {
    const name = pathOf(path);
    return kind === "levels"
      ? `${name} is left out: it is nested too deep.`
      : `${name} has ${counted(of)} ${kind}, and ${counted(kept)} of them are here.`;
  });
  const more = cuts.length - told.length;
  return more > 0 ? [...told, `${counted(more)} more places are cut like that.`] : told;
}

/** A text's name as `fields` takes it: from the item on, without places in lists. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first, second] = path;
  const isItem = first === "data" && typeof second === "number";
  const keys = (isItem ? path.slice(2) : path).filter((key) => typeof key === "string");
  return keys.length > 0 ? clipped(keys.join(".")) : pathOf(path);
}

function pathOf(path: readonly PropertyKey[]): string {
  const whole = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  return clipped(whole.replace(/^\./, ""));
}

function clipped(name: string): string {
  return name.length > 100 ? `${name.slice(0, 100)}…` : name;
}

function some(names: readonly string[]): string {
  const more = names.length - MOST_PATHS;
  return `${names.slice(0, MOST_PATHS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
