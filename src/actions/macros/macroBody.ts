import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import type { JsonObject } from "../../client/json";
import { labelOf, type Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { macroActions, macroForm, type replaceActions } from "../../inputs/macros";
import { readBefore } from "../before";
import { withAdditionalFields } from "../endpoint";
import { bodiesOf, htmlOf } from "../messages/written";
import { mergedActions, withArguments } from "./mergedActions";

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
  const before = isRead ? await readBefore(gorgias, pathOf("/macros/{id}", { id })) : undefined;
  return macroBody(values, before?.objects("actions") ?? []);
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

/** @param there what the macro does so far */
function macroBody(
  values: JsonObject & Values<NewActions>,
  there: readonly JsonObject[],
): JsonObject {
  const { actions = [], body_text, body_html, tags, priority, ...rest } = values;
  const form = [
    ["setResponseText", "Add response text", "body_text", responseOf(body_text, body_html)],
    ["addTags", "Add tags", "tags", { tags: tags?.join(",") }],
    ["setPriority", "Set priority", "priority", { priority }],
  ] as const;
  const all = form.reduce(
    (before, [name, title, key, given]) =>
      withArguments(before, { name, title }, given, labelOf(macroForm[key])),
    mergedActions(there, actions, labelOf(macroActions)),
  );
  return withAdditionalFields({ ...rest, actions: saysActions(values) ? all : undefined });
}

/** A text in both kinds, which say the same: customers get the HTML. */
function responseOf(text: string | undefined, html: string | undefined): JsonObject {
  return bodiesOf({ text, html: html ?? (text === undefined ? undefined : htmlOf(text)) });
}
