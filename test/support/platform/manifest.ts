import type { Published, PublishedInput } from ".";

/** What the platform tells of a published component to whoever makes a manifest of it. */
export function forManifest({ definition, connections }: Published) {
  const { key, display } = definition;
  return {
    key,
    label: display.label,
    description: display.description,
    connections: {
      nodes: connections.map((one) => ({ ...one, inputs: inputsOf(one.inputs) })),
    },
  };
}

/** The actions, triggers and data sources of a published component, all in one list. */
export function stepsOf(published: Published) {
  const nodes = (["actions", "triggers", "dataSources"] as const).flatMap((kind) =>
    published[kind].map((step) => ({
      ...step,
      ...step.display,
      inputs: inputsOf(step.inputs),
      isTrigger: kind === "triggers",
      isDataSource: kind === "dataSources",
    })),
  );
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}

/** Inputs as the platform writes them: types in capitals, choices as JSON within JSON. */
function inputsOf(inputs: readonly PublishedInput[]) {
  const nodes = inputs.map((input) => ({
    ...input,
    id: input.key,
    parentId: null,
    type: input.type.toUpperCase(),
    collection: input.collection?.toUpperCase(),
    model: input.model && JSON.stringify(JSON.stringify(input.model)),
  }));
  return { nodes };
}
