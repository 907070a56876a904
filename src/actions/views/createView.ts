import { additionalFields } from "../../inputs/common";
import { viewFields } from "../../inputs/views";
import { view } from "../../schemas/view";
import { endpoint } from "../endpoint";
import { viewBody } from "./viewBody";

export const createView = endpoint({
  route: "POST /views",
  label: "Create View",
  description: "Create a view.",
  guidance:
    "To look for tickets once, use {searchViewItems}, which needs no saved view. Returns the new view with its id.",
  inputs: {
    ...viewFields,
    additionalFields: additionalFields('{ "decoration": { "emoji": "🔥" } }'),
  },
  returns: view,
  body: viewBody,
});
