import { component } from "@prismatic-io/spectral";
import { actions } from "./actions";
import { explainUnexpected } from "./client/errors";
import { connections } from "./connections";
import { dataSources } from "./dataSources";
import { triggers } from "./triggers";

const about = {
  key: "gorgias",
  public: false,
  display: {
    label: "Gorgias",
    description: "Work with tickets, messages and customers of a Gorgias helpdesk.",
    category: "Application Connectors",
    iconPath: "icon.png",
  },
  hooks: { error: explainUnexpected },
};

/** The component as the platform loads it. */
export default {
  ...component({ ...about, connections }),
  actions: whenLookedAt(
    actions,
    (key, { definition }) => component({ ...about, actions: { [key]: definition } }).actions,
  ),
  triggers: whenLookedAt(
    triggers,
    (key, trigger) => component({ ...about, triggers: { [key]: trigger } }).triggers,
  ),
  dataSources: whenLookedAt(
    dataSources,
    (key, dataSource) => component({ ...about, dataSources: { [key]: dataSource } }).dataSources,
  ),
};

/**
 * Converts each declaration when it is first looked at. A step of a flow runs one of a hundred
 * actions in a process of its own, and would wait for all of them otherwise. What is made can be
 * frozen, spied on and replaced, as the members of a component that Spectral made can be.
 */
function whenLookedAt<From, To>(
  declared: Readonly<Record<string, From>>,
  convert: (key: string, one: From) => Readonly<Record<string, To>>,
): Record<string, To> {
  const converted: Record<string, To> = {};
  for (const [key, one] of Object.entries(declared)) {
    let member: To | undefined;
    Object.defineProperty(converted, key, {
      configurable: true,
      enumerable: true,
      get() {
        member ??= convert(key, one)[key];
        return member;
      },
      set(value: To) {
        // Refused where the object is frozen, as an assignment should be.
        Object.defineProperty(converted, key, { value, writable: true });
      },
    });
  }
  return converted;
}
