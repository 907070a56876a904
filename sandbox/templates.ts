import { messageShape } from "./shapes/message";
import { ticketShape } from "./shapes/ticket";
import { userBrief } from "./shapes/user";
import type { Shop } from "./shop";
import type { HttpSettings } from "./shop/records/integration";

/** What templates can speak of: `ticket`, `message` and `account`, each as the API answers it. */
export type TemplateData = Record<string, unknown>;

/** What templates can speak of in a ticket: `{{ticket.id}}`, `{{message.id}}`, `{{account.domain}}`. */
export function templateData(
  shop: Shop,
  about: { ticketId: number; messageId?: number | undefined; userId?: number | null },
): TemplateData {
  const { ticketId, messageId, userId } = about;
  const ticket = shop.tickets.get(ticketId);
  const message = ticket?.messages.find(({ id }) => id === messageId) ?? ticket?.messages.at(-1);
  const user = userId == null ? undefined : shop.users.get(userId);
  return {
    account: { domain: shop.account.domain },
    ticket: ticket === undefined ? { id: ticketId } : ticketShape(shop, ticket),
    message: message && messageShape(shop, message),
    current_user: user && { ...userBrief(user), bio: user.bio },
  };
}

/** The request that an HTTP integration is called with, every template in it filled in. */
export function requestFor(http: HttpSettings, data: TemplateData): RequestInit {
  const headers = Object.fromEntries(
    Object.entries(http.headers).map(([name, value]) => [name, render(value, data)]),
  );
  if (http.form === null || http.method === "GET" || http.method === "HEAD") {
    return { method: http.method, headers };
  }
  const form = renderAll(http.form, data);
  const body =
    http.request_content_type === "application/json"
      ? JSON.stringify(form)
      : new URLSearchParams(
          Object.entries(http.form).map(([name, value]): [string, string] => [
            name,
            render(String(value), data),
          ]),
        ).toString();
  return {
    method: http.method,
    headers: { "content-type": http.request_content_type, ...headers },
    body,
  };
}

/** Every text in a form, however deep, with its templates filled in. */
function renderAll(value: unknown, data: TemplateData): unknown {
  if (typeof value === "string") return render(value, data);
  if (Array.isArray(value)) return value.map((item) => renderAll(item, data));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, renderAll(held, data)]),
  );
}

/**
 * `{{ticket.customer.email}}` becomes the value at that path, or nothing. Lists are counted in
 * brackets, from the end below zero: `{{ticket.messages[-1].body_text}}`.
 */
export function render(template: string, data: TemplateData): string {
  return template.replace(/\{\{\s*([\w.[\]-]+)\s*\}\}/g, (_whole, path: string) => {
    const value = path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>(partOf, data);
    if (value === undefined || value === null) return "";
    return isObject(value) ? JSON.stringify(value) : String(value);
  });
}

function partOf(whole: unknown, name: string): unknown {
  if (Array.isArray(whole)) return whole.at(Number(name));
  if (!isObject(whole)) return undefined;
  const parts = Object.entries(whole);
  const byType = parts.find(([, part]) => isObject(part) && typeOf(part) === name);
  return (parts.find(([key]) => key === name) ?? byType)?.[1];
}

/** The data of an integration is found by its type, too: `….integrations.shopify.orders[0].name`. */
function typeOf(part: object): unknown {
  return "__integration_type__" in part ? part.__integration_type__ : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
