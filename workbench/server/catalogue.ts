import type { Component, Connection, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { actionGroups, actions as declared } from "../../src/actions";
import type { Action } from "../../src/actions/action";
import { endpointOf, methodOf } from "../../src/actions/route";
import { isOAuth2 } from "../../src/connections/keys";
import type { Catalogue, FormInput, Kind, Step } from "../messages";
import { Refused } from "./failure";

/** The input that a connection by OAuth 2.0 has here alone: nobody can sign in on this page. */
export const ACCESS_TOKEN: FormInput = {
  key: "accessToken",
  label: "Access Token",
  type: "password",
  required: true,
  comments:
    "What the platform gets when a person signs in to Gorgias. This page cannot do that: paste a token that you have.",
  default: "",
  choices: [],
};

const WITH_TOKEN =
  "On the platform, a person signs in to Gorgias and the platform gets the access token. Here only Domain and Access Token are used. The other inputs show what the platform asks for.";

/** All that a component has, with what only its source says: groups, endpoints, effects. */
export function catalogueOf({ actions, triggers, dataSources, connections }: Component): Catalogue {
  return {
    actions: actionGroups.map((group) => ({
      title: group.title,
      steps: Object.keys(group.actions).flatMap((key) => {
        const action = actions[key];
        return action ? [stepOf("actions", action, sayingOf(declared[key]))] : [];
      }),
    })),
    triggers: Object.values(triggers).map((trigger) =>
      stepOf("triggers", trigger, { effect: trigger.webhookCreate ? "writes" : "reads" }),
    ),
    pickLists: Object.values(dataSources ?? {}).map((list) =>
      stepOf("pickLists", list, { effect: "reads" }),
    ),
    connections: connections.map(connectionStep),
  };
}

/**
 * A step of the catalogue.
 *
 * @throws Refused when there is none
 */
export function stepIn(catalogue: Catalogue, kind: Kind, key: string): Step {
  const steps =
    kind === "actions" ? catalogue.actions.flatMap((group) => group.steps) : catalogue[kind];
  const step = steps.find((one) => one.key === key);
  if (!step) {
    throw new Refused(404, { message: `The connector has nothing of the name ${key}.` });
  }
  return step;
}

type Saying = Pick<Step, "effect"> & Partial<Pick<Step, "endpoint" | "isCareful">>;

function sayingOf(action: Action | undefined): Saying {
  const route = action?.route;
  const isDeletion = route !== undefined && methodOf(route) === "DELETE";
  return {
    effect: action?.effect.readOnly ? "reads" : isDeletion ? "deletes" : "writes",
    ...(route && { endpoint: endpointOf(route) }),
    ...(action?.careful && { isCareful: true }),
  };
}

/** What actions, triggers and pick lists have in common. */
interface Definition {
  readonly key: string;
  readonly display: {
    readonly label: string;
    readonly description: string;
    readonly directions?: string;
    readonly important?: boolean;
  };
  readonly inputs: readonly Input[];
}

function stepOf(kind: Kind, { key, display, inputs }: Definition, saying: Saying): Step {
  const { label, description, directions, important } = display;
  return {
    kind,
    key,
    label,
    description,
    ...(directions && { directions }),
    ...(important && { isImportant: true }),
    ...saying,
    inputs: inputs.filter(({ type }) => type !== "connection").map(inputOf),
  };
}

function connectionStep({ key, label, comments = "", inputs }: Connection): Step {
  const shown = inputs.filter((input) => input.shown !== false).map(inputOf);
  return {
    kind: "connections",
    key,
    label,
    description: comments,
    effect: "reads",
    ...(isOAuth2(key) && { directions: WITH_TOKEN }),
    inputs: isOAuth2(key) ? [...shown, ACCESS_TOKEN] : shown,
  };
}

function inputOf(input: Input): FormInput {
  const { key, label, type, collection, keyLabel, language, placeholder, example } = input;
  const { required = false, comments = "", default: preset, model = [], dataSource } = input;
  return {
    key,
    label,
    type,
    ...(collection === "valuelist" && { collection }),
    ...(collection === "keyvaluelist" && { collection, ...(keyLabel && { keyLabel }) }),
    ...(language && { language }),
    required,
    comments,
    default: `${preset ?? ""}`,
    ...(placeholder && { placeholder }),
    ...(example && { example }),
    choices: model.map(({ value, label: shown }) => ({ value, label: shown ?? value })),
    ...(dataSource && { pickList: dataSource }),
  };
}
