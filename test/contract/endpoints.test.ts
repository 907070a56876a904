import { actions } from "../../src/actions";
import { endpointOf } from "../../src/actions/route";
import documented from "./endpoints.json";

/** The endpoints that Gorgias documents, with the names of what each takes. */
const endpoints = Object.entries(documented);

/** Documented still, and to be used no more (docs/gorgias-api.md, "Lists"). */
const DEPRECATED = "GET /api/tickets/{ticket_id}/messages";

/** What Gorgias serves and no longer documents (docs/gorgias-api.md, "Statistics"). */
const UNDOCUMENTED = ["POST /api/stats/{name}", "POST /api/stats/{name}/download"];

/** What stands in another way: files in a form, the one type that there is, an emoji alone. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  "POST /api/upload": ["name", "url"],
  "POST /api/integrations": ["type"],
  "POST /api/views": ["decoration"],
  "PUT /api/views/{id}": ["decoration"],
};

const called = Object.entries(actions).flatMap(([key, { route, inputs }]) =>
  route === undefined ? [] : [{ key, endpoint: endpointOf(route), inputs: Object.keys(inputs) }],
);

it("Gorgias documents 109 endpoints, one of them deprecated", () => {
  expect(endpoints).toHaveLength(109);
  expect(endpoints.map(([endpoint]) => endpoint)).toContain(DEPRECATED);
});

it.each(endpoints.filter(([endpoint]) => endpoint !== DEPRECATED))(
  "there is an action for %s, with an input for everything that it takes",
  (endpoint, parameters) => {
    const wanted = parameters.filter((name) => !OTHERWISE[endpoint]?.includes(name));
    const lacking = called
      .filter((action) => action.endpoint === endpoint)
      .map(({ inputs }) => wanted.filter((name) => !inputs.includes(name)));
    expect(lacking).toContainEqual([]);
  },
);

it("no action calls an endpoint that is deprecated or that nobody knows", () => {
  const known = [...Object.keys(documented), ...UNDOCUMENTED].filter((one) => one !== DEPRECATED);
  expect(called.filter(({ endpoint }) => !known.includes(endpoint))).toEqual([]);
});
