import { additionalFields } from "../../inputs/common";
import { viewFields, viewId } from "../../inputs/views";
import { view } from "../../schemas/view";
import { endpoint } from "../endpoint";
import { viewBody } from "./viewBody";

export const updateView = endpoint({
  route: "PUT /views/{id}",
  label: "Update View",
  description: "Update a view. What is left blank stays as it is.",
  directions:
    "Shared With Teams, Shared With Users and Fields take the place of all that the view has. Name those that are to stay along with the new ones.",
  guidance:
    "shared_with_teams, shared_with_users and fields, when given, replace those that the view has: send the old ones along. Returns the view as it is afterwards.",
  inputs: {
    id: viewId,
    ...viewFields,
    additionalFields: additionalFields('{ "search": null }'),
  },
  returns: view,
  readsUnchanged: true,
  body: viewBody,
});
