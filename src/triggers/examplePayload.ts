import type { TriggerPayload } from "@prismatic-io/spectral";

/** What a flow gets from a trigger, around the data that is special about it. */
export function examplePayload<T>(data: T) {
  const contentType = "application/json";
  return {
    headers: {},
    queryParameters: {},
    rawBody: { data: null },
    body: { data, contentType },
    pathFragment: "",
    webhookUrls: {},
    webhookApiKeys: {},
    invokeUrl: "",
    executionId: "SW5zdGFuY2VFeGVjdXRpb246",
    customer: { id: "customer", name: "Acme", externalId: "acme" },
    instance: { id: "instance", name: "Gorgias" },
    user: { id: "user", email: "jo@example.com", name: "Jo Martin", externalId: "jo" },
    integration: {
      id: "integration",
      name: "Gorgias",
      versionSequenceId: "1",
      externalVersion: "1.0.0",
    },
    flow: { id: "flow", name: "Flow 1", stableId: "flow-1" },
    startedAt: "2024-11-14T14:28:00Z",
    globalDebug: false,
  } satisfies TriggerPayload;
}
