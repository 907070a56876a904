import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import type { ActionGroup } from "../src/actions/action";
import { slug, table } from "./markdown";

/** What a flow can do, a row for each kind of object, and how it can start. */
export function actionTable(
  triggers: NonNullable<Component["triggers"]>,
  groups: readonly ActionGroup[],
): string {
  return table(
    ["Works on", "Actions and triggers"],
    [
      ["Flows that start", links(Object.values(triggers).map(({ display }) => display.label))],
      ...groups.map(({ title, actions }) => [
        title,
        links(Object.values(actions).map(({ label }) => label)),
      ]),
    ],
  );
}

/** Labels, each with a link to where the reference explains it. */
function links(labels: readonly string[]): string {
  return labels.map((label) => `[${label}](docs/reference.md#${slug(label)})`).join(", ");
}
