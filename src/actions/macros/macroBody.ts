import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { isObject, type JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { macroActions, macroForm, replaceActions } from "../../inputs/macros";
import type { Macro } from "../../schemas/macro";
import { withAdditionalFields } from "../endpoint";

const FORM = ["body_text", "body_html", "tags", "priority"] as const;

type NewActions = typeof macroForm & { readonly actions: typeof macroActions };
type ChangedActions = NewActions & { readonly replaceActions: typeof replaceActions };

/** The body of a new macro: what it does comes from the JSON, and from the form, which wins. */
export function newMacro(values: JsonObject & Values<NewActions>): JsonObject {
  return macroBody(values, []);
}

/**
 * The body of a changed macro. Gorgias replaces all that a macro does (docs/gorgias-api.md,
 * "Macros"), so what it does so far is read first, where something about it changes.
 */
export async function changedMacro(
  { replaceActions, ...values }: JsonObject & Values<ChangedActions>,
  { id }: { readonly id: number },
  gorgias: GorgiasClient,
): Promise<JsonObject> {
  const isRead = saysActions(values) && !replaceActions;
  return macroBody(values, isRead ? await actionsOf(gorgias, id) : []);
}

/** Refuses to replace all that a macro does by nothing. */
export function checkReplacement(
  { replaceActions, ...values }: Values<ChangedActions>,
  { refuse, nameOf }: Refuser<ChangedActions>,
): void {
  if (replaceActions && !saysActions(values)) {
    const form = FORM.map(nameOf).join(", ");
    refuse("replaceActions", `needs ${nameOf("actions")} or one of ${form} beside it.`);
  }
}

function saysActions(values: Values<NewActions>): boolean {
  return (["actions", ...FORM] as const).some((key) => values[key] !== undefined);
}

async function actionsOf(gorgias: GorgiasClient, id: number): Promise<readonly JsonObject[]> {
  const { actions = [] } = await gorgias.get<Macro>(pathOf("/macros/{id}", { id }));
  return actions as readonly unknown[] as readonly JsonObject[];
}

/** @param there what the macro does so far */
function macroBody(
  values: JsonObject & Values<NewActions>,
  there: readonly JsonObject[],
): JsonObject {
  const { actions = [], body_text, body_html, tags, priority, ...rest } = values;
  const form = [
    ["setResponseText", "Add response text", { body_text, body_html }],
    ["addTags", "Add tags", { tags: tags?.join(",") }],
    ["setPriority", "Set priority", { priority }],
  ] as const;
  const all = form.reduce(
    (before, [name, title, given]) => withArguments(before, { name, title }, given),
    merged(there, actions),
  );
  return withAdditionalFields({ ...rest, actions: saysActions(values) ? all : undefined });
}

/** Fills arguments in: in the action that is there, or else in a new one. */
function withArguments(
  actions: readonly JsonObject[],
  fresh: JsonObject,
  given: JsonObject,
): readonly JsonObject[] {
  const filledIn = Object.entries(given).filter(([, value]) => value !== undefined);
  if (filledIn.length === 0) {
    return actions;
  }
  const found = actions.find(({ name }) => name === fresh.name) ?? fresh;
  const before = isObject(found.arguments) ? found.arguments : {};
  return merged(actions, [{ ...found, arguments: { ...before, ...Object.fromEntries(filledIn) } }]);
}

/** Puts each action in the place of those that have its name, or else at the end. */
function merged(there: readonly JsonObject[], given: readonly JsonObject[]): readonly JsonObject[] {
  const placed = new Set<unknown>();
  const inPlace = there.flatMap((one) => {
    const namesakes = given.filter(({ name }) => name === one.name);
    if (namesakes.length === 0) {
      return [one];
    }
    const isFirst = !placed.has(one.name);
    placed.add(one.name);
    return isFirst ? namesakes : [];
  });
  return [...inPlace, ...given.filter(({ name }) => !placed.has(name))];
}
