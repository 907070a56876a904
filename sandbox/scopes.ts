/** The scope of each resource, by the first part of its path. */
const SCOPES: { [path: string]: string } = {
  account: "account",
  users: "users",
  teams: "users",
  customers: "customers",
  tickets: "tickets",
  messages: "tickets",
  views: "tickets",
  "custom-fields": "custom_fields",
  events: "events",
  integrations: "integrations",
  widgets: "integrations",
  jobs: "jobs",
  macros: "macros",
  rules: "rules",
  "satisfaction-surveys": "satisfaction_survey",
  stats: "statistics",
  reporting: "statistics",
  tags: "tags",
};

/**
 * The OAuth scope that a request needs: that of its resource (`docs/gorgias-api.md`, "Address and
 * authentication"). Undefined where none is known for it: search, files and voice calls.
 */
export function scopeFor(method: string, url: string): string | undefined {
  const resource = SCOPES[/^\/api\/([\w-]+)/.exec(url)?.[1] ?? ""];
  if (resource === undefined) return undefined;
  return `${resource}:${method === "GET" || resource === "statistics" ? "read" : "write"}`;
}
