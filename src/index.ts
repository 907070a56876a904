import { component } from "@prismatic-io/spectral";
import { actions } from "./actions";
import { explainUnexpected } from "./client/errors";
import { connections } from "./connections";
import { dataSources } from "./dataSources";
import { triggers } from "./triggers";

/** The component as the platform loads it. */
export default component({
  key: "gorgias",
  public: false,
  display: {
    label: "Gorgias",
    description: "Work with tickets, messages and customers of a Gorgias helpdesk.",
    category: "Application Connectors",
    iconPath: "icon.png",
  },
  connections,
  actions: Object.fromEntries(
    Object.entries(actions).map(([key, { definition }]) => [key, definition]),
  ),
  triggers,
  dataSources,
  hooks: { error: explainUnexpected },
});
