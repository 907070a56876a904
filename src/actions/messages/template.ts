import { isObject, type JsonObject } from "../../client/json";
import { messagesOf } from "./conversation";

/** What stands for something else in a macro's text. Braces within braces begin another one. */
const TEMPLATE = /\{\{((?:(?!\{\{|\}\})[\s\S])*)\}\}/g;

/** What is left of a template that was not written right, or is more than a variable. */
const BROKEN = /\{\{|\{%[\s\S]*?(?:%\}|$)/g;

/**
 * The variables that a ticket and an agent have a value for (docs/gorgias-api.md, "Webhooks"). All
 * others, what shops know about a customer for one, only Gorgias can fill in.
 */
const VARIABLE =
  /^(?:ticket\.(?:id|subject|channel|(?:created|updated|opened|last_message)_datetime|(?:customer|assignee_user)\.(?:id|firstname|lastname|name|email)|(?:messages\[-?\d{1,6}\]|first_message|last_message)\.(?:body_text|body_html|stripped_text))|current_user\.(?:id|firstname|lastname|name|email|bio))$/;

/** What templates are filled in from. */
export interface Known {
  readonly ticket: JsonObject;
  readonly current_user: JsonObject;
}

/** What in a text cannot be filled in, as it stands there. */
export function unfillable(text: string): string[] {
  const templates = [...text.matchAll(TEMPLATE)];
  const unknown = templates.filter(([, inner = ""]) => !VARIABLE.test(nameIn(inner)));
  const broken = text.replace(TEMPLATE, "").match(BROKEN) ?? [];
  return [...new Set([...unknown.map(([whole]) => whole), ...broken])];
}

/** Whether a text says something of the agent who writes. */
export function namesAgent(text: string): boolean {
  return [...text.matchAll(TEMPLATE)].some(([, inner = ""]) =>
    nameIn(inner).startsWith("current_user."),
  );
}

/**
 * Fills in a text in which nothing is {@link unfillable}. What is missing becomes empty text, as
 * Gorgias does it (docs/gorgias-api.md, "Webhooks").
 *
 * @param isHtml whether the text is HTML: a value is none, unless it is the HTML of a message
 */
export function filledTemplate(text: string, known: Known, isHtml: boolean): string {
  return text.replace(TEMPLATE, (_, inner: string) => {
    const name = nameIn(inner);
    const value = valueIn(name, known);
    return isHtml && !name.endsWith(".body_html") ? escaped(value) : value;
  });
}

/** The editor of a macro can leave spaces of HTML around a name. */
function nameIn(inner: string): string {
  return inner.replaceAll("&nbsp;", " ").trim();
}

function valueIn(name: string, { ticket, current_user }: Known): string {
  // Notes are nothing for the customer.
  const messages = messagesOf(ticket);
  const scope = {
    ticket: { ...ticket, messages, first_message: messages[0], last_message: messages.at(-1) },
    current_user,
  };
  const value = name.split(/[.[\]]+/).reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) {
      return inner.at(Number(key));
    }
    return isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, scope);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "<br>",
};

function escaped(value: string): string {
  return value.replace(/\r?\n|[&<>"]/g, (one) => ENTITIES[one.at(-1) ?? ""] ?? one);
}
