import type { HttpSettings } from "./shop/records/integration";

/** What templates can speak of: `ticket`, `message` and `account`, each as the API answers it. */
export type TemplateData = Record<string, unknown>;

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

/** `{{ticket.customer.email}}` becomes the value at that path, or nothing. */
export function render(template: string, data: TemplateData): string {
  return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_whole, path: string) => {
    const value = path.split(".").reduce<unknown>(partOf, data);
    if (value === undefined || value === null) return "";
    return isObject(value) ? JSON.stringify(value) : String(value);
  });
}

function partOf(whole: unknown, name: string): unknown {
  return isObject(whole) ? new Map(Object.entries(whole)).get(name) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
