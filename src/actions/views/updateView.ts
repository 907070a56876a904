import { additionalFields } from "../../inputs/common";
import { viewFields, viewId } from "../../inputs/views";
import { view } from "../../schemas/view";
import { endpoint } from "../endpoint";
import { refuseNoChange } from "../refuseNoChange";
import { viewBody } from "./viewBody";

export const updateView = endpoint({
  route: "PUT /views/{id}",
  label: "Update View",
  description: "Update a view. What is left blank stays as it is.",
  guidance:
    "shared_with_teams, shared_with_users and fields, when given, replace those that the view has: send the old ones along. Returns the view as it is afterwards.",
  inputs: {
    id: viewId,
    ...viewFields,
    additionalFields: additionalFields('{ "search": null }'),
  },
  returns: view,
  check: refuseNoChange,
  body: viewBody,
});
