import type { GorgiasClient } from "../../client";
import { pathOf } from "../../client/address";
import { isObject, type JsonObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import type { Named } from "../../inputs/named";
import { filledTemplate, namesAgent, unfillable } from "./template";
import type { Written } from "./written";

/**
 * What a macro would write into a ticket.
 *
 * @param agent the user who writes; 0 is the connection's own (docs/gorgias-api.md, "Objects and
 *   their values")
 * @throws InputError for a macro without a text, or with one that only Gorgias can fill in
 */
export async function macroText(
  gorgias: GorgiasClient,
  { value: id, name }: Named<number>,
  ticket: JsonObject,
  agent: number,
): Promise<Written> {
  const macro = await gorgias.get<JsonObject>(pathOf("/macros/{id}", { id }));
  const { text, html } = responseOf(macro);
  const both = [text, html].filter((one) => one !== undefined).join("\n");
  if (both.trim() === "") {
    throw refusal(name, `the macro ${id} has no text to reply with. Write one, or choose another.`);
  }
  const [first, ...others] = unfillable(both);
  if (first !== undefined) {
    const all = gorgias.mask([first, ...others].join(", "));
    const problem = `the macro ${id} has ${all} in its text, which only Gorgias can fill in. Nothing was sent.`;
    throw refusal(name, problem);
  }
  const current_user = namesAgent(both)
    ? await gorgias.get<JsonObject>(pathOf("/users/{agent}", { agent }))
    : {};
  const known = { ticket, current_user };
  return {
    text: text === undefined ? undefined : filledTemplate(text, known, false),
    html: html === undefined ? undefined : filledTemplate(html, known, true),
  };
}

/** The first text that a macro sets (docs/gorgias-api.md, "Macros"). */
function responseOf({ actions }: JsonObject): Written {
  const all = Array.isArray(actions) ? actions.filter(isObject) : [];
  const { arguments: given } = all.find(({ name }) => name === "setResponseText") ?? {};
  const { body_text, body_html } = isObject(given) ? given : {};
  return { text: filledIn(body_text), html: filledIn(body_html) };
}

function filledIn(body: unknown): string | undefined {
  return typeof body === "string" && body !== "" ? body : undefined;
}
